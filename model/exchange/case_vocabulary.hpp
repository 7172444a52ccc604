#pragma once

/// Names that the CASE exporter and importer share (1EdTech Competencies and Academic Standards Exchange 1.1).

#include "model/exchange/exporter.hpp"
#include "model/json_writer.hpp"
#include "model/link.hpp"

#include <string>
#include <string_view>

namespace kwalign::model {

/// The key under "extensions" that holds what CASE has no field for.
inline constexpr std::string_view case_extension = "kwalign";
/// Stands for an unknown moment of the last change, which CASE demands.
inline constexpr std::string_view unknown_moment = "1970-01-01T00:00:00+00:00";

/// Identifier and address of one CASE object.
struct CaseNode {
    std::string identifier;  ///< UUID
    std::string uri;
};
/// `collection`: "CFDocuments", "CFItems", "CFAssociations", "CFItemTypes", "CFLicenses". The address is base_uri/collection/identifier,
/// or urn:uuid:identifier where there is no base_uri.
[[nodiscard]] CaseNode case_node(const ExportOptions& options, std::string_view collection, std::string identifier);

/// The identifier of a standard, unit, statement or qualification by its model id.
[[nodiscard]] std::string case_identifier(std::string_view id);

/// How a relation is said. `reversed`: origin and destination change places ("covers": the target is part of the source).
struct CaseAssociationType {
    std::string name;
    bool reversed = false;
};
[[nodiscard]] CaseAssociationType case_association_type(const Link& link);

/// Members "identifier" and "uri".
void write_case_node(JsonWriter& json, const CaseNode& node);
/// A LinkURI or LinkGenURI object.
void write_case_link(JsonWriter& json, std::string_view key, const CaseNode& node, std::string_view title);

}  // namespace kwalign::model
