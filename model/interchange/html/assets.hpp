#pragma once

#include <string_view>

namespace kwalign::model {

/// html/table.css and html/table.js, taken into the program by html/embed.cmake when it is built.
extern const std::string_view table_style;
extern const std::string_view table_script;

}  // namespace kwalign::model
