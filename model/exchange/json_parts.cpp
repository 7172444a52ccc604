#include "model/exchange/json_parts.hpp"

#include "model/error.hpp"
#include "model/exchange/import_text.hpp"

#include <set>

namespace kwalign::model {

namespace {

class Scanner {
public:
    Scanner(const JsonPart& part, std::string_view place) : m_text(part.text), m_place(place), m_line(part.line) {}

    void skip_spaces() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n' || m_text[m_at] == '\r'))
            advance();
    }
    [[nodiscard]] char peek() const noexcept { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    [[nodiscard]] bool at_end() const noexcept { return m_at >= m_text.size(); }
    void expect(char c) {
        if (peek() != c) fail();
        advance();
    }

    /// What stands between the quotes, escapes left alone.
    std::string_view string() {
        expect('"');
        const std::size_t first = m_at;
        while (peek() != '"') {
            if (at_end() || peek() == '\n') fail();
            if (peek() == '\\') advance();
            if (at_end()) fail();
            advance();
        }
        const std::string_view text = m_text.substr(first, m_at - first);
        advance();
        return text;
    }

    /// Any value; brackets are counted, what is inside is not looked at.
    JsonPart value() {
        skip_spaces();
        const std::size_t first = m_at;
        const std::size_t line = m_line;
        std::size_t depth = 0;
        do {
            const char c = peek();
            if (at_end()) fail();
            if (c == '"') {
                string();
                continue;
            }
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') {
                if (depth == 0) fail();
                --depth;
            }
            if (depth == 0 && c != '}' && c != ']') {
                scalar();
                break;
            }
            advance();
        } while (depth > 0);
        return {m_text.substr(first, m_at - first), line};
    }

    [[noreturn]] void fail() const {
        throw Error(ErrorCode::bad_data, line_place(m_place, m_line), "this is not JSON, or it is cut short");
    }

private:
    void scalar() {
        const std::size_t first = m_at;
        while (!at_end() && std::string_view(",:{}[]\" \t\r\n").find(peek()) == std::string_view::npos) advance();
        if (m_at == first) fail();
    }

    void advance() {
        if (m_text[m_at] == '\n') ++m_line;
        ++m_at;
    }

    std::string_view m_text;
    std::string_view m_place;
    std::size_t m_at = 0;
    std::size_t m_line;
};

/// The list between `open` and `close`, separated by commas; nothing may follow.
template <typename Entry>
void scan_list(Scanner& scanner, char open, char close, Entry entry) {
    scanner.skip_spaces();
    scanner.expect(open);
    scanner.skip_spaces();
    if (scanner.peek() == close) {
        scanner.expect(close);
    } else {
        for (;;) {
            entry();
            scanner.skip_spaces();
            if (scanner.peek() != ',') break;
            scanner.expect(',');
            scanner.skip_spaces();
        }
        scanner.expect(close);
    }
    scanner.skip_spaces();
    if (!scanner.at_end()) scanner.fail();
}

}  // namespace

void for_each_member(const JsonPart& object, std::string_view place, const std::function<void(std::string_view, const JsonPart&)>& visit) {
    Scanner scanner(object, place);
    std::set<std::string_view> names;
    scan_list(scanner, '{', '}', [&] {
        const std::string_view name = scanner.string();
        scanner.skip_spaces();
        scanner.expect(':');
        const JsonPart value = scanner.value();
        if (!names.insert(name).second)
            throw Error(ErrorCode::bad_data, line_place(place, value.line), "the member \"" + std::string(name) + "\" occurs twice");
        visit(name, value);
    });
}

void for_each_element(const JsonPart& array, std::string_view place, const std::function<void(std::size_t, const JsonPart&)>& visit) {
    Scanner scanner(array, place);
    std::size_t index = 0;
    scan_list(scanner, '[', ']', [&] { visit(index++, scanner.value()); });
}

JsonPart find_member(const JsonPart& object, std::string_view place, std::string_view name) {
    JsonPart found;
    for_each_member(object, place, [&](std::string_view key, const JsonPart& value) {
        if (key == name) found = value;
    });
    return found;
}

}  // namespace kwalign::model
