#pragma once

#include "ingest/layout/line.hpp"

#include <string>
#include <string_view>

namespace kwalign::tests {

/// A line-oriented way to write a LayoutDocument down. Every line of `text` is one Line; its first character says what stands
/// before it: ' ' unknown, '+' surely the same paragraph, '=' a new paragraph, '/' a new page, '*' a bulleted item,
/// '#' furniture. "|r,c|" after it puts the line into row r and column c of table 1.
ingest::LayoutDocument lines(std::string_view text);

/// Plain text as it stands: a blank line before a line makes it a new paragraph, "• " or "- " a bulleted item.
ingest::LayoutDocument plain(std::string_view text);

}  // namespace kwalign::tests
