#include "ingest/outline/template_table.hpp"

#include "model/error.hpp"

#include <algorithm>

namespace kwalign::ingest {

TemplateTable::TemplateTable(const TomlValue& value, std::string place, std::string path)
    : m_value(value), m_place(std::move(place)), m_path(std::move(path)) {}

void TemplateTable::allow(std::initializer_list<std::string_view> keys) const {
    for (const auto& [key, value] : m_value.table) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) fail(key, "unknown key", value);
    }
}

const TomlValue* TemplateTable::value_of(std::string_view key, TomlValue::Kind kind, std::string_view expected) const {
    const TomlValue* value = m_value.find(key);
    if (value != nullptr && value->kind != kind) fail(key, std::string(expected) + " expected", *value);
    return value;
}

std::string TemplateTable::text(std::string_view key, std::string fallback) const {
    const TomlValue* value = value_of(key, TomlValue::Kind::text, "text");
    return value == nullptr ? fallback : value->text;
}

std::string TemplateTable::required_text(std::string_view key) const {
    if (!has(key)) fail(key, "missing");
    return text(key);
}

bool TemplateTable::flag(std::string_view key) const {
    const TomlValue* value = value_of(key, TomlValue::Kind::flag, "true or false");
    return value != nullptr && value->flag;
}

double TemplateTable::number(std::string_view key, double fallback) const {
    const TomlValue* value = value_of(key, TomlValue::Kind::number, "number");
    return value == nullptr ? fallback : value->number;
}

std::size_t TemplateTable::count(std::string_view key) const {
    const double value = number(key, 0.0);
    if (value < 0.0 || value > 1e6) fail(key, "number out of range");
    return static_cast<std::size_t>(value);
}

std::vector<std::string> TemplateTable::texts(std::string_view key) const {
    const TomlValue* value = m_value.find(key);
    if (value == nullptr) return {};
    if (value->kind == TomlValue::Kind::text) return {value->text};
    if (value->kind != TomlValue::Kind::list) fail(key, "list of texts expected", *value);
    std::vector<std::string> result;
    for (const TomlValue& entry : value->list) {
        if (entry.kind != TomlValue::Kind::text) fail(key, "text expected", entry);
        result.push_back(entry.text);
    }
    return result;
}

std::vector<Pattern> TemplateTable::patterns(std::string_view key) const {
    std::vector<Pattern> result;
    for (const std::string& expression : texts(key)) result.emplace_back(expression, where(key, *m_value.find(key)));
    return result;
}

std::optional<Pattern> TemplateTable::pattern(std::string_view key) const {
    if (!has(key)) return std::nullopt;
    return Pattern(text(key), where(key, *m_value.find(key)));
}

Pattern TemplateTable::required_pattern(std::string_view key) const { return Pattern(required_text(key), where(key, *m_value.find(key))); }

model::StatementKind TemplateTable::statement_kind(std::string_view key) const {
    if (!has(key)) return model::StatementKind::description;
    if (const auto kind = model::parse_statement_kind(text(key))) return *kind;
    fail(key, "no such kind of statement", *m_value.find(key));
}

std::vector<TemplateTable> TemplateTable::tables(std::string_view key) const {
    std::vector<TemplateTable> result;
    const TomlValue* value = value_of(key, TomlValue::Kind::list, "list of tables");
    if (value == nullptr) return result;
    for (const TomlValue& entry : value->list) {
        if (entry.kind != TomlValue::Kind::table) fail(key, "table expected", entry);
        result.emplace_back(entry, m_place, path(key) + "[" + std::to_string(result.size()) + "]");
    }
    return result;
}

std::optional<TemplateTable> TemplateTable::table(std::string_view key) const {
    const TomlValue* value = value_of(key, TomlValue::Kind::table, "table");
    if (value == nullptr) return std::nullopt;
    return TemplateTable(*value, m_place, path(key));
}

void TemplateTable::fail(std::string_view key, std::string_view what) const {
    const TomlValue* value = m_value.find(key);
    fail(key, what, value == nullptr ? m_value : *value);
}

void TemplateTable::fail(std::string_view key, std::string_view what, const TomlValue& at) const {
    throw model::Error(model::ErrorCode::bad_template, where(key, at), std::string(what), "see corpora/templates/README.md");
}

std::string TemplateTable::path(std::string_view key) const { return m_path.empty() ? std::string(key) : m_path + "." + std::string(key); }

std::string TemplateTable::where(std::string_view key, const TomlValue& at) const {
    return m_place + ":" + std::to_string(at.line) + " " + path(key);
}

}  // namespace kwalign::ingest
