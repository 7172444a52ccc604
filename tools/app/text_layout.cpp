#include "tools/app/text_layout.hpp"

#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace kwalign::tools {

std::string fixed(double value, int digits) {
    std::array<char, 64> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, digits);
    return error == std::errc{} ? std::string(buffer.data(), end) : std::string("-");
}

std::string fixed(std::optional<double> value, int digits) { return value ? fixed(*value, digits) : std::string("-"); }

std::string percent(double share) {
    long whole = std::lround(share * 100.0);
    if (whole >= 100 && share < 1.0) whole = 99;
    if (whole <= 0 && share > 0.0) whole = 1;
    return std::to_string(whole) + "%";
}

std::string counted(std::size_t count, std::string_view singular, std::string_view plural) {
    std::string text = std::to_string(count) + " ";
    if (count == 1) return text.append(singular);
    return plural.empty() ? text.append(singular) + "s" : text.append(plural);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t first = 0;
    for (std::size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator, first)) {
        parts.push_back(text.substr(first, end - first));
        first = end + 1;
    }
    parts.push_back(text.substr(first));
    return parts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += separator;
        text += part;
    }
    return text;
}

std::string shortened(std::string_view text, std::size_t width) {
    if (width == 0 || model::count_code_points(text) <= width) return std::string(text);
    std::size_t seen = 0;
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        const bool starts_character = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
        if (starts_character && ++seen == width) break;
    }
    while (end > 0 && text[end - 1] == ' ') --end;
    return std::string(text.substr(0, end)) + "…";
}

void Columns::add(std::vector<std::string> row) {
    row.resize(m_align.size());
    m_rows.push_back(std::move(row));
}

std::string Columns::str(std::string_view indent) const {
    std::vector<std::size_t> widths(m_align.size(), 0);
    for (const auto& row : m_rows) {
        for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], model::count_code_points(row[c]));
    }
    std::string text;
    for (const auto& row : m_rows) {
        std::string line(indent);
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (c > 0) line += "  ";
            const std::string padding(widths[c] - model::count_code_points(row[c]), ' ');
            line += m_align[c] == Align::right ? padding + row[c] : row[c] + padding;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

}  // namespace kwalign::tools
