#include "model/exchange/identifiers.hpp"

#include "model/identity.hpp"

#include <array>

namespace kwalign::model {

namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) noexcept { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_unreserved(char c) noexcept { return is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~' || c == '/'; }

/// -1 where `c` is no hexadecimal digit.
int hex_value(char c) noexcept {
    if (is_digit(c)) return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

void append_encoded(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
}

/// The number in `text` at `at`, `length` digits; -1 where they are not all digits.
int digits_at(std::string_view text, std::size_t at, std::size_t length) noexcept {
    if (at + length > text.size()) return -1;
    int value = 0;
    for (std::size_t i = at; i < at + length; ++i) {
        if (!is_digit(text[i])) return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

int days_in(int month, int year) noexcept {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// "10:00:00", "10:00:00.5" followed by "Z" or "+02:00" (RFC 3339, partial-time and time-offset).
bool is_time_with_offset(std::string_view time) noexcept {
    if (time.size() < 9 || time[2] != ':' || time[5] != ':') return false;
    if (digits_at(time, 0, 2) > 23 || digits_at(time, 3, 2) > 59 || digits_at(time, 6, 2) > 60) return false;
    if (digits_at(time, 0, 2) < 0 || digits_at(time, 3, 2) < 0 || digits_at(time, 6, 2) < 0) return false;
    std::size_t i = 8;
    if (time[i] == '.') {
        const std::size_t first = ++i;
        while (i < time.size() && is_digit(time[i])) ++i;
        if (i == first) return false;
    }
    const std::string_view offset = time.substr(i);
    if (offset == "Z") return true;
    return offset.size() == 6 && (offset[0] == '+' || offset[0] == '-') && offset[3] == ':' && digits_at(offset, 1, 2) >= 0 &&
           digits_at(offset, 1, 2) < 24 && digits_at(offset, 4, 2) >= 0 && digits_at(offset, 4, 2) < 60;
}

}  // namespace

std::string_view framework_of(std::string_view id) noexcept { return id.substr(0, id.find(':')); }

std::string framework_uri(const ExportOptions& options, std::string_view framework) {
    std::string uri = options.base_uri.empty() ? "urn:kwalign:" : options.base_uri;
    if (uri.back() != '/' && uri.back() != '#' && uri.back() != ':') uri += '/';
    for (const char c : framework) {
        if (is_unreserved(c) && c != '/')
            uri += c;
        else
            append_encoded(uri, c);
    }
    return uri + "/";
}

std::string local_part(std::string_view id) {
    const auto colon = id.find(':');
    const std::string_view rest = colon == std::string_view::npos ? std::string_view() : id.substr(colon + 1);
    std::string local;
    bool fragment = false;
    for (const char c : rest) {
        if (is_unreserved(c) || ((c == '#' || c == '!') && !fragment))
            local += c;
        else
            append_encoded(local, c);
        fragment = fragment || c == '#' || c == '!';
    }
    return local;
}

std::string uri_of(const ExportOptions& options, std::string_view id) { return framework_uri(options, framework_of(id)) + local_part(id); }

std::string decode_local_part(std::string_view local) {
    std::string text;
    for (std::size_t i = 0; i < local.size(); ++i) {
        if (local[i] == '%' && i + 2 < local.size() && hex_value(local[i + 1]) >= 0 && hex_value(local[i + 2]) >= 0) {
            text += static_cast<char>(hex_value(local[i + 1]) * 16 + hex_value(local[i + 2]));
            i += 2;
        } else {
            text += local[i];
        }
    }
    return text;
}

std::string id_of(const Standard& standard, const Unit& unit) { return unit.id.empty() ? standard.id + "#" + unit.code : unit.id; }

std::string id_of(const Standard& standard, const Statement& statement) {
    return statement.id.empty() ? standard.id + "#" + statement.code : statement.id;
}

std::string id_of(const Standard& standard, const Qualification& qualification) {
    if (!qualification.id.empty()) return qualification.id;
    return standard.id + "!" + slug(qualification.title.empty() ? qualification.kind : qualification.title);
}

std::string file_name_for(std::string_view id) {
    std::string name;
    for (const char c : id) name += is_alphanumeric(c) || c == '-' || c == '.' || c == '_' ? c : '_';
    if (name.empty() || name.front() == '.') name.insert(name.begin(), '_');
    return name;
}

std::string date_of(std::string_view text) {
    const int year = digits_at(text, 0, 4);
    const int month = digits_at(text, 5, 2);
    const int day = digits_at(text, 8, 2);
    if (year < 0 || month < 1 || month > 12 || day < 1 || text[4] != '-' || text[7] != '-' || day > days_in(month, year)) return {};
    if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return {};
    return std::string(text.substr(0, 10));
}

std::string moment_of(std::string_view text) {
    const std::string date = date_of(text);
    if (date.empty()) return {};
    if (text.size() == 10) return date + "T00:00:00+00:00";
    return text[10] == 'T' && is_time_with_offset(text.substr(11)) ? std::string(text) : std::string();
}

std::string link_identifier(const Link& link) {
    const auto name = [](const Endpoint& end) {
        return end.standard + "#" + end.unit + (end.statement.empty() ? "" : "#" + end.statement);
    };
    return uuid_v5("link:" + name(link.source) + " -> " + name(link.target));
}

std::string place_of(const Link& link) {
    return link.source.standard + "#" + link.source.code() + " -> " + link.target.standard + "#" + link.target.code();
}

}  // namespace kwalign::model
