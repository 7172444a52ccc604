#pragma once

/// Columns and terms of SSSOM 1.1 (Simple Standard for Sharing Ontological Mappings) that the exporter and importer share.

#include "model/link.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kwalign::model {

/// What kwalign writes, in the order of the standard's slots; from `decided_at` on extension slots in the order of their names.
enum class SssomColumn : std::size_t {
    record_id,
    subject_id,
    subject_label,
    subject_category,
    predicate_id,
    predicate_modifier,
    object_id,
    object_label,
    object_category,
    mapping_justification,
    author_label,
    reviewer_label,
    subject_source,
    subject_source_version,
    object_source,
    object_source_version,
    mapping_cardinality,
    mapping_tool,
    mapping_tool_version,
    review_date,
    confidence,
    reviewer_agreement,
    match_string,
    similarity_score,
    similarity_measure,
    comment,
    decided_at,
    evidence,
    expires,
    level_difference,
    mapping_status,
    object_coverage,
    object_spans,
    object_unit,
    subject_coverage,
    subject_spans,
    subject_unit
};
inline constexpr std::size_t sssom_column_count = 37;
inline constexpr std::size_t sssom_standard_columns = 26;

inline constexpr std::array<std::string_view, sssom_column_count> sssom_column_names{"record_id",
                                                                                     "subject_id",
                                                                                     "subject_label",
                                                                                     "subject_category",
                                                                                     "predicate_id",
                                                                                     "predicate_modifier",
                                                                                     "object_id",
                                                                                     "object_label",
                                                                                     "object_category",
                                                                                     "mapping_justification",
                                                                                     "author_label",
                                                                                     "reviewer_label",
                                                                                     "subject_source",
                                                                                     "subject_source_version",
                                                                                     "object_source",
                                                                                     "object_source_version",
                                                                                     "mapping_cardinality",
                                                                                     "mapping_tool",
                                                                                     "mapping_tool_version",
                                                                                     "review_date",
                                                                                     "confidence",
                                                                                     "reviewer_agreement",
                                                                                     "match_string",
                                                                                     "similarity_score",
                                                                                     "similarity_measure",
                                                                                     "comment",
                                                                                     "decided_at",
                                                                                     "evidence",
                                                                                     "expires",
                                                                                     "level_difference",
                                                                                     "mapping_status",
                                                                                     "object_coverage",
                                                                                     "object_spans",
                                                                                     "object_unit",
                                                                                     "subject_coverage",
                                                                                     "subject_spans",
                                                                                     "subject_unit"};

/// The value type of an extension slot, a CURIE.
[[nodiscard]] constexpr std::string_view sssom_type_hint(SssomColumn column) noexcept {
    switch (column) {
        case SssomColumn::level_difference: return "xsd:integer";
        case SssomColumn::object_coverage:
        case SssomColumn::subject_coverage: return "xsd:double";
        case SssomColumn::expires: return "xsd:date";
        default: return "xsd:string";
    }
}

/// Standard slots whose value, where all rows have the same, is said once for the whole set.
inline constexpr std::array sssom_propagated{
    SssomColumn::subject_source, SssomColumn::subject_source_version, SssomColumn::object_source,     SssomColumn::object_source_version,
    SssomColumn::mapping_tool,   SssomColumn::mapping_tool_version,   SssomColumn::similarity_measure};

inline constexpr std::string_view sssom_no_term = "sssom:NoTermFound";
/// Stands for a reviewer whom the persons switch leaves out: a review date must not be without a reviewer.
inline constexpr std::string_view sssom_unnamed = "(name left out)";
/// How similarity_score comes about: the Dice coefficient 2ab/(a+b) of both coverages.
inline constexpr std::string_view sssom_similarity_measure = "Dice coefficient of subject and object coverage";
/// The value of `license` for a set without one (SSSOM specification).
inline constexpr std::string_view sssom_no_licence = "https://w3id.org/sssom/license/unspecified";

/// One row; empty fields are absent.
struct SssomRow {
    std::array<std::string, sssom_column_count> fields;

    [[nodiscard]] std::string& operator[](SssomColumn column) { return fields[static_cast<std::size_t>(column)]; }
    [[nodiscard]] const std::string& operator[](SssomColumn column) const { return fields[static_cast<std::size_t>(column)]; }
};

}  // namespace kwalign::model
