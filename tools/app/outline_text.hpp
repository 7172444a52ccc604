#pragma once

#include "model/json_codec.hpp"
#include "model/standard.hpp"

#include <string>

namespace kwalign::tools {

/// A standard as an indented outline for a terminal: what it is, its qualifications, its units with all statements, its findings.
[[nodiscard]] std::string outline_text(const model::Standard& standard, model::Persons persons);
/// The same as Markdown (CommonMark), for notes and mails.
[[nodiscard]] std::string outline_markdown(const model::Standard& standard, model::Persons persons);

}  // namespace kwalign::tools
