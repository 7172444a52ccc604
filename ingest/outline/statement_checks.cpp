#include "ingest/outline/statement_checks.hpp"

#include "ingest/outline/printed_forms.hpp"
#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kwalign::ingest {

namespace {

using model::Severity;

constexpr std::size_t most_compared = 300;  // statements of one unit that are compared with each other
constexpr std::size_t least_words = 5;      // of statements that may be near duplicates, or tell their language surely
constexpr std::size_t most_shared = 50;     // texts in several units that are listed one by one

std::optional<model::SourceSpan> place_of(const model::Statement& statement) {
    return statement.spans.empty() ? std::nullopt : std::optional(statement.spans.front());
}

std::optional<model::SourceSpan> place_of(const model::Unit& unit) {
    return unit.spans.empty() ? std::nullopt : std::optional(unit.spans.front());
}

std::vector<std::string> folded_words(std::string_view text) {
    const std::string folded = model::fold_case(text);
    std::vector<std::string> result;
    for (const model::Word& word : model::words(folded)) result.push_back(folded.substr(word.first, word.last - word.first));
    return result;
}

/// One list is the other with one word put in.
bool differ_by_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const std::vector<std::string>& longer = a.size() > b.size() ? a : b;
    const std::vector<std::string>& shorter = a.size() > b.size() ? b : a;
    if (longer.size() != shorter.size() + 1) return false;
    const auto [in_long, in_short] = std::mismatch(longer.begin(), longer.end(), shorter.begin(), shorter.end());
    return std::equal(in_long + 1, longer.end(), in_short, shorter.end());
}

/// Equal texts of one unit, and texts of which one has a single word more.
void check_unit(const model::Unit& unit, model::Findings& findings) {
    if (unit.statements.size() > most_compared) return;
    std::vector<std::vector<std::string>> words;
    for (const model::Statement& statement : unit.statements) words.push_back(folded_words(statement.text));
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const model::Statement& first = unit.statements[k];
            const model::Statement& second = unit.statements[i];
            if (first.kind != second.kind || first.applies_to != second.applies_to) continue;
            if (words[k] == words[i]) {
                findings.add("duplicate-statement", Severity::warning,
                             "In " + unit.code + " the same text stands twice (" + first.code + " and " + second.code + ").",
                             place_of(second));
            } else if (words[k].size() >= least_words && words[i].size() >= least_words && differ_by_one(words[k], words[i])) {
                findings.add("near-duplicate-statement", Severity::note,
                             "In " + unit.code + " the texts of " + first.code + " and " + second.code + " differ by one word.",
                             place_of(second));
            }
        }
    }
}

/// The same whole sentence in several units: often meant so, seldom asked for twice.
void check_across_units(const model::Standard& standard, model::Findings& findings) {
    using Place = std::pair<std::size_t, const model::Statement*>;  // number of the unit
    std::map<std::pair<model::StatementKind, std::vector<std::string>>, std::vector<Place>> by_text;
    for (std::size_t i = 0; i < standard.units.size(); ++i) {
        for (const model::Statement& statement : standard.units[i].statements) {
            std::vector<std::string> words = folded_words(statement.text);
            if (words.size() < least_words) continue;
            std::vector<Place>& places = by_text[{statement.kind, std::move(words)}];
            if (places.empty() || places.back().first != i) places.emplace_back(i, &statement);
        }
    }
    std::vector<const std::vector<Place>*> shared;
    for (const auto& [text, places] : by_text) {
        if (places.size() > 1) shared.push_back(&places);
    }
    // By the unit in which the text comes again, not by the alphabet.
    std::stable_sort(shared.begin(), shared.end(), [](const auto* a, const auto* b) { return (*a)[1].first < (*b)[1].first; });
    for (std::size_t i = 0; i < std::min(shared.size(), most_shared); ++i) {
        std::string codes;
        for (const Place& place : *shared[i]) codes += (codes.empty() ? "" : ", ") + place.second->code;
        const model::Statement& second = *(*shared[i])[1].second;
        findings.add("shared-statement", Severity::note,
                     "The same text stands in several units (" + codes + "): '" + shortened(second.text) + "'.", place_of(second));
    }
    if (shared.size() > most_shared)
        findings.add("shared-statement", Severity::note,
                     std::to_string(shared.size() - most_shared) + " further texts stand in several units.");
}

