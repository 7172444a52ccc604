#pragma once

/// The normalized model of one qualification document. Plain values: copy, compare, hand between threads freely.

#include "model/finding.hpp"
#include "model/source_span.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

/// What a leaf says. The JSON names are the enumerators' names.
enum class StatementKind {
    performance_indicator,  ///< tegevusnäitaja
    learning_outcome,       ///< unit learning outcome, õpiväljund, leerresultaat
    behaviour,              ///< gedrag
    result,                 ///< resultaat
    knowledge,              ///< heeft kennis van ...
    skill,                  ///< kan ...
    description,            ///< omschrijving, complexiteit, capability: prose about the unit
    deliverable             ///< a product that learners or workers hand over
};
[[nodiscard]] std::string_view to_string(StatementKind kind) noexcept;
[[nodiscard]] std::optional<StatementKind> parse_statement_kind(std::string_view name) noexcept;

/// What a unit is for, whatever its family calls it; `Unit::kind` keeps the family's own name.
enum class UnitRole {
    container,   ///< part, chapter, kerntaak: holds units; not linked itself
    competence,  ///< competence, werkproces, programme outcome, list item: what links are made between
    bundle,      ///< general skills: a bag of unrelated statements, linked statement by statement only
    task         ///< an overview entry that names work the competences describe; not linked
};
[[nodiscard]] std::string_view to_string(UnitRole role) noexcept;
[[nodiscard]] std::optional<UnitRole> parse_unit_role(std::string_view name) noexcept;

/// One change made to the text between source and model. `confidence` 0..1.
struct Repair {
    std::string rule;  ///< stable kebab-case: "hyphen-join", "nfc", "glued-words"
    std::string before;
    std::string after;
    double confidence = 1.0;

    friend bool operator==(const Repair&, const Repair&) = default;
};

/// Texts by BCP 47 language tag ("et", "nl", "en"; "und" where unknown); ordered, so output is deterministic.
using LocalizedText = std::map<std::string, std::string>;

/// A level as printed and as understood. For "EstQF Level 4": scheme "EstQF", value "4", low = high = 4; for "EQF 4/5":
/// scheme "EQF", value "4/5", low 4, high 5; for "[e-2]": scheme "e-CF", value "e-2", low = high = 2; "Niveau 4": scheme "mbo".
struct Level {
    std::string scheme;
    std::string value;
    int low = 0;  ///< 0: not a number
    int high = 0;

    friend bool operator==(const Level&, const Level&) = default;
};

/// A statement. `id` is globally unique and stable (model/identity.hpp); `code` is unique within its standard and is what
/// gold files and tables print (DESIGN.md, "Statement codes").
struct Statement {
    std::string id;
    std::string code;
    std::string number;  ///< as printed ("5", "a"), empty where none is printed
    StatementKind kind = StatementKind::description;
    std::string lang;     ///< BCP 47 tag of this statement's own language
    std::string text;     ///< normalized: one line, single spaces, NFC, hyphenation and OCR damage mended
    std::string raw;      ///< as extracted, line ends as "\n"
    std::string section;  ///< printed heading it stands under ("Tegevusnäitajad", "Gedrag")
    std::string group;    ///< printed sub-heading inside the section ("Mõtlemisoskused"), usually empty
    std::vector<SourceSpan> spans;
    std::vector<Repair> repairs;
    std::vector<std::string> applies_to;  ///< titles of the profiles it holds for; empty: all

    friend bool operator==(const Statement&, const Statement&) = default;
};

/// A node of the unit tree. Units are listed in document order; `parent` is the code of another unit or empty.
struct Unit {
    std::string id;
    std::string code;           ///< normalized: "B.3.5", "C1-K1-W1", "PLO 5"
    std::string code_printed;   ///< as printed where that differs ("C1-K 1-W1"), else empty
    std::string title;          ///< without code list and level
    std::string title_printed;  ///< whole heading as printed where that differs, else empty
    std::string kind;           ///< the family's term: "competence", "werkproces", "programme_learning_outcome", "part"
    UnitRole role = UnitRole::competence;
    std::string parent;
    std::optional<Level> level;    ///< its own printed level
    std::vector<std::string> ecf;  ///< e-CF competence codes, "C.1"; sorted as printed
    std::string ecf_source;        ///< "printed", or "title" where inferred from an equal title in the document's code table
    std::string lang;              ///< language of the title
    std::string requirement;       ///< "mandatory", "elective" or empty
    std::string derived_from;      ///< code in the standard it was taken from ("B1-K1-W1"), else empty
    std::vector<std::string> applies_to;
    std::vector<SourceSpan> spans;
    std::vector<Statement> statements;

