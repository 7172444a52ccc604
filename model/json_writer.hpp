#pragma once

/// Writes JSON text (RFC 8259) straight into a string: keys in the order of the calls, so output is deterministic, and no tree in
/// between, so it is fast. One object per text; not thread-safe.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kwalign::model {

/// The caller keeps the order right (a key before each value inside an object, every begin ended); asserted in debug builds.
class JsonWriter {
public:
    /// `indent` spaces per level; 0 writes one line without spaces.
    explicit JsonWriter(int indent = 0) : m_indent(indent > 0 ? static_cast<std::size_t>(indent) : 0) {}

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    /// A member of the current object; a value or a begin follows.
    void key(std::string_view name);

    /// UTF-8; malformed bytes become U+FFFD, because JSON cannot carry them.
    void string(std::string_view value);
    void integer(std::int64_t value);
    void count(std::size_t value);
    /// The shortest text that reads back as the same value. Throws Error(internal) for infinities and NaN, which JSON lacks.
    void number(double value);
    void boolean(bool value);
    void null();
    /// A string, or null where it is empty.
    void string_or_null(std::string_view value);
    void strings(const std::vector<std::string>& values);
    /// A value that is JSON text already, copied as it is.
    void raw(std::string_view json);

    /// key() and the value in one call.
    void member(std::string_view name, std::string_view value) { key(name), string(value); }
    void member_or_null(std::string_view name, std::string_view value) { key(name), string_or_null(value); }
    void member(std::string_view name, const std::vector<std::string>& values) { key(name), strings(values); }

    /// The text so far, moved out; the writer is used up.
    [[nodiscard]] std::string take();
    /// How much there is to take.
    [[nodiscard]] std::size_t size() const noexcept { return m_text.size(); }
    /// The text so far, moved out; what follows continues it. For texts too large to be kept whole.
    [[nodiscard]] std::string take_part() { return std::exchange(m_text, {}); }

private:
    void open(char bracket);
    void close(char bracket);
    void before_value();
    void new_line();

    std::string m_text;
    std::size_t m_indent;
    std::size_t m_depth = 0;
    bool m_first = true;  ///< nothing yet in the current object or array
    bool m_after_key = false;
};

}  // namespace kwalign::model
