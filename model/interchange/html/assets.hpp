#pragma once

#include <string_view>

namespace kwalign::model {

/// html/table.css, the same with html/paper.css for paper, and html/table.js, taken into the program by html/embed.cmake when it is built.
extern const std::string_view table_style;
extern const std::string_view paper_style;
extern const std::string_view table_script;

}  // namespace kwalign::model
