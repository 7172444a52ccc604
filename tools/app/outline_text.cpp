#include "tools/app/outline_text.hpp"

#include "tools/app/standard_facts.hpp"
#include "tools/app/text_layout.hpp"

#include <algorithm>
#include <cstddef>

namespace kwalign::tools {
namespace {

/// Level, codes and requirement of a unit, or nothing.
std::string marks_of(const model::Unit& unit) {
    std::vector<std::string> marks;
    if (unit.level) marks.push_back(describe(*unit.level));
    if (!unit.ecf.empty()) marks.push_back("e-CF " + joined(unit.ecf, ", "));
    if (!unit.requirement.empty()) marks.push_back(unit.requirement);
    if (!unit.derived_from.empty()) marks.push_back("from " + unit.derived_from);
    if (!unit.applies_to.empty()) marks.push_back("for " + joined(unit.applies_to, ", "));
    return joined(marks, "; ");
}

std::string suffix_of(const model::Statement& statement) {
    std::string suffix = " [" + std::string(to_string(statement.kind)) + ", " + statement.lang;
    if (const std::string pages = pages_of(statement.spans); !pages.empty()) suffix += ", " + pages;
    if (!statement.applies_to.empty()) suffix += ", for " + joined(statement.applies_to, ", ");
    return suffix + "]";
}

std::string place_of(const model::Finding& finding) {
    if (!finding.span || finding.span->page <= 0) return {};
    return "page " + std::to_string(finding.span->page) + ": ";
}

/// Markdown that means itself: the few characters that would start markup inside a line are escaped.
std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '*' || c == '_' || c == '`' || c == '<' || c == '[' || c == '\\' || c == '#') result += '\\';
        result += c;
    }
    return result;
}

}  // namespace

std::string outline_text(const model::Standard& standard, model::Persons persons) {
    std::string text = standard.title + "\n";
    Columns facts({Columns::Align::left, Columns::Align::left});
    for (const auto& [label, value] : facts_of(standard, persons)) facts.add({label, value});
    text += facts.str("  ");
    if (!standard.qualifications.empty()) text += "\nQualifications\n";
    for (const model::Qualification& qualification : standard.qualifications) text += "  " + describe(qualification) + "\n";
    if (!standard.units.empty()) text += "\nUnits\n";
    const auto depths = depths_of(standard);
    for (const model::Unit& unit : standard.units) {
        const std::string indent(2 + 2 * depths.at(unit.code), ' ');
        const std::string marks = marks_of(unit);
        text += indent + unit.code + "  " + unit.title + (marks.empty() ? "" : "  (" + marks + ")") + "\n";
        for (const model::Statement& statement : unit.statements) {
            text += indent + "    " + statement.code + "  " + statement.text + suffix_of(statement) + "\n";
        }
    }
    for (const model::Section& section : standard.sections) {
        text += "\n" + (section.title.empty() ? section.name : section.title) + "\n";
        for (const model::Statement& statement : section.statements) text += "  " + statement.text + suffix_of(statement) + "\n";
    }
    if (!standard.findings.empty()) text += "\nFindings\n";
    for (const model::Finding& finding : standard.findings) {
        text += "  " + std::string(to_string(finding.severity)) + " " + finding.code + ": " + place_of(finding) + finding.message + "\n";
    }
    return text;
}

std::string outline_markdown(const model::Standard& standard, model::Persons persons) {
    std::string text = "# " + escaped(standard.title) + "\n\n";
    for (const auto& [label, value] : facts_of(standard, persons)) text += "- **" + escaped(label) + "**: " + escaped(value) + "\n";
    if (!standard.qualifications.empty()) text += "\n## Qualifications\n\n";
    for (const model::Qualification& qualification : standard.qualifications) text += "- " + escaped(describe(qualification)) + "\n";
    const auto depths = depths_of(standard);
    for (const model::Unit& unit : standard.units) {
        const std::size_t level = std::min<std::size_t>(6, 2 + depths.at(unit.code));
        text += "\n" + std::string(level, '#') + " " + escaped(unit.code) + " " + escaped(unit.title) + "\n";
        if (const std::string marks = marks_of(unit); !marks.empty()) text += "\n" + escaped(marks) + "\n";
        if (!unit.statements.empty()) text += "\n";
        for (const model::Statement& statement : unit.statements) {
            text +=
                "- **" + escaped(statement.code) + "** " + escaped(statement.text) + " *" + escaped(suffix_of(statement).substr(1)) + "*\n";
        }
    }
    for (const model::Section& section : standard.sections) {
        text += "\n## " + escaped(section.title.empty() ? section.name : section.title) + "\n\n";
        for (const model::Statement& statement : section.statements) text += escaped(statement.text) + "\n\n";
    }
    if (!standard.findings.empty()) text += "\n## Findings\n\n";
    for (const model::Finding& finding : standard.findings) {
        text += "- " + std::string(to_string(finding.severity)) + " `" + finding.code +
                "`: " + escaped(place_of(finding) + finding.message) + "\n";
    }
    return text;
}

}  // namespace kwalign::tools
