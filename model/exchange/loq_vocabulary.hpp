#pragma once

/// Private to the LOQ exporters: the controlled vocabularies of the European Learning Model, from the tables of corpora/exchange.

#include "model/exchange/publisher_facts.hpp"
#include "model/standard.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kwalign::model {

/// Who says which field of education a standard is of.
enum class FieldSource {
    standard,   ///< it is printed
    publisher,  ///< PublisherFacts
    table       ///< it follows from another classification by isced-f.tsv
};

/// The field of education and training of a standard, and what says so.
struct IscedField {
    std::string uri;
    std::string code;
    std::string reason;  ///< for people: "ISCO-08 2512 by \"251 software ...\""
    FieldSource source = FieldSource::standard;
};
/// In this order: an ISCED-F code that the standard states, one that the publisher states, ISCO-08 codes of the standard or the publisher by
/// isced-f.tsv, e-CF where at least half of the competences name it. Nothing where none of them says it.
[[nodiscard]] std::optional<IscedField> isced_field_of(const Standard& standard, const StatedFacts& facts = {});

/// True for a code that ISCED-F 2013 has.
[[nodiscard]] bool is_isced_f_code(std::string_view code);
/// One to four digits.
[[nodiscard]] bool is_isco_code(std::string_view code) noexcept;

/// A level in the European registers. For a range the lower one.
struct LoqLevel {
    int eqf = 0;  ///< 1..8
    std::string eqf_uri;
    std::string national_uri;  ///< empty where the level is none of a listed national framework
};
[[nodiscard]] std::optional<LoqLevel> loq_level_of(const Level& level);

/// The entry of a language tag in the authority table; nothing for an unlisted one.
[[nodiscard]] std::optional<std::string> language_uri(std::string_view tag);
/// The country of a framework; nothing where it has none.
[[nodiscard]] std::optional<std::string> country_uri(std::string_view framework);
/// "http://data.europa.eu/esco/isco/C2512".
[[nodiscard]] std::string isco_uri(std::string_view code);

}  // namespace kwalign::model
