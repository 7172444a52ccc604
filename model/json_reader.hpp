#pragma once

/// Reads JSON text with errors that say where: the only room that sees the JSON library. A cursor is cheap to copy and valid as long
/// as its document is; reading from several threads is fine.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kwalign::model {

class JsonDocument;

/// One value in a document. Every accessor throws Error(bad_data) with the document's place and the value's JSON path
/// ("$.units[3].kind") when the value is not what was asked for.
class JsonCursor {
public:
    [[nodiscard]] bool is_null() const noexcept;
    [[nodiscard]] bool is_string() const noexcept;
    [[nodiscard]] bool is_number() const noexcept;
    [[nodiscard]] bool is_object() const noexcept;
    [[nodiscard]] bool is_array() const noexcept;

    [[nodiscard]] std::string string() const;
    /// Also reads numbers written as integers.
    [[nodiscard]] double number() const;
    /// An integer within [low, high].
    [[nodiscard]] std::int64_t integer(std::int64_t low, std::int64_t high) const;
    [[nodiscard]] bool boolean() const;

    /// The member of an object; nothing where it is absent or null.
    [[nodiscard]] std::optional<JsonCursor> find(std::string_view key) const;
    /// The member of an object, which must be there.
    [[nodiscard]] JsonCursor at(std::string_view key) const;
    /// The elements of an array in order.
    [[nodiscard]] std::vector<JsonCursor> items() const;
    /// The members of an object, sorted by key; of a key that occurs twice the last.
    [[nodiscard]] std::vector<std::pair<std::string, JsonCursor>> members() const;

    /// Throws the Error for this value: "place at $.path: detail".
    [[noreturn]] void fail(const std::string& detail) const;

private:
    friend class JsonDocument;
    JsonCursor(const JsonDocument& document, const void* node) noexcept : m_document(&document), m_node(node) {}

    const JsonDocument* m_document;
    const void* m_node;
};

/// Parsed text. Neither copyable nor movable: cursors point to it.
class JsonDocument {
public:
    /// `place` names the text in errors. Throws Error(bad_data) for text that is not JSON, nests deeper than 64 levels or carries
    /// a number that no double holds, and Error(limit_exceeded) above Limits::max_file_bytes.
    JsonDocument(std::string_view text, std::string_view place);
    ~JsonDocument();
    JsonDocument(const JsonDocument&) = delete;
    JsonDocument& operator=(const JsonDocument&) = delete;

    [[nodiscard]] JsonCursor root() const noexcept;

private:
    friend class JsonCursor;
    struct Tree;
    std::unique_ptr<Tree> m_tree;
    std::string m_place;
};

}  // namespace kwalign::model
