#include "ingest/outline/identity_checks.hpp"

#include "ingest/outline/printed_forms.hpp"

#include <algorithm>
#include <string>

namespace kwalign::ingest {

namespace {

using model::Severity;

bool same_number(std::string_view a, std::string_view b) {
    const auto bare = [](std::string_view text) {
        while (text.size() > 1 && text.front() == '0') text.remove_prefix(1);
        return text;
    };
    return bare(a) == bare(b);
}

/// "08-23092024-1.1/7k" says the day of the decision and the version once more.
void check_identifier(const Template& form, const model::Standard& standard, model::Findings& findings) {
    if (!form.identifier_parts) return;
    for (const auto& [scheme, identifier] : standard.identifiers) {
        const auto parts = form.identifier_parts->find(identifier);
        if (!parts) continue;
        const std::string date =
            std::string(parts->group("year")) + "-" + std::string(parts->group("month")) + "-" + std::string(parts->group("day"));
        if (date.size() == 10 && !standard.decided.empty() && date != standard.decided)
            findings.add("identity-mismatch", Severity::warning,
                         "The register number " + identifier + " says " + date + ", the date of the decision is " + standard.decided + ".");
        const std::string version(parts->group("version"));
        if (!version.empty() && !standard.version.empty() && !same_number(version, standard.version))
            findings.add(
                "identity-mismatch", Severity::warning,
                "The register number " + identifier + " says version " + version + ", the document says version " + standard.version + ".");
    }
}

/// ISO 8601 dates compare as text.
void check_dates(const model::Standard& standard, model::Findings& findings) {
    const auto ordered = [&](const std::string& first, std::string_view first_name, const std::string& second,
                             std::string_view second_name) {
        if (first.empty() || second.empty() || first < second) return;
        findings.add("dates-contradict", Severity::warning,
                     "The document is " + std::string(second_name) + " " + second + ", but " + std::string(first_name) + " " + first + ".");
    };
    ordered(standard.valid_from, "valid from", standard.valid_until, "valid until");
    ordered(standard.decided, "decided on", standard.valid_until, "valid until");
}

bool is_same_range(const model::Level& a, const model::Level& b) { return a.low == b.low && a.high == b.high; }

/// The level in the titles and the EQF level against the level of the document.
void check_printed_levels(const Template& form, const model::Standard& standard, model::Findings& findings) {
    if (!standard.level) return;
    const model::Level& level = *standard.level;
    const auto compare = [&](const std::string& title) {
        const auto printed = find_level(form, title);
        if (!printed || printed->scheme != level.scheme || is_same_range(*printed, level)) return;
        findings.add("level-contradicts", Severity::warning,
                     "The title '" + title + "' says level " + printed->value + ", the document is of level " + level.value + ".");
    };
    compare(standard.title);
    for (const auto& [lang, title] : standard.titles) {
        if (title != standard.title) compare(title);
    }
    const auto low = form.eqf_of_level.find(level.low);
    const auto high = form.eqf_of_level.find(level.high);
    if (standard.eqf_low == 0 || low == form.eqf_of_level.end() || high == form.eqf_of_level.end()) return;
    if (low->second == standard.eqf_low && high->second == standard.eqf_high) return;
    findings.add("level-contradicts", Severity::warning,
                 "Level " + level.value + " is EQF level " + std::to_string(low->second) + " in this family, the document says EQF level " +
                     std::to_string(standard.eqf_low) + ".");
}

void check_front_page(const Outline& outline, const Template& form, model::Findings& findings) {
    if (form.front_page.empty()) return;
    const auto rule = form.find_heading(form.front_page);
    const auto is_front = [&](const OutlineNode& node) {
        return &node != &outline.nodes.front() && (node.rule == *rule || form.headings[node.rule].first);
    };
    if (std::any_of(outline.nodes.begin(), outline.nodes.end(), is_front)) return;
    std::optional<model::SourceSpan> place;
    if (!outline.pieces.empty()) place = outline.pieces.front().span;
    findings.add("missing-front-page", Severity::warning,
                 "The document has no front page; what usually stands there (title, codes, dates) was taken from elsewhere or is missing.",
                 place);
}

}  // namespace

void check_identity(const Outline& outline, const Template& form, const model::Standard& standard, model::Findings& findings) {
    check_front_page(outline, form, findings);
    check_identifier(form, standard, findings);
    check_dates(standard, findings);
    check_printed_levels(form, standard, findings);
}

}  // namespace kwalign::ingest
