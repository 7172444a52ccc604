#include "tools/learn/programs.hpp"

#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <utility>

namespace kwalign::tools {
namespace {

/// FNV-1a: an order that is the same everywhere and has nothing to do with the texts' content.
std::uint64_t mixed(std::string_view text) noexcept {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

/// What makes two texts the same: their words.
std::string gist(std::string_view text) {
    const std::string folded = model::fold_case(text);
    std::string out;
    for (const model::Word& word : model::words(folded)) out += folded.substr(word.first, word.last - word.first) + ' ';
    return out;
}

}  // namespace

std::vector<ProgramText> read_programs(const std::vector<std::string>& arguments, std::string_view lang) {
    std::vector<ProgramText> out;
    for (const std::string& argument : arguments) {
        const std::size_t equals = argument.find('=');
        if (equals == std::string::npos) throw model::Error(model::ErrorCode::bad_data, argument, "is not of the form NAME=PATH");
        const std::string name = argument.substr(0, equals);
        auto program = std::find_if(out.begin(), out.end(), [&](const ProgramText& p) { return p.name == name; });
        if (program == out.end()) program = out.insert(out.end(), {name, {}});
        std::vector<align::ParallelSegment> more = align::read_parallel(argument.substr(equals + 1), lang);
        program->segments.insert(program->segments.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return out;
}

std::vector<align::ParallelSegment> without_program(const std::vector<ProgramText>& programs, std::size_t left_out) {
    std::vector<align::ParallelSegment> out;
    for (std::size_t i = 0; i < programs.size(); ++i)
        if (i != left_out) out.insert(out.end(), programs[i].segments.begin(), programs[i].segments.end());
    return out;
}

std::vector<align::ParallelSegment> test_segments(const std::vector<ProgramText>& programs, std::size_t left_out, std::size_t min_words) {
    std::set<std::string> seen_english;
    std::set<std::string> seen_foreign;
    for (const align::ParallelSegment& segment : without_program(programs, left_out)) {
        seen_english.insert(gist(segment.english));
        seen_foreign.insert(gist(segment.foreign));
    }
    std::vector<align::ParallelSegment> out;
    for (const align::ParallelSegment& segment : programs[left_out].segments) {
        if (model::words(segment.english).size() < min_words) continue;
        std::string english = gist(segment.english);
        std::string foreign = gist(segment.foreign);
        if (english == foreign || seen_english.contains(english) || seen_foreign.contains(foreign)) continue;
        seen_english.insert(std::move(english));
        seen_foreign.insert(std::move(foreign));
        out.push_back(segment);
    }
    std::sort(out.begin(), out.end(), [](const align::ParallelSegment& a, const align::ParallelSegment& b) {
        return std::pair(mixed(a.english), a.english) < std::pair(mixed(b.english), b.english);
    });
    return out;
}

}  // namespace kwalign::tools
