#pragma once

/// TOML as plain values; the TOML library is seen by toml_text.cpp only.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kwalign::ingest {

struct TomlValue {
    enum class Kind { text, flag, number, list, table, other } kind = Kind::other;
    std::string text;
    bool flag = false;
    double number = 0.0;
    std::vector<TomlValue> list;
    std::vector<std::pair<std::string, TomlValue>> table;  ///< sorted by key
    std::size_t line = 0;                                  ///< where it begins, from 1

    /// The value of a key of a table, or null.
    [[nodiscard]] const TomlValue* find(std::string_view key) const noexcept;
};

/// The whole file as a table. Throws Error(bad_template) with `place` and line where the text is no TOML 1.0.
[[nodiscard]] TomlValue parse_toml(std::string_view text, std::string_view place);

}  // namespace kwalign::ingest
