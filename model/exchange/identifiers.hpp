#pragma once

/// Published identifiers: derived from the model's stable ids, so that publishing again updates and never duplicates.

#include "model/exchange/exporter.hpp"
#include "model/link.hpp"
#include "model/standard.hpp"

#include <string>
#include <string_view>

namespace kwalign::model {

/// Namespace of kwalign's own terms (coverage, status ...) in formats that need a URI for a property.
inline constexpr std::string_view vocabulary_uri = "urn:kwalign:vocabulary:";

/// What the URIs of a framework's standards, units and statements start with: base + framework + "/", where the base is
/// options.base_uri with a slash, hash or colon at its end, or "urn:kwalign:".
[[nodiscard]] std::string framework_uri(const ExportOptions& options, std::string_view framework);
/// The part of a model id after its framework ("ee-estqf:08-1#B.3.5" -> "08-1#B.3.5"), made safe for a URI: every byte but letters,
/// digits, "-._~/" and the first "#" and "!" is percent-encoded. Later "#" are encoded, so the result has one fragment at most.
[[nodiscard]] std::string local_part(std::string_view id);
/// framework_uri + local_part of a model id (of a standard, qualification, unit or statement).
[[nodiscard]] std::string uri_of(const ExportOptions& options, std::string_view id);
/// The inverse of local_part.
[[nodiscard]] std::string decode_local_part(std::string_view local);
/// The part of an id before its first colon: its framework; all of it where there is none.
[[nodiscard]] std::string_view framework_of(std::string_view id) noexcept;

/// The id of a part of `standard`: its own, or where it has none (identity.hpp was not asked) the one it would get.
[[nodiscard]] std::string id_of(const Standard& standard, const Unit& unit);
[[nodiscard]] std::string id_of(const Standard& standard, const Statement& statement);
[[nodiscard]] std::string id_of(const Standard& standard, const Qualification& qualification);

/// A file name for an id: letters, digits, "-._", anything else becomes "_".
[[nodiscard]] std::string file_name_for(std::string_view id);

/// "2024-09-23" of a date or date and time; empty where `text` does not start with a date of the calendar.
[[nodiscard]] std::string date_of(std::string_view text);
/// An RFC 3339 moment in UTC or with its offset: `text` itself where it is one, midnight UTC where it is a date, else empty.
[[nodiscard]] std::string moment_of(std::string_view text);

/// The UUID (version 5) of a link: it depends on the two ends only, so a link keeps it when its relation or status changes.
[[nodiscard]] std::string link_identifier(const Link& link);
/// What a link's place is called in loss reports: "nl-mbo:C0088#C1-K1 -> ee-estqf:08-1#B.3.5".
[[nodiscard]] std::string place_of(const Link& link);

}  // namespace kwalign::model
