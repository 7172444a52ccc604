#include "ingest/outline/tables.hpp"

#include "ingest/outline/printed_forms.hpp"
#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

namespace {

bool collects(const HeadingRule& rule, std::string_view name) {
    return std::find(rule.collect.begin(), rule.collect.end(), name) != rule.collect.end();
}

std::vector<std::string> all_codes(const Template& form, const Pattern& pattern, const std::string& text) {
    std::vector<std::string> codes;
    for (std::size_t from = 0; from < text.size();) {
        const auto match = pattern.find(text, from);
        if (!match || match->last <= from) break;
        from = match->last;
        codes.push_back(normal_code(
            form, match->has("code") ? match->group("code") : std::string_view(text).substr(match->first, match->last - match->first)));
    }
    return codes;
}

}  // namespace

std::vector<std::string> title_words(const Template& form, std::string_view title) {
    std::vector<std::string> result;
    const std::string folded = model::fold_case(title);
    for (const model::Word& word : model::words(folded)) {
        std::string text = folded.substr(word.first, word.last - word.first);
        const auto ignored = [&](const std::string& other) { return model::fold_case(other) == text; };
        if (std::none_of(form.collectors.code_ignored_words.begin(), form.collectors.code_ignored_words.end(), ignored))
            result.push_back(std::move(text));
    }
    return result;
}

std::vector<CodeRow> code_rows(const Outline& outline, const Template& form) {
    std::vector<CodeRow> rows;
    if (!form.collectors.code_row) return rows;
    for (std::size_t i = 1; i < outline.nodes.size(); ++i) {
        if (!collects(form.headings[outline.nodes[i].rule], "code_table")) continue;
        // As one text: a narrow cell wraps between a title and its level.
        const std::string text = node_text(outline, outline.nodes[i]);
        for (std::size_t from = 0; from < text.size();) {
            const auto match = form.collectors.code_row->find(text, from);
            if (!match || match->last <= from) break;
            from = match->last;
            rows.push_back(
                {std::string(match->group("code")), std::string(match->group("title")), title_words(form, match->group("title"))});
        }
    }
    return rows;
}

void read_code_table(const Outline& outline, const Template& form, model::Standard& standard) {
    const std::vector<CodeRow> rows = code_rows(outline, form);
    for (const CodeRow& row : rows) standard.ecf.push_back(row.code);
    for (model::Unit& unit : standard.units) {
        if (!unit.ecf.empty() || unit.role != model::UnitRole::competence) continue;
        const std::vector<std::string> words = title_words(form, unit.title);
        for (const CodeRow& row : rows) {
            if (words.empty() || row.words != words) continue;
            unit.ecf = {row.code};
            unit.ecf_source = "title";
            break;
        }
    }
}

void read_derivations(const Outline& outline, const Template& form, model::Standard& standard, model::Findings& findings) {
    const CollectorPatterns& patterns = form.collectors;
    if (!patterns.derivation_own || !patterns.derivation_other) return;
    for (std::size_t i = 1; i < outline.nodes.size(); ++i) {
        if (!collects(form.headings[outline.nodes[i].rule], "derivations")) continue;
        const std::string text = node_text(outline, outline.nodes[i]);
        const std::vector<std::string> own = all_codes(form, *patterns.derivation_own, text);
        const std::vector<std::string> other = all_codes(form, *patterns.derivation_other, text);
        for (std::size_t k = 0; k < std::min(own.size(), other.size()); ++k) {
            for (model::Unit& unit : standard.units) {
                if (unit.code == own[k]) unit.derived_from = other[k];
            }
        }
        if (own.size() != other.size())
            findings.add("derivation-table-uneven", model::Severity::warning,
                         "The derivation table names " + std::to_string(own.size()) + " units of this document and " +
                             std::to_string(other.size()) + " of the other.");
    }
}

void read_references(const Template& form, model::Standard& standard) {
    std::vector<std::string>& references = standard.references;
    const auto search = [&](const std::string& text) {
        std::vector<std::pair<std::size_t, std::string>> found;
        for (const Pattern& pattern : form.references) {
            for (std::size_t from = 0; from < text.size();) {
                const auto match = pattern.find(text, from);
                if (!match || match->last <= from) break;
                from = match->last;
                found.emplace_back(match->first, text.substr(match->first, match->last - match->first));
            }
        }
        std::sort(found.begin(), found.end());
        for (const auto& [at, name] : found) {
            if (std::find(references.begin(), references.end(), name) == references.end()) references.push_back(name);
        }
    };
    for (const model::Section& section : standard.sections)
        for (const model::Statement& statement : section.statements) search(statement.text);
}

}  // namespace kwalign::ingest
