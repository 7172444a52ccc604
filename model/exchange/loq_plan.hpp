#pragma once

/// Private to the LOQ exporters: what a standard becomes in the European Learning Model's application profile for learning opportunities
/// and qualifications (LOQ 3.1), the same for XML and RDF.

#include "model/exchange/exporter.hpp"
#include "model/exchange/loq_vocabulary.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kwalign::model {

/// One text in one language, cleaned, its language a valid tag.
struct LoqText {
    std::string lang;
    std::string text;
};

struct LoqIdentifier {
    std::string notation;
    std::string scheme;  ///< "register_id", "crebo"
};

/// A statement that says what a person knows or can do.
struct LoqOutcome {
    std::string uri;
    std::string id;
    LoqText title;
    std::string type_uri;  ///< knowledge or skill; empty where the statement is neither
};

/// A qualification, or what a unit or a standard without national level asks (a learning achievement specification).
struct LoqSpecification {
    std::string uri;
    bool is_qualification = false;
    bool is_partial = false;
    std::vector<LoqText> titles;  ///< one per language, at least one
    std::vector<LoqText> other_titles;
    std::vector<LoqText> descriptions;  ///< one per language
    std::vector<LoqIdentifier> identifiers;
    std::optional<LoqLevel> level;
    std::vector<std::size_t> outcomes;  ///< positions in LoqPlan::outcomes, at least one
    std::vector<std::string> parts;     ///< URIs of qualifications
    std::vector<std::string> wholes;    ///< URIs of specifications
    bool awarded = false;               ///< qualifications and the like; units are not awarded by themselves
};

struct LoqOrganisation {
    std::string uri;
    std::string location_uri;
    LoqText name;
    std::string country_uri;
};

struct LoqOccupation {
    std::string uri;  ///< of the entitlement
    std::string isco_uri;
    LoqText title;
};

struct LoqPlan {
    IscedField field;
    std::string field_note;                        ///< how the field was found, for people; empty where it is printed
    std::vector<std::string> languages;            ///< URIs, at least one
    std::vector<LoqSpecification> specifications;  ///< qualifications first, then units in document order
    std::vector<LoqOutcome> outcomes;
    std::vector<LoqOccupation> occupations;
    std::optional<LoqOrganisation> issuer;
    std::string modified;    ///< date and time, or empty
    std::string valid_from;  ///< date and time, or empty
    std::string valid_until;
};

/// Also reports what LOQ cannot say. Throws Error(unsupported) where the field of education is unknown or there is no learning outcome.
[[nodiscard]] LoqPlan plan_loq(const Standard& standard, const ExportOptions& options, LossReport& losses);

/// Throws Error(unsupported) that names all standards of the source that cannot be written.
void check_loq(const ExportSource& source, const ExportOptions& options);

/// The address of the kind of an occupation entitlement, and of its status "prospective".
inline constexpr std::string_view loq_occupation_type = "http://data.europa.eu/snb/entitlement/52f62180c2";
inline constexpr std::string_view loq_prospective = "http://data.europa.eu/snb/entitlement-status/5b8d6b34fb";

}  // namespace kwalign::model
