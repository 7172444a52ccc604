#include "align/features/function_words.hpp"

#include "model/error.hpp"

#include <fstream>

namespace kwalign::align {

std::set<std::string> load_function_words(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw model::Error(model::ErrorCode::not_found, file.string(), "the list of function words cannot be read");
    std::set<std::string> words;
    std::string line;
    std::getline(in, line);  // header
    while (std::getline(in, line)) {
        if (line.empty() || line.front() == '#') continue;
        words.insert(line);
        if (const std::size_t role = line.find('\t', line.find('\t') + 1); role != std::string::npos) words.insert(line.substr(0, role));
    }
    return words;
}

}  // namespace kwalign::align
