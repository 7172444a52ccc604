#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kwalign::ingest {

/// An HTML tag in running text.
struct HtmlTag {
    std::string name;        ///< lower case
    bool closes = false;     ///< "</name>"
    std::size_t length = 0;  ///< bytes, with the angle brackets
    std::string_view attributes;
};

/// The tag that starts at the beginning of `text`, or nothing: names that are no elements of HTML ("<x@y.z>", "< 5") are text.
[[nodiscard]] std::optional<HtmlTag> read_tag(std::string_view text);

/// The whole-number value of an attribute ("start" in `start="4"`), if it is there.
[[nodiscard]] std::optional<int> number_attribute(const HtmlTag& tag, std::string_view name);

}  // namespace kwalign::ingest