    friend bool operator==(const Unit&, const Unit&) = default;
};

/// "At least `minimum` of `units`".
struct ElectiveGroup {
    std::size_t minimum = 1;
    std::vector<std::string> units;  ///< unit codes

    friend bool operator==(const ElectiveGroup&, const ElectiveGroup&) = default;
};

/// Which units a holder must have shown. Codes of this standard's units.
struct QualificationRule {
    std::vector<std::string> required;
    std::vector<ElectiveGroup> elective;

    friend bool operator==(const QualificationRule&, const QualificationRule&) = default;
};

/// Something awarded: kind "whole", "partial", "profile" or "certificate".
struct Qualification {
    std::string id;
    std::string kind;
    std::string code;      ///< crebo or register number where it has one
    std::string title;     ///< without the level
    LocalizedText titles;  ///< by language, where several are printed
    std::vector<std::string> also_known_as;
    std::optional<Level> level;
    QualificationRule rule;
    std::vector<SourceSpan> spans;

    friend bool operator==(const Qualification&, const Qualification&) = default;
};

/// Prose about the standard itself (description of work, preparation, deliverables): not linked, but never lost.
struct Section {
    std::string name;   ///< stable snake_case: "description_of_work", "deliverables", "context"
    std::string title;  ///< as printed
    std::vector<Statement> statements;

    friend bool operator==(const Section&, const Section&) = default;
};

/// A named person; kept apart so that a switch can leave persons out of every output.
struct Person {
    std::string name;
    std::string organisation;
    std::string role;  ///< "compiler"

    friend bool operator==(const Person&, const Person&) = default;
};

/// A reference to an entry of a published classification, e.g. scheme "ISCO-08", code "3511".
struct ClassificationRef {
    std::string scheme;
    std::string code;
    std::string title;

    friend bool operator==(const ClassificationRef&, const ClassificationRef&) = default;
};

/// Where one thing was taken from another: a certificate from a qualification, a dossier from its predecessor.
struct Derivation {
    std::string kind;  ///< "from_qualification", "from_dossier", "supersedes"
    std::string code;  ///< crebo or register number
    std::string title;
    std::optional<Level> level;

    friend bool operator==(const Derivation&, const Derivation&) = default;
};

/// The bytes it was read from.
struct Source {
    std::string path;    ///< as given by the caller
    std::string sha256;  ///< lower-case hexadecimal
    std::string media_type;
    std::size_t pages = 0;
    std::size_t bytes = 0;
    double text_accounted = 1.0;       ///< 0..1: share of the characters consumed by a field, statement or furniture
    std::string template_id;           ///< which template description read it
    double template_confidence = 0.0;  ///< 0..1

    friend bool operator==(const Source&, const Source&) = default;
};

/// One document's contents.
struct Standard {
    std::string id;         ///< "ee-estqf:08-23092024-1.1/7k"; see model/identity.hpp
    std::string framework;  ///< "ee-estqf", "nl-mbo", "eu-essa" or the name of an import
    std::string
        kind;  ///< "occupational_qualification_standard", "kwalificatiedossier", "mbo_certificaat", "educational_profile", "competence_list"
    std::string title;
    LocalizedText titles;
    std::map<std::string, std::string> identifiers;  ///< by scheme: "register_id", "crebo", "certificate_code"
    std::string version;
    std::string issuer;
    std::string decided;  ///< ISO 8601 date or empty
    std::string decision_number;
    std::string valid_from;  ///< ISO 8601 date or empty
    std::string valid_until;
    std::string approved_by;
    std::optional<Level> level;  ///< national level
    int eqf_low = 0;             ///< 1..8; 0: not stated and not derivable
    int eqf_high = 0;
    std::vector<ClassificationRef> classifications;
    std::vector<std::string> languages;         ///< of its statements and titles, most frequent first
    std::vector<std::string> references;        ///< standards it names ("EN 16234-1:2019 (e-CF)")
    std::vector<std::string> ecf;               ///< code table of the document in printed order
    std::map<std::string, std::string> fields;  ///< further printed fields by stable name: "study_load", "occupational_requirements"
    std::vector<Qualification> qualifications;
    std::vector<Unit> units;  ///< document order, parents before children
    std::vector<Section> sections;
    std::vector<Person> persons;
    std::vector<Derivation> derivations;
    Source source;
    std::vector<Finding> findings;

    /// The unit with exactly this code, or null. Linear; the pointer lives as long as the vector is left alone.
    [[nodiscard]] const Unit* find_unit(std::string_view code) const noexcept;

    friend bool operator==(const Standard&, const Standard&) = default;
};

}  // namespace kwalign::model
