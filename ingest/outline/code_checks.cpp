#include "ingest/outline/code_checks.hpp"

#include "ingest/outline/tables.hpp"
#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace kwalign::ingest {

namespace {

using model::Severity;

constexpr std::size_t stem_length = 5;  // code points by which words are compared: "problems" and "problem"

std::optional<model::SourceSpan> place_of(const model::Unit& unit) {
    return unit.spans.empty() ? std::nullopt : std::optional(unit.spans.front());
}

std::string in_quotes(std::string_view text) { return "'" + shortened(text) + "'"; }

/// Competences whose level is one of the codes' own scheme: those that the table is about.
std::vector<const model::Unit*> coded_units(const model::Standard& standard) {
    std::vector<const model::Unit*> result;
    for (const model::Unit& unit : standard.units) {
        if (unit.role == model::UnitRole::competence && unit.level && unit.level->scheme == "e-CF") result.push_back(&unit);
    }
    return result;
}

std::string stem(const std::string& word) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < word.size() && count < stem_length; ++count) {
        do ++end;
        while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U);
    }
    return word.substr(0, end);
}

std::set<std::string> content_stems(const Template& form, const model::Unit& unit) {
    std::set<std::string> result;
    for (const model::Statement& statement : unit.statements) {
        for (const std::string& word : title_words(form, statement.text)) result.insert(stem(word));
    }
    return result;
}

/// Which share of the title's own words the unit's text has. Words that several titles of the table have say nothing.
double support(const std::vector<std::string>& words, const std::vector<CodeRow>& rows, const std::set<std::string>& content) {
    std::size_t own = 0;
    std::size_t found = 0;
    for (const std::string& word : words) {
        const auto uses = std::count_if(rows.begin(), rows.end(), [&](const CodeRow& row) {
            return std::find(row.words.begin(), row.words.end(), word) != row.words.end();
        });
        if (uses > 1) continue;
        ++own;
        found += content.contains(stem(word)) ? 1U : 0U;
    }
    return own == 0 ? 0.0 : static_cast<double>(found) / static_cast<double>(own);
}

/// Where the table lists the codes in the order of the units, a unit with another title is suspect; its own words decide.
void check_order(const Template& form, const std::vector<CodeRow>& rows, const std::vector<const model::Unit*>& units,
                 model::Findings& findings) {
    if (rows.size() < 3 || rows.size() != units.size()) return;
    std::size_t agreeing = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) agreeing += title_words(form, units[i]->title) == rows[i].words ? 1U : 0U;
    if (2 * agreeing < rows.size()) return;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::vector<std::string> printed = title_words(form, units[i]->title);
        if (printed == rows[i].words) continue;
        const std::set<std::string> content = content_stems(form, *units[i]);
        const double for_table = support(rows[i].words, rows, content);
        const double for_title = support(printed, rows, content);
        // Where the title stands elsewhere in the table, the table may only have another order: then the text must speak against it.
        const bool elsewhere = std::any_of(rows.begin(), rows.end(), [&](const CodeRow& row) { return row.words == printed; });
        if (for_title > for_table || (elsewhere && for_title == for_table)) continue;
        std::string message = units[i]->code + " is called " + in_quotes(units[i]->title) + ", but the table of competences has " +
                              rows[i].code + " " + in_quotes(rows[i].title) + " in its place";
        if (for_table > for_title) message += ", and that is what its text is about";
        findings.add("title-contradicts-codes", Severity::warning, message + ".", place_of(*units[i]));
    }
}

}  // namespace

void check_codes(const Outline& outline, const Template& form, const model::Standard& standard, model::Findings& findings) {
    if (standard.ecf.empty()) return;
    std::set<std::string> used;
    const std::vector<const model::Unit*> units = coded_units(standard);
    for (const model::Unit& unit : standard.units) used.insert(unit.ecf.begin(), unit.ecf.end());
    for (const model::Unit* unit : units) {
        if (unit->ecf.empty())
            findings.add("unit-without-code", Severity::note,
                         unit->code + " " + in_quotes(unit->title) + " has the title of no competence in the document's table.",
                         place_of(*unit));
    }
    const std::vector<CodeRow> rows = code_rows(outline, form);
    for (const CodeRow& row : rows) {
        if (!used.contains(row.code))
            findings.add("code-without-unit", Severity::note,
                         "The table names competence " + row.code + " " + in_quotes(row.title) + ", but no unit has its title.");
    }
    check_order(form, rows, units, findings);
}

}  // namespace kwalign::ingest
