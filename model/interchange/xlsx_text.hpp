#pragma once

#include <string>
#include <string_view>

namespace kwalign::model {

/// `text` as a cell of an Excel workbook can hold it: valid UTF-8, control characters as spaces (XML has none), the format's own escape
/// escaped ("_x0041_" would be read back as "A"), and at most 32,767 UTF-16 units: a longer text is cut between characters and
/// ends in a space and `cut_notice`.
[[nodiscard]] std::string cell_text(std::string_view text, std::string_view cut_notice);

}  // namespace kwalign::model
