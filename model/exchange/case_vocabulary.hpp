#pragma once

/// Names that the CASE exporter and importer share (1EdTech Competencies and Academic Standards Exchange 1.1).

#include "model/exchange/exporter.hpp"
#include "model/json_writer.hpp"
#include "model/link.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

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

/// The CASE identifiers of a standard and its parts: UUIDs derived from their model ids, or those that they had in the package from
/// which they were imported, so that going through kwalign renames nothing.
class CaseIdentifiers {
public:
    explicit CaseIdentifiers(const Standard& standard);
    [[nodiscard]] const std::string& document() const noexcept { return m_document; }
    /// Of a unit or statement by its model id.
    [[nodiscard]] std::string of(const std::string& id) const;

    /// Where an imported standard keeps them: an entry of Standard::identifiers for the document, one of Standard::fields (a JSON
    /// object, model id to UUID) for the parts.
    static constexpr std::string_view document_scheme = "case_identifier";
    static constexpr std::string_view parts_field = "case_identifiers";

private:
    std::string m_document;
    std::unordered_map<std::string, std::string> m_parts;
};

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
