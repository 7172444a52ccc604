#include "ingest/outline/toml_text.hpp"

#include "model/error.hpp"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>

namespace kwalign::ingest {

namespace {

TomlValue plain(const toml::node& node) {
    TomlValue value;
    value.line = node.source().begin.line;
    if (const auto* text = node.as_string()) {
        value.kind = TomlValue::Kind::text;
        value.text = text->get();
    } else if (const auto* flag = node.as_boolean()) {
        value.kind = TomlValue::Kind::flag;
        value.flag = flag->get();
    } else if (node.is_number()) {
        value.kind = TomlValue::Kind::number;
        value.number = node.value<double>().value_or(0.0);
    } else if (const toml::array* list = node.as_array()) {
        value.kind = TomlValue::Kind::list;
        for (const toml::node& entry : *list) value.list.push_back(plain(entry));
    } else if (const toml::table* table = node.as_table()) {
        value.kind = TomlValue::Kind::table;
        for (const auto& [key, entry] : *table) value.table.emplace_back(std::string(key.str()), plain(entry));
    }
    return value;
}

}  // namespace

const TomlValue* TomlValue::find(std::string_view key) const noexcept {
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.first == key; });
    return found == table.end() ? nullptr : &found->second;
}

TomlValue parse_toml(std::string_view text, std::string_view place) {
    const toml::parse_result parsed = toml::parse(text, std::string(place));
    if (!parsed) {
        const toml::parse_error& error = parsed.error();
        throw model::Error(model::ErrorCode::bad_template, std::string(place) + ":" + std::to_string(error.source().begin.line),
                           std::string(error.description()), "TOML 1.0 expected");
    }
    return plain(parsed.table());
}

}  // namespace kwalign::ingest
