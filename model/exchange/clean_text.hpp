#pragma once

#include <string>
#include <string_view>

namespace kwalign::model {

/// Text that XML 1.0 and RDF can hold: well-formed UTF-8 (U+FFFD in place of what is not), control characters as spaces, and neither
/// U+FFFE nor U+FFFF.
[[nodiscard]] std::string clean_text(std::string_view text);
/// A BCP 47 tag as RDF and XML accept it: `lang` where it has that form, else "und".
[[nodiscard]] std::string language_tag(std::string_view lang);

}  // namespace kwalign::model
