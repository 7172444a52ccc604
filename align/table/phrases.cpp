#include "align/table/phrases.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <stdexcept>
#include <utility>

namespace kwalign::align {
namespace {

constexpr std::array<std::string_view, 3> columns{"en", "nl", "et"};

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> out;
    std::size_t first = 0;
    while (true) {
        const std::size_t tab = line.find('\t', first);
        out.push_back(line.substr(first, tab - first));
        if (tab == std::string::npos) return out;
        first = tab + 1;
    }
}

/// The places to fill in: "{1}", "{2}". One digit is enough.
std::set<char> places_of(std::string_view sentence) {
    std::set<char> out;
    for (std::size_t i = 0; i + 2 < sentence.size(); ++i)
        if (sentence[i] == '{' && sentence[i + 2] == '}') out.insert(sentence[i + 1]);
    return out;
}

}  // namespace

const std::vector<std::string>& Phrases::languages() {
    static const std::vector<std::string> all{"en", "et", "nl"};
    return all;
}

Phrases Phrases::load(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw model::Error(model::ErrorCode::not_found, file.string(), "the phrases cannot be read");
    Phrases out;
    std::string line;
    bool header = true;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line.front() == '#') continue;
        const auto bad = [&](const std::string& what) {
            return model::Error(model::ErrorCode::bad_data, file.string() + ":" + std::to_string(number), what);
        };
        const std::vector<std::string> cells = cells_of(line);
        if (cells.size() != columns.size() + 1) throw bad("expected an id and a sentence in each of en, nl and et");
        if (std::exchange(header, false)) continue;
        std::map<std::string, std::string, std::less<>> sentences;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (cells[c + 1].empty()) throw bad("\"" + cells[0] + "\" has no sentence in " + std::string(columns[c]));
            if (places_of(cells[c + 1]) != places_of(cells[1]))
                throw bad("\"" + cells[0] + "\" has other places to fill in in " + std::string(columns[c]) + " than in en");
            sentences.emplace(columns[c], cells[c + 1]);
        }
        if (!out.m_sentences.emplace(cells[0], std::move(sentences)).second) throw bad("\"" + cells[0] + "\" comes twice");
    }
    return out;
}

std::string Phrases::say(std::string_view id, std::string_view lang, const std::vector<std::string>& values) const {
    const auto found = m_sentences.find(id);
    if (found == m_sentences.end()) throw std::out_of_range("no phrase " + std::string(id));
    const auto& sentences = found->second;
    const auto in_lang = sentences.find(lang);
    const std::string& sentence = in_lang != sentences.end() ? in_lang->second : sentences.find("en")->second;
    std::string out;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const bool place = i + 2 < sentence.size() && sentence[i] == '{' && sentence[i + 2] == '}';
        if (!place) {
            out += sentence[i];
            continue;
        }
        const std::size_t index = static_cast<std::size_t>(sentence[i + 1] - '1');
        if (index < values.size()) out += values[index];
        i += 2;
    }
    return out;
}

std::string Phrases::listed(const std::vector<std::string>& items, std::string_view lang) const {
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += i + 1 == items.size() ? " " + say("and", lang) + " " : ", ";
        out += items[i];
    }
    return out;
}

}  // namespace kwalign::align
