#include "model/json_reader.hpp"

#include "model/error.hpp"
#include "model/limits.hpp"

#include <nlohmann/json.hpp>

#include <limits>

namespace kwalign::model {

namespace {

using Json = nlohmann::json;

constexpr std::size_t max_nesting = 64;

const Json& node_of(const void* node) noexcept { return *static_cast<const Json*>(node); }

/// Deep nesting is refused before the parser builds a tree of it.
bool nests_too_deeply(std::string_view text) noexcept {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > max_nesting) return true;
        } else if ((c == ']' || c == '}') && depth > 0) {
            --depth;
        }
    }
    return false;
}

/// "line 3, column 7" of a byte offset that counts from 1.
std::string line_and_column(std::string_view text, std::size_t byte) {
    std::size_t line = 1;
    std::size_t column = 1;
    for (std::size_t i = 0; i + 1 < byte && i < text.size(); ++i) {
        ++column;
        if (text[i] == '\n') {
            ++line;
            column = 1;
        }
    }
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// Finds `wanted` below `node` and completes `path` to it. Only run for an error, so that reading needs no paths.
bool complete_path(const Json& node, const Json* wanted, std::string& path) {
    if (&node == wanted) return true;
    const std::size_t length = path.size();
    if (node.is_object()) {
        for (const auto& [key, value] : node.items()) {
            path += "." + key;
            if (complete_path(value, wanted, path)) return true;
            path.resize(length);
        }
    } else if (node.is_array()) {
        for (std::size_t i = 0; i < node.size(); ++i) {
            path += "[" + std::to_string(i) + "]";
            if (complete_path(node[i], wanted, path)) return true;
            path.resize(length);
        }
    }
    return false;
}

std::string type_name(const Json& node) { return node.is_number() ? "number" : node.type_name(); }

}  // namespace

struct JsonDocument::Tree {
    Json root;
};

bool JsonCursor::is_null() const noexcept { return node_of(m_node).is_null(); }
bool JsonCursor::is_string() const noexcept { return node_of(m_node).is_string(); }
bool JsonCursor::is_number() const noexcept { return node_of(m_node).is_number(); }
bool JsonCursor::is_object() const noexcept { return node_of(m_node).is_object(); }
bool JsonCursor::is_array() const noexcept { return node_of(m_node).is_array(); }

std::string JsonCursor::string() const {
    const Json& node = node_of(m_node);
    if (!node.is_string()) fail("a string is expected, not " + type_name(node));
    return node.get_ref<const std::string&>();
}

double JsonCursor::number() const {
    const Json& node = node_of(m_node);
    if (!node.is_number()) fail("a number is expected, not " + type_name(node));
    return node.get<double>();
}

std::int64_t JsonCursor::integer(std::int64_t low, std::int64_t high) const {
    const Json& node = node_of(m_node);
    if (!node.is_number_integer()) fail("an integer is expected, not " + (node.is_number() ? node.dump() : type_name(node)));
    const bool too_large =
        node.is_number_unsigned() && node.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const std::int64_t value = too_large ? std::numeric_limits<std::int64_t>::max() : node.get<std::int64_t>();
    if (too_large || value < low || value > high) fail("out of range: " + node.dump());
    return value;
}

bool JsonCursor::boolean() const {
    const Json& node = node_of(m_node);
    if (!node.is_boolean()) fail("true or false is expected, not " + type_name(node));
    return node.get<bool>();
}

std::optional<JsonCursor> JsonCursor::find(std::string_view key) const {
    const Json& node = node_of(m_node);
    if (!node.is_object()) fail("an object is expected, not " + type_name(node));
    const auto found = node.find(key);
    if (found == node.end() || found->is_null()) return std::nullopt;
    return JsonCursor(*m_document, &*found);
}

JsonCursor JsonCursor::at(std::string_view key) const {
    const auto found = find(key);
    if (!found) fail("the member \"" + std::string(key) + "\" is missing");
    return *found;
}

std::vector<JsonCursor> JsonCursor::items() const {
    const Json& node = node_of(m_node);
    if (!node.is_array()) fail("an array is expected, not " + type_name(node));
    std::vector<JsonCursor> result;
    result.reserve(node.size());
    for (const Json& item : node) result.push_back(JsonCursor(*m_document, &item));
    return result;
}

std::vector<std::pair<std::string, JsonCursor>> JsonCursor::members() const {
    const Json& node = node_of(m_node);
    if (!node.is_object()) fail("an object is expected, not " + type_name(node));
    std::vector<std::pair<std::string, JsonCursor>> result;
    for (auto member = node.begin(); member != node.end(); ++member)
        result.emplace_back(member.key(), JsonCursor(*m_document, &member.value()));
    return result;
}

void JsonCursor::fail(const std::string& detail) const {
    std::string path = "$";
    complete_path(m_document->m_tree->root, &node_of(m_node), path);
    throw Error(ErrorCode::bad_data, m_document->m_place + " at " + path, detail);
}

JsonDocument::JsonDocument(std::string_view text, std::string_view place) : m_tree(std::make_unique<Tree>()), m_place(place) {
    if (text.size() > Limits{}.max_file_bytes) throw Error(ErrorCode::limit_exceeded, m_place, "the JSON text is larger than 256 MiB");
    if (nests_too_deeply(text)) throw Error(ErrorCode::bad_data, m_place, "the JSON text nests deeper than 64 levels");
    try {
        m_tree->root = Json::parse(text.begin(), text.end());
    } catch (const Json::parse_error& error) {
        throw Error(ErrorCode::bad_data, m_place + " at " + line_and_column(text, error.byte), "this is not JSON, or it is cut short");
    } catch (const Json::exception&) {
        throw Error(ErrorCode::bad_data, m_place, "the JSON text holds a number beyond every range");
    }
}

JsonDocument::~JsonDocument() = default;

JsonCursor JsonDocument::root() const noexcept { return JsonCursor(*this, &m_tree->root); }

}  // namespace kwalign::model
