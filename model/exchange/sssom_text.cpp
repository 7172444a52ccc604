#include "model/exchange/sssom_text.hpp"

#include "model/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace kwalign::model {

namespace {

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Words that YAML 1.1 or 1.2 readers take for something else than a string.
bool is_yaml_word(std::string_view value) noexcept {
    constexpr std::array<std::string_view, 10> words{"true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan"};
    for (const std::string_view word : words) {
        if (value.size() != word.size()) continue;
        bool same = true;
        for (std::size_t i = 0; i < word.size(); ++i) same = same && (value[i] | 0x20) == word[i];
        if (same) return true;
    }
    return false;
}

}  // namespace

std::string sssom_number(double value) {
    // Halves of a thousandth are rounded up, as the specification asks; what is not a number has no place here.
    const double rounded = std::isfinite(value) ? std::floor(value * 1000.0 + 0.5) / 1000.0 : 0.0;
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded, std::chars_format::fixed, 3).ptr;
    std::string text(buffer.data(), end);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string sssom_field(std::string_view value) {
    if (value.find_first_of("\t\n\r\"") == std::string_view::npos) return std::string(value);
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

std::string sssom_list(const std::vector<std::string>& values) {
    std::string field;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) field += '|';
        for (const char c : values[i]) {
            if (c == '|' || c == '\\') field += '\\';
            field += c;
        }
    }
    return field;
}

std::vector<std::string> split_sssom_list(std::string_view field) {
    std::vector<std::string> values;
    if (field.empty()) return values;
    std::string value;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field[i] == '\\' && i + 1 < field.size() && (field[i + 1] == '|' || field[i + 1] == '\\')) {
            value += field[++i];
        } else if (field[i] == '|') {
            values.push_back(std::move(value));
            value.clear();
        } else {
            value += field[i];
        }
    }
    values.push_back(std::move(value));
    return values;
}

std::string yaml_scalar(std::string_view value) {
    bool plain = !value.empty() && is_letter(value.front()) && value.back() != ' ' && value.back() != ':' && !is_yaml_word(value);
    for (const char c : value) plain = plain && static_cast<unsigned char>(c) >= 0x20 && c != 0x7f;
    plain = plain && value.find(": ") == std::string_view::npos && value.find(" #") == std::string_view::npos;
    if (plain) return std::string(value);
    JsonWriter json;  // a JSON string is a double-quoted YAML scalar
    json.string(value);
    return json.take();
}

}  // namespace kwalign::model
