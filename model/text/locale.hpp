#pragma once

/// What a reader's language does to dates, numbers and names (CLDR data, through ICU). The language is always given by the caller and never
/// read from the environment, so that the same input gives the same bytes on every machine. Thread-safe.
///
/// `lang` is a BCP 47 tag, "en", "nl" or "et"; others work as far as ICU knows them.

#include <string>
#include <string_view>

namespace kwalign::model {

/// An ISO 8601 date (what follows the tenth character is ignored) as `lang` writes it in running text: "31 January 2030",
/// "31 januari 2030", "31.01.2030". What is no date comes back as it is.
[[nodiscard]] std::string local_date(std::string_view iso_date, std::string_view lang);

/// The sign between whole and part of a number: "." or ",".
[[nodiscard]] std::string decimal_mark(std::string_view lang);

/// What `lang` calls the language with this tag: "Estonian", "Estisch", "eesti". The tag itself where ICU has no name for it.
[[nodiscard]] std::string language_name(std::string_view tag, std::string_view lang);

}  // namespace kwalign::model
