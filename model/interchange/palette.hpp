#pragma once

/// The colours of relations, for formats that cannot read the style sheet: spreadsheets and drawings. html/table.css names the same (a test
/// compares them). Every ink on its paper, and on white, has a contrast of at least 4.5 to 1 (WCAG 2 AA).

#include "model/link.hpp"

#include <cstdint>
#include <string>

namespace kwalign::model {

struct RelationLook {
    std::uint32_t ink;    ///< 0xRRGGBB
    std::uint32_t paper;  ///< of labels and cells
    std::uint32_t band;   ///< of bands in the picture of the coverage: stronger than paper, at least 3 to 1 beside white
};

[[nodiscard]] RelationLook look_of(Relation relation) noexcept;

/// "#0b4a2b".
[[nodiscard]] std::string css_color(std::uint32_t color);

}  // namespace kwalign::model
