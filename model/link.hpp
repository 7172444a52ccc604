#pragma once

/// Links between units or statements of two standards, and the evidence that carries them.

#include "model/source_span.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

/// Set relations between what two things require, read from the source's side (DESIGN.md, "Relations").
enum class Relation { equal, equivalent, covers, covered_by, overlaps, none };

/// "equal", "equivalent", "covers", "covered-by", "overlaps", "none".
[[nodiscard]] std::string_view to_string(Relation relation) noexcept;
/// Accepts kwalign's names and the SKOS names (exactMatch, closeMatch, narrowMatch, broadMatch, relatedMatch; with or without "skos:").
[[nodiscard]] std::optional<Relation> parse_relation(std::string_view name) noexcept;
/// "exactMatch", ...; "noTermFound" for none.
[[nodiscard]] std::string_view skos_name(Relation relation) noexcept;
/// The same fact read from the other side: covers <-> covered_by, the others unchanged.
[[nodiscard]] Relation inverse(Relation relation) noexcept;

enum class LinkStatus { suggested, confirmed, rejected };
[[nodiscard]] std::string_view to_string(LinkStatus status) noexcept;
[[nodiscard]] std::optional<LinkStatus> parse_link_status(std::string_view name) noexcept;

/// A unit, or one statement of it (`statement` not empty), of a standard in the store.
struct Endpoint {
    std::string standard;   ///< standard id
    std::string unit;       ///< unit code
    std::string statement;  ///< statement code; empty: the unit as a whole

    /// The code to print: the statement's where there is one, else the unit's.
    [[nodiscard]] const std::string& code() const noexcept { return statement.empty() ? unit : statement; }
    friend auto operator<=>(const Endpoint&, const Endpoint&) = default;
};

/// One reason for (or against) a link, in a form a person can check.
struct Evidence {
    std::string
        kind;  ///< "statements", "concepts", "title", "code", "derivation", "words", "third_framework", "code_conflict", "third_conflict", "together", "embedding"
    double weight = 0.0;           ///< contribution to the score, may be negative
    std::string source_statement;  ///< statement codes where the evidence is a statement pair, else empty
    std::string target_statement;
    std::vector<std::string> shared;  ///< concepts (by their label in English), codes or words both sides share
    std::string text;                 ///< one line for people, in English

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Who decided what, when, why; the times come from the caller, never from a clock inside a library.
struct Decision {
    LinkStatus status = LinkStatus::suggested;
    std::string by;
    std::string when;  ///< ISO 8601
    std::string why;

    friend bool operator==(const Decision&, const Decision&) = default;
};

/// A typed link. `confidence` 0..1 is calibrated: of the links said with 0.8 about four in five hold.
/// `coverage_source`: share 0..1 of the source's distinctive content that the target also requires; `coverage_target` the reverse.
struct Link {
    Endpoint source;
    Endpoint target;
    Relation relation = Relation::none;
    double confidence = 0.0;
    double coverage_source = 0.0;
    double coverage_target = 0.0;
    std::optional<int> level_difference;  ///< target minus source on the EQF scale, where both are known
    std::string method;                   ///< "kwalign 1 concepts+titles+codes"
    std::vector<Evidence> evidence;       ///< strongest first
    Decision decision;

    friend bool operator==(const Link&, const Link&) = default;
};

}  // namespace kwalign::model