void check_placeholder(const LanguageModel& languages, const std::string& text, const std::optional<model::SourceSpan>& place,
                       model::Findings& findings) {
    if (languages.is_placeholder(text))
        findings.add("placeholder-text", Severity::warning,
                     "'" + shortened(text) + "' looks like an instruction or placeholder of the form, not like content.", place);
}

std::map<std::string, std::size_t> count_languages(const std::vector<model::Statement>& statements) {
    std::map<std::string, std::size_t> counts;
    for (const model::Statement& statement : statements) ++counts[statement.lang];
    return counts;
}

std::string most_frequent(const std::vector<model::Statement>& statements) {
    const auto counts = count_languages(statements);
    const auto best = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts.end() ? std::string{} : best->first;
}

/// Long enough texts in another language than most of their neighbours.
void check_mixture(const std::string& name, const std::vector<model::Statement>& statements, model::Findings& findings) {
    const std::string main = most_frequent(statements);
    const model::Statement* first = nullptr;
    std::size_t others = 0;
    for (const model::Statement& statement : statements) {
        if (statement.lang == main || statement.lang == "und" || folded_words(statement.text).size() < least_words) continue;
        if (first == nullptr) first = &statement;
        ++others;
    }
    if (first == nullptr) return;
    const std::string what = others == 1 ? "one text is" : std::to_string(others) + " texts are";
    findings.add(
        "language-mixed", Severity::note,
        name + " is in " + main + ", but " + what + " in another language, first '" + shortened(first->text) + "' (" + first->lang + ").",
        place_of(*first));
}

}  // namespace

void check_statements(const LanguageModel& languages, const model::Standard& standard, model::Findings& findings) {
    for (const model::Unit& unit : standard.units) check_unit(unit, findings);
    check_across_units(standard, findings);
    check_placeholder(languages, standard.title, std::nullopt, findings);
    for (const model::Unit& unit : standard.units) {
        check_placeholder(languages, unit.title, place_of(unit), findings);
        for (const model::Statement& statement : unit.statements)
            check_placeholder(languages, statement.text, place_of(statement), findings);
    }
    for (const model::Section& section : standard.sections) {
        for (const model::Statement& statement : section.statements)
            check_placeholder(languages, statement.text, place_of(statement), findings);
    }
    for (const auto& [name, value] : standard.fields) check_placeholder(languages, value, std::nullopt, findings);
}

void check_languages(const model::Standard& standard, model::Findings& findings) {
    if (standard.languages.empty()) return;
    const std::string main = standard.titles.empty() ? standard.languages.front() : title_language(standard);
    if (standard.languages.size() == 1 && standard.languages.front() == main) return;
    for (const model::Unit& unit : standard.units) {
        const std::string lang = most_frequent(unit.statements);
        if (!lang.empty() && lang != unit.lang)
            findings.add("language-switch", Severity::note, unit.code + " has a title in " + unit.lang + " and statements in " + lang + ".",
                         place_of(unit));
        check_mixture(unit.code, unit.statements, findings);
    }
    for (const model::Section& section : standard.sections) {
        const std::string lang = most_frequent(section.statements);
        if (!lang.empty() && lang != main)
            findings.add("language-switch", Severity::note,
                         "The section '" + section.title + "' is in " + lang + ", the document's title in " + main + ".",
                         place_of(section.statements.front()));
        check_mixture("The section '" + section.title + "'", section.statements, findings);
    }
}

}  // namespace kwalign::ingest
