#pragma once

/// Private to the model's rooms: reading helpers that the decoders share.

#include "model/json_reader.hpp"
#include "model/standard.hpp"

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

/// A string member; absent and null read as empty.
[[nodiscard]] inline std::string text_of(const JsonCursor& object, std::string_view key) {
    const auto found = object.find(key);
    return found ? found->string() : std::string();
}

/// A number member with what it means when absent.
[[nodiscard]] inline double number_of(const JsonCursor& object, std::string_view key, double absent) {
    const auto found = object.find(key);
    return found ? found->number() : absent;
}

/// A count member; absent reads as 0.
[[nodiscard]] inline std::size_t count_of(const JsonCursor& object, std::string_view key) {
    const auto found = object.find(key);
    return found ? static_cast<std::size_t>(found->integer(0, std::numeric_limits<std::int64_t>::max())) : 0;
}

/// Every element of an array member, read by `read`; absent reads as none.
template <typename Read>
[[nodiscard]] auto list_of(const JsonCursor& object, std::string_view key, Read read) {
    std::vector<decltype(read(object))> result;
    if (const auto found = object.find(key)) {
        const auto items = found->items();
        result.reserve(items.size());
        for (const JsonCursor& item : items) result.push_back(read(item));
    }
    return result;
}

[[nodiscard]] inline std::vector<std::string> strings_of(const JsonCursor& object, std::string_view key) {
    return list_of(object, key, [](const JsonCursor& item) { return item.string(); });
}

[[nodiscard]] inline std::map<std::string, std::string> map_of(const JsonCursor& object, std::string_view key) {
    std::map<std::string, std::string> result;
    if (const auto found = object.find(key))
        for (const auto& [name, value] : found->members()) result.emplace(name, value.string());
    return result;
}

/// A member that must be one of the names `parse` knows.
template <typename Parse>
[[nodiscard]] auto name_of(const JsonCursor& object, std::string_view key, Parse parse) {
    const JsonCursor value = object.at(key);
    const auto parsed = parse(value.string());
    if (!parsed) value.fail("unknown name \"" + value.string() + "\"");
    return *parsed;
}

/// Of an object with "level_detail", which says it exactly, or as documents written by hand may have it, "level" alone.
[[nodiscard]] std::optional<Level> read_level(const JsonCursor& object);
[[nodiscard]] SourceSpan read_span(const JsonCursor& cursor);
[[nodiscard]] Repair read_repair(const JsonCursor& cursor);
[[nodiscard]] Statement read_statement(const JsonCursor& cursor);
[[nodiscard]] Unit read_unit(const JsonCursor& cursor);

}  // namespace kwalign::model
