#pragma once

#include "ingest/outline/pattern.hpp"
#include "ingest/outline/toml_text.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kwalign::ingest {

/// One table of a template description, with everything needed to complain about it. Every complaint is an
/// Error(bad_template) with file, line and key. Borrows the value: keep it alive.
class TemplateTable {
public:
    TemplateTable(const TomlValue& value, std::string place, std::string path);

    /// Complains about keys that nobody reads: a misspelt key must not be silently without effect.
    void allow(std::initializer_list<std::string_view> keys) const;

    [[nodiscard]] bool has(std::string_view key) const { return m_value.find(key) != nullptr; }
    [[nodiscard]] std::string text(std::string_view key, std::string fallback = {}) const;
    [[nodiscard]] std::string required_text(std::string_view key) const;
    [[nodiscard]] bool flag(std::string_view key) const;
    [[nodiscard]] double number(std::string_view key, double fallback) const;
    [[nodiscard]] std::size_t count(std::string_view key) const;
    /// A list of texts; a single text is a list of one.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    [[nodiscard]] std::vector<Pattern> patterns(std::string_view key) const;
    [[nodiscard]] std::optional<Pattern> pattern(std::string_view key) const;
    [[nodiscard]] Pattern required_pattern(std::string_view key) const;
    [[nodiscard]] model::StatementKind statement_kind(std::string_view key) const;
    [[nodiscard]] std::vector<TemplateTable> tables(std::string_view key) const;
    [[nodiscard]] std::optional<TemplateTable> table(std::string_view key) const;
    [[nodiscard]] const std::vector<std::pair<std::string, TomlValue>>& entries() const { return m_value.table; }

    /// The value named by the text of `key`; complains with the names allowed.
    template <typename Value>
    [[nodiscard]] Value choice(std::string_view key, Value fallback,
                               std::initializer_list<std::pair<std::string_view, Value>> values) const {
        if (!has(key)) return fallback;
        const std::string name = text(key);
        std::string allowed;
        for (const auto& [candidate, value] : values) {
            if (candidate == name) return value;
            allowed += (allowed.empty() ? "" : ", ") + std::string(candidate);
        }
        fail(key, "'" + name + "' is none of " + allowed);
    }

    [[noreturn]] void fail(std::string_view key, std::string_view what) const;
    [[noreturn]] void fail(std::string_view key, std::string_view what, const TomlValue& at) const;

private:
    [[nodiscard]] std::string path(std::string_view key) const;
    [[nodiscard]] std::string where(std::string_view key, const TomlValue& at) const;
    /// The value of a key if it is of this kind; null where the key is absent.
    [[nodiscard]] const TomlValue* value_of(std::string_view key, TomlValue::Kind kind, std::string_view expected) const;

    const TomlValue& m_value;
    std::string m_place;
    std::string m_path;
};

}  // namespace kwalign::ingest
