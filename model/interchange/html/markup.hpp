#pragma once

/// HTML text in the making. What is markup and what is data can't be mixed up: markup must be a literal of this program, checked
/// by the compiler, and everything else is escaped.

#include "model/interchange/table_writer.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace kwalign::model {

/// A piece of markup known at compile time.
class Literal {
public:
    consteval Literal(const char* text) : m_text(text) {}  // NOLINT(google-explicit-constructor): a literal is one already
    [[nodiscard]] constexpr std::string_view text() const noexcept { return m_text; }

private:
    std::string_view m_text;
};

class Markup {
public:
    /// Keeps all it is given until take().
    Markup() = default;
    /// Hands on what is there by flush(), which a page calls where it may be cut.
    explicit Markup(const TableSink& sink) : m_sink(&sink) {}

    Markup& raw(Literal markup) {
        m_text += markup.text();
        return *this;
    }
    /// Data, escaped so that it is safe as content and inside a quoted attribute. Control characters that HTML forbids and bytes that are no
    /// UTF-8 become U+FFFD.
    Markup& text(std::string_view data);
    /// ` name="data"`.
    Markup& attribute(Literal name, std::string_view data) { return raw(" ").raw(name).raw("=\"").text(data).raw("\""); }
    /// `<name>data</name>`.
    Markup& element(Literal name, std::string_view data) { return raw("<").raw(name).raw(">").text(data).raw("</").raw(name).raw(">"); }
    /// Text quoted from a document: says its language (unless unknown) and lets its own characters decide the direction.
    Markup& quoted(std::string_view data, std::string_view lang);
    /// Text that is markup as a whole and was built by another Markup or embedded at build time.
    Markup& append(Markup&& other) {
        m_text += other.m_text;
        return *this;
    }
    /// A style sheet or script of this program, embedded at build time.
    Markup& asset(std::string_view trusted) {
        m_text += trusted;
        return *this;
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }
    /// To the sink, when it is worth it.
    void flush(bool all = false) {
        constexpr std::size_t enough = 65'536;
        if (m_sink == nullptr || (!all && m_text.size() < enough)) return;
        (*m_sink)(m_text);
        m_text.clear();
    }

private:
    const TableSink* m_sink = nullptr;
    std::string m_text;
};

/// A code as a piece of an id or fragment: letters, digits, "." and "-" stay, every other byte becomes "_" and two hexadecimal digits.
/// Different codes stay different.
[[nodiscard]] std::string anchor_part(std::string_view code);

}  // namespace kwalign::model
