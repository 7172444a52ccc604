#pragma once

/// Private to the CASE exporter: the JSON of single CASE objects, one line each.

#include "model/exchange/case_vocabulary.hpp"
#include "model/exchange/exporter.hpp"

#include <string>
#include <string_view>
#include <unordered_set>

namespace kwalign::model {

/// What one standard's objects have in common.
struct CaseStandard {
    const Standard& standard;
    const ExportOptions& options;
    LossReport& losses;
    std::string changed;  ///< RFC 3339, for lastChangeDateTime
    CaseIdentifiers identifiers;
    CaseNode document;
    std::unordered_set<std::string_view> unit_codes;
};
/// Also reports what no object of CASE can say about the standard as a whole.
[[nodiscard]] CaseStandard describe_for_case(const Standard& standard, const ExportOptions& options, LossReport& losses);

[[nodiscard]] std::string case_document_json(const CaseStandard& context);
[[nodiscard]] std::string case_unit_json(const CaseStandard& context, const Unit& unit);
[[nodiscard]] std::string case_statement_json(const CaseStandard& context, const Unit& unit, const Statement& statement);
/// CFItemTypes of all kinds that occur, and the licence.
[[nodiscard]] std::string case_definitions_json(const CaseStandard& context);

/// A name for people: "performance_indicator" -> "Performance indicator".
[[nodiscard]] std::string case_type_title(std::string_view kind);
[[nodiscard]] CaseNode case_type_node(const ExportOptions& options, std::string_view kind);
/// CFLicenses with one entry, or nothing where no licence is given. Writes a member of CFDefinitions.
void write_case_licences(JsonWriter& json, const ExportOptions& options, std::string_view changed);
void write_case_licence_link(JsonWriter& json, const ExportOptions& options);

}  // namespace kwalign::model
