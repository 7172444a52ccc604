#include "model/interchange/table_view.hpp"

#include "model/unit_level.hpp"

#include <optional>

namespace kwalign::model {

namespace {

std::string eqf_range(const Standard& standard) {
    if (standard.eqf_low <= 0) return {};
    std::string text = std::to_string(standard.eqf_low);
    if (standard.eqf_high > standard.eqf_low) text += "-" + std::to_string(standard.eqf_high);
    return text;
}

std::optional<Level> level_of(const Standard& standard, const Unit* unit) {
    return unit != nullptr ? unit_level(standard, *unit) : standard.level;
}

void append_joined(std::string& out, std::string_view part, std::string_view separator) {
    if (part.empty()) return;
    if (!out.empty()) out += separator;
    out += part;
}

}  // namespace

std::string standard_letter(std::size_t index) {
    std::string letters;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

std::string level_label(const Level& level) {
    if (level.scheme.empty() || level.value.starts_with(level.scheme)) return level.value;
    return level.scheme + " " + level.value;
}

std::string level_label(const Standard& standard, const Unit* unit) {
    const std::optional<Level> level = level_of(standard, unit);
    return level ? level_label(*level) : eqf_label(standard);
}

std::string level_value(const Standard& standard, const Unit* unit) {
    const std::optional<Level> level = level_of(standard, unit);
    return level ? level->value : eqf_range(standard);
}

std::string eqf_label(const Standard& standard) {
    const std::string range = eqf_range(standard);
    return range.empty() ? range : "EQF " + range;
}

std::string evidence_text(const Evidence& evidence) {
    if (!evidence.text.empty()) return evidence.text;
    std::string text = evidence.kind;
    std::string shared;
    for (const std::string& item : evidence.shared) append_joined(shared, item, ", ");
    std::string ends = evidence.source_statement;
    append_joined(ends, evidence.target_statement, " - ");
    append_joined(text, ends, " ");
    append_joined(text, shared, ": ");
    return text;
}

std::string evidence_line(const Link& link) {
    std::string line;
    for (const Evidence& evidence : link.evidence) append_joined(line, evidence_text(evidence), line.ends_with('.') ? " " : "; ");
    return line;
}

}  // namespace kwalign::model
