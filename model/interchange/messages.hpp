#pragma once

/// The words of the tables themselves, in the languages the documents come in. Quoted text keeps its own language.

#include "model/link.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace kwalign::model {

/// One entry per phrase; the phrases stand in phrases.cpp, in this order.
enum class Phrase {
    equivalence_table,
    contents,
    created,
    made_with,
    skip_to_content,
    standards_compared,
    identifier,
    kind,
    version,
    issuer,
    decided,
    valid,
    valid_from,
    valid_until,
    not_stated,
    level,
    eqf_level,
    languages,
    units,
    statements,
    qualifications,
    source_file,
    fingerprint,
    pages,
    text_accounted,
    compiled_by,
    findings,
    how_to_read,
    method,
    relation,
    symbol,
    meaning,
    equal,
    equivalent,
    covers,
    covered_by,
    overlaps,
    none,
    equal_means,
    equivalent_means,
    covers_means,
    covered_by_means,
    overlaps_means,
    none_means,
    suggested,
    confirmed,
    rejected,
    status,
    status_means,
    confidence,
    confidence_means,
    coverage,
    coverage_means,
    level_means,
    languages_mean,
    minimum_confidence,
    settings,
    summary,
    links,
    links_by_relation,
    no_links,
    links_below_minimum,
    rejected_links,
    reviewed,
    covered_by_other,
    what,
    share,
    all_units_together,
    whole,
    partial,
    profile,
    certificate,
    unit,
    statement,
    qualification,
    counted_units,
    counted_statements,
    counted_pages,
    covered_of_total,
    weight_of_total,
    matrix,
    matrix_means,
    units_of,
    matrix_too_large,
    links_in_detail,
    code,
    title,
    item_in,
    evidence,
    expires,
    expires_means,
    of_source,
    of_target,
    level_same,
    level_unknown,
    level_higher,
    level_lower,
    level_difference,
    matched_statements,
    in_words_source,
    other_statements,
    no_statement_pairs,
    show_statements,
    page,
    page_abbreviated,
    pages_abbreviated,
    decided_by,
    decided_on,
    reason,
    agreed,
    not_agreed,
    your_decision,
    filter,
    filter_text,
    filter_relation,
    show_all_details,
    hide_all_details,
    reset_filter,
    rows_shown,
    sort_by,
    nothing_matches,
    not_covered,
    not_covered_codes,
    without_counterpart,
    all_have_counterpart,
    nearest,
    below_minimum,
    was_rejected,
    no_candidate,
    coverage_by_unit,
    nothing_uncovered,
    uncovered_statements,
    side_by_side,
    side_by_side_means,
    more_links,
    signatures,
    signatures_mean,
    evaluator,
    name,
    organisation,
    date,
    signature,
    about,
    gaps,
    side,
    requirement,
    mandatory,
    elective,
    truncated,
    back_to_contents,
    fact,
    title_elsewhere,
    register_numbers,
    classification,
    at_a_glance,
    glance_covered,
    glance_units,
    glance_levels,
    units_in_parts,
    total,
    legend,
    flow,
    flow_means,
    flow_picture,
    flow_too_large,
    flow_as_table,
    flow_alone,
    statement_pairs,
    place_on_page,
    order,
    order_document,
    order_title,
    joint,
    joint_means,
    joint_by,
    count_  ///< how many there are, not a phrase
};

/// Phrases in one language. Cheap to copy; refers to static text only.
class Messages {
public:
    /// "en", "nl" or "et", with or without a region; anything else reads English.
    explicit Messages(std::string_view lang) noexcept;

    [[nodiscard]] std::string_view lang() const noexcept;
    [[nodiscard]] std::string_view operator()(Phrase phrase) const noexcept;
    /// The phrase with {0}, {1}, ... replaced.
    [[nodiscard]] std::string operator()(Phrase phrase, std::initializer_list<std::string_view> values) const;

    /// A number written with a point, with the language's own mark instead: "0,80".
    [[nodiscard]] std::string number(std::string text) const;

    [[nodiscard]] std::string_view word(Relation relation) const noexcept;
    [[nodiscard]] std::string_view meaning(Relation relation) const noexcept;
    [[nodiscard]] std::string_view word(LinkStatus status) const noexcept;

private:
    enum class Language { en, nl, et };
    Language m_language;
};

/// One character for a relation, for places too narrow for a word; never used without the word nearby.
[[nodiscard]] std::string_view relation_symbol(Relation relation) noexcept;

}  // namespace kwalign::model
