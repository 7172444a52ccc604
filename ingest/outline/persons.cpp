#include "ingest/outline/persons.hpp"

#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <string_view>

namespace kwalign::ingest {

namespace {

/// "Name Surname" at the end of `words`' text: its byte offset, or npos. Both words begin with a capital.
std::size_t trailing_name(std::string_view text) {
    const std::string_view kept = trimmed(text);
    const std::size_t last = kept.rfind(' ');
    if (last == std::string_view::npos) return std::string_view::npos;
    const std::size_t before = kept.substr(0, last).rfind(' ');
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    return starts_upper(kept.substr(start)) && starts_upper(kept.substr(last + 1)) ? start : std::string_view::npos;
}

/// Two to four capitalised words and nothing else.
bool is_name(std::string_view text) {
    std::size_t count = 0;
    for (std::string_view rest = trimmed(text); !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (!starts_upper(rest.substr(0, end)) || model::to_lower(rest.substr(1, end - 1)) != rest.substr(1, end - 1)) {
            const bool hyphenated = rest.substr(0, end).find('-') != std::string_view::npos;
            if (!hyphenated || !starts_upper(rest)) return false;
        }
        ++count;
        rest = trimmed(rest.substr(end));
    }
    return count >= 2 && count <= 4;
}

}  // namespace

namespace {

/// A semicolon ends a person as a line does.
std::vector<std::string> split_persons(const std::vector<std::string>& lines) {
    std::vector<std::string> result;
    for (const std::string& line : lines) {
        for (std::size_t from = 0; from <= line.size();) {
            const std::size_t end = std::min(line.find(';', from), line.size());
            const std::string_view part = trimmed(std::string_view(line).substr(from, end - from));
            if (!part.empty()) result.emplace_back(part);
            from = end + 1;
        }
    }
    return result;
}

}  // namespace

std::vector<model::Person> read_persons(const std::vector<std::string>& printed) {
    std::vector<model::Person> persons;
    for (const std::string& line : split_persons(printed)) {
        std::string_view rest = line;
        std::size_t comma = rest.find(',');
        const bool opens = comma != std::string_view::npos && is_name(rest.substr(0, comma));
        if (!opens && !persons.empty()) {
            // A wrapped organisation; a comma further on may still begin the next person.
            const std::size_t name = comma == std::string_view::npos ? std::string_view::npos : trailing_name(rest.substr(0, comma));
            const std::string_view tail = name == std::string_view::npos ? rest : rest.substr(0, name);
            persons.back().organisation = model::collapse_spaces(persons.back().organisation + " " + std::string(tail));
            if (name == std::string_view::npos) continue;
            rest.remove_prefix(name);
        }
        // "A B, Org C D, Org": the two words before each further comma are the next person's name.
        while (!rest.empty()) {
            comma = rest.find(',');
            if (comma == std::string_view::npos) {
                persons.push_back({std::string(trimmed(rest)), {}, "compiler"});
                break;
            }
            model::Person person{std::string(trimmed(rest.substr(0, comma))), {}, "compiler"};
            rest = trimmed(rest.substr(comma + 1));
            const std::size_t next = rest.find(',');
            const std::size_t name = next == std::string_view::npos ? std::string_view::npos : trailing_name(rest.substr(0, next));
            const bool another = name != std::string_view::npos && name > 0;
            person.organisation = std::string(trimmed(another ? rest.substr(0, name) : rest));
            persons.push_back(std::move(person));
            if (!another) break;
            rest.remove_prefix(name);
        }
    }
    return persons;
}

}  // namespace kwalign::ingest
