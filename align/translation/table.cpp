#include "align/translation/table.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>

namespace kwalign::align {
namespace {

constexpr std::string_view signature = "kwalign-translations 1 ";
constexpr std::string_view target = " en";
constexpr std::uintmax_t max_file_bytes = 64ULL * 1024 * 1024;
constexpr double unit = 1000.0;  // probabilities are written in thousandths

std::string_view key_of(std::string_view line) { return line.substr(0, line.find('\t')); }

/// The number at the start of `text`; 0 where there is none.
std::uint32_t number_at(std::string_view text) noexcept {
    std::uint32_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

[[noreturn]] void fail(const std::string& place, std::size_t line, const char* what) {
    throw model::Error(model::ErrorCode::bad_data, place + ":" + std::to_string(line), what,
                       "build the table again with kwalign lexicon learn");
}

}  // namespace

TranslationTable TranslationTable::parse(std::string text, const std::string& place) {
    TranslationTable table;
    table.m_text = std::move(text);
    const std::string_view all = table.m_text;
    std::string_view previous;
    std::size_t number = 1;
    for (std::size_t first = 0; first < all.size(); ++number) {
        const std::size_t last = std::min(all.find('\n', first), all.size());
        const std::string_view line = all.substr(first, last - first);
        if (number == 1) {
            if (!line.starts_with(signature) || !line.ends_with(target))
                fail(place, 1, "is no translation table into English that this version reads");
            table.m_lang = std::string(line.substr(signature.size(), line.size() - signature.size() - target.size()));
        } else if (!line.empty() && line.front() != '#') {
            const std::string_view key = key_of(line);
            if (key.size() == line.size() || key.empty())
                fail(place, number, "a line needs a key, a count and translations, separated by tabs");
            if (key <= previous) fail(place, number, "keys must be sorted and different");
            previous = key;
            table.m_lines.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
        }
        first = last + 1;
    }
    if (number == 1) fail(place, 1, "is empty");
    return table;
}

TranslationTable TranslationTable::load(const std::filesystem::path& file) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error) throw model::Error(model::ErrorCode::not_found, file.string(), "the translation table cannot be read: " + error.message());
    if (size > max_file_bytes) throw model::Error(model::ErrorCode::limit_exceeded, file.string(), "is larger than 64 MB");
    std::ifstream in(file, std::ios::binary);
    std::string text(static_cast<std::size_t>(size), '\0');
    if (!in || !in.read(text.data(), static_cast<std::streamsize>(text.size())))
        throw model::Error(model::ErrorCode::unreadable, file.string(), "cannot be read");
    return parse(std::move(text), file.string());
}

std::string_view TranslationTable::line_of(std::string_view key) const noexcept {
    const std::string_view all = m_text;
    const auto text_of = [&](const Line& line) { return all.substr(line.first, line.last - line.first); };
    const auto it = std::lower_bound(m_lines.begin(), m_lines.end(), key,
                                     [&](const Line& line, std::string_view wanted) { return key_of(text_of(line)) < wanted; });
    if (it == m_lines.end() || key_of(text_of(*it)) != key) return {};
    return text_of(*it).substr(key.size() + 1);
}

std::uint32_t TranslationTable::count(std::string_view source_key) const noexcept { return number_at(line_of(source_key)); }

std::vector<Translation> TranslationTable::translations(std::string_view source_key) const {
    std::vector<Translation> out;
    std::string_view rest = line_of(source_key);
    for (std::size_t tab = rest.find('\t'); tab != std::string_view::npos; tab = rest.find('\t')) {
        rest.remove_prefix(tab + 1);
        const std::string_view cell = rest.substr(0, rest.find('\t'));
        const std::size_t space = cell.find(' ');
        if (space == std::string_view::npos) continue;
        out.push_back({std::string(cell.substr(0, space)), std::min(1.0, number_at(cell.substr(space + 1)) / unit)});
    }
    return out;
}

std::vector<TableEntry> TranslationTable::entries() const {
    std::vector<TableEntry> out;
    out.reserve(m_lines.size());
    for (const Line& line : m_lines) {
        const std::string key(key_of(std::string_view(m_text).substr(line.first, line.last - line.first)));
        out.push_back({key, count(key), translations(key)});
    }
    return out;
}

std::vector<ProjectedUnit> TranslationTable::project(std::string_view word) const {
    std::vector<ProjectedUnit> out;
    for (const WordUnit& part : units_of_word(word, morphology_for(m_lang), [this](std::string_view key) { return count(key); }))
        out.push_back({part.key, translations(part.key)});
    return out;
}

std::string table_text(std::vector<TableEntry> entries, std::string_view lang, const std::vector<std::string>& notes) {
    std::sort(entries.begin(), entries.end(), [](const TableEntry& a, const TableEntry& b) { return a.key < b.key; });
    std::string out = std::string(signature) + std::string(lang) + std::string(target) + '\n';
    for (const std::string& note : notes) out += (note.empty() ? "#" : "# ") + note + '\n';
    for (const TableEntry& entry : entries) {
        out += entry.key + '\t' + std::to_string(entry.count);
        for (const Translation& t : entry.translations)
            out += '\t' + t.english_key + ' ' + std::to_string(std::lround(t.probability * unit));
        out += '\n';
    }
    return out;
}

}  // namespace kwalign::align
