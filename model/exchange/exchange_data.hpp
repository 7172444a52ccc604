#pragma once

/// Private to the exporters: the tables of corpora/exchange, compiled in (embed_tables.cmake). Tab-separated, with remarks and a header.

#include <string_view>

namespace kwalign::model {

extern const std::string_view isced_f_table;
extern const std::string_view isced_f_codes_table;
extern const std::string_view levels_table;
extern const std::string_view languages_table;
extern const std::string_view countries_table;

}  // namespace kwalign::model
