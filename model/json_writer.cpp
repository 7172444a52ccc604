#include "model/json_writer.hpp"

#include "model/error.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <utility>

namespace kwalign::model {

namespace {

unsigned byte_at(std::string_view text, std::size_t i) noexcept { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; }

/// Length of the well-formed UTF-8 sequence at `i` (Unicode, table 3-7), or 0.
std::size_t sequence_length(std::string_view text, std::size_t i) noexcept {
    const unsigned lead = byte_at(text, i);
    const auto continues = [&](std::size_t at, unsigned low = 0x80U, unsigned high = 0xbfU) {
        const unsigned byte = byte_at(text, at);
        return byte >= low && byte <= high;
    };
    if (lead < 0x80U) return 1;
    if (lead >= 0xc2U && lead <= 0xdfU) return continues(i + 1) ? 2 : 0;
    if (lead >= 0xe0U && lead <= 0xefU) {
        const bool second = continues(i + 1, lead == 0xe0U ? 0xa0U : 0x80U, lead == 0xedU ? 0x9fU : 0xbfU);
        return second && continues(i + 2) ? 3 : 0;
    }
    if (lead >= 0xf0U && lead <= 0xf4U) {
        const bool second = continues(i + 1, lead == 0xf0U ? 0x90U : 0x80U, lead == 0xf4U ? 0x8fU : 0xbfU);
        return second && continues(i + 2) && continues(i + 3) ? 4 : 0;
    }
    return 0;
}

void append_escaped(std::string& out, unsigned char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            out += "\\u00";
            out += digits[c >> 4U];
            out += digits[c & 15U];
    }
}

template <typename Value>
void append_number(std::string& out, Value value) {
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    out.append(buffer.data(), result.ptr);
}

}  // namespace

void JsonWriter::key(std::string_view name) {
    assert(!m_after_key);
    string(name);
    m_text += m_indent > 0 ? ": " : ":";
    m_after_key = true;
}

void JsonWriter::string(std::string_view value) {
    before_value();
    m_text += '"';
    std::size_t copied = 0;  // everything before is in m_text
    std::size_t i = 0;
    const auto flush = [&] { m_text.append(value, copied, i - copied); };
    while (i < value.size()) {
        const auto c = static_cast<unsigned char>(value[i]);
        if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
            ++i;
        } else if (c < 0x80) {
            flush();
            append_escaped(m_text, c);
            copied = ++i;
        } else if (const std::size_t length = sequence_length(value, i); length > 0) {
            i += length;
        } else {
            flush();
            m_text += "\xef\xbf\xbd";
            copied = ++i;
        }
    }
    flush();
    m_text += '"';
}

void JsonWriter::integer(std::int64_t value) {
    before_value();
    append_number(m_text, value);
}

void JsonWriter::count(std::size_t value) {
    before_value();
    append_number(m_text, value);
}

void JsonWriter::number(double value) {
    if (!std::isfinite(value)) throw Error(ErrorCode::internal, "JSON", "a value that is not a finite number cannot be written");
    before_value();
    append_number(m_text, value);
}

void JsonWriter::boolean(bool value) {
    before_value();
    m_text += value ? "true" : "false";
}

void JsonWriter::null() {
    before_value();
    m_text += "null";
}

void JsonWriter::string_or_null(std::string_view value) {
    if (value.empty())
        null();
    else
        string(value);
}

void JsonWriter::strings(const std::vector<std::string>& values) {
    begin_array();
    for (const std::string& value : values) string(value);
    end_array();
}

void JsonWriter::raw(std::string_view json) {
    before_value();
    m_text += json;
}

std::string JsonWriter::take() {
    assert(m_depth == 0 && !m_after_key);
    return std::move(m_text);
}

void JsonWriter::open(char bracket) {
    before_value();
    m_text += bracket;
    ++m_depth;
    m_first = true;
}

void JsonWriter::close(char bracket) {
    assert(m_depth > 0 && !m_after_key);
    --m_depth;
    if (!m_first) new_line();
    m_text += bracket;
    m_first = false;
}

void JsonWriter::before_value() {
    if (m_after_key) {
        m_after_key = false;
        return;
    }
    if (m_depth == 0) return;
    if (!m_first) m_text += ',';
    m_first = false;
    new_line();
}

void JsonWriter::new_line() {
    if (m_indent == 0) return;
    m_text += '\n';
    m_text.append(m_depth * m_indent, ' ');
}

}  // namespace kwalign::model
