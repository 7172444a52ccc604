#pragma once

/// Values as SSSOM/TSV writes them.

#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

/// A number with up to three digits after the point, halves rounded away from zero: the canonical form of SSSOM.
[[nodiscard]] std::string sssom_number(double value);
/// A field of the mappings block, quoted where it has to be.
[[nodiscard]] std::string sssom_field(std::string_view value);
/// Several values as one field, before quoting: joined by "|", with "|" and "\" escaped.
[[nodiscard]] std::string sssom_list(const std::vector<std::string>& values);
/// The inverse of sssom_list.
[[nodiscard]] std::vector<std::string> split_sssom_list(std::string_view field);
/// A scalar of the metadata block: plain where YAML 1.2 reads it back as the same string, else in double quotes.
[[nodiscard]] std::string yaml_scalar(std::string_view value);

}  // namespace kwalign::model
