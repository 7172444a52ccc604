#include "ingest/text/mojibake.hpp"

#include "ingest/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace kwalign::ingest {

namespace {

constexpr int most_rounds = 3;             // a text that was spoilt more often is lost
constexpr std::size_t estonian_least = 5;  // letters that show a text to be Estonian

/// The byte that Windows-1252 reads as `c`.
std::optional<unsigned char> byte_of(char32_t c) {
    static constexpr std::array<char32_t, 32> high = {
        0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
        0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178};
    if (c >= 0xa0 && c <= 0xff) return static_cast<unsigned char>(c);
    const auto found = std::find(high.begin(), high.end(), c);
    if (found != high.end()) return static_cast<unsigned char>(0x80 + (found - high.begin()));
    if (c >= 0x80 && c < 0xa0) return static_cast<unsigned char>(c);
    return std::nullopt;
}

/// Characters of Latin-script text: letters, signs, typographic punctuation.
bool is_expected(char32_t c) {
    return (c >= 0xa0 && c <= 0x17f) || (c >= 0x2010 && c <= 0x203a) || c == 0x20ac || c == 0x2122 || c == 0x2192 || c == 0xfb01 ||
           c == 0xfb02;
}

/// The character that a sequence at byte `at` was, and where the sequence ends.
std::optional<std::pair<char32_t, std::size_t>> original_at(std::string_view text, std::size_t at) {
    std::string bytes;
    const auto lead = byte_of(next_code_point(text, at));
    if (!lead || *lead < 0xc2 || *lead > 0xf4) return std::nullopt;
    bytes += static_cast<char>(*lead);
    const std::size_t following = *lead < 0xe0 ? 1 : *lead < 0xf0 ? 2 : 3;
    for (std::size_t i = 0; i < following; ++i) {
        if (at >= text.size()) return std::nullopt;
        const auto byte = byte_of(next_code_point(text, at));
        if (!byte || (*byte & 0xc0) != 0x80) return std::nullopt;
        bytes += static_cast<char>(*byte);
    }
    std::size_t end = 0;
    const char32_t c = next_code_point(bytes, end);
    if (end != bytes.size() || !is_expected(c)) return std::nullopt;
    return std::pair{c, at};
}

/// A sequence that no honest text has.
bool is_telling(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    return rest.starts_with("\xc3\x83") || rest.starts_with("\xc3\x82") || rest.starts_with("\xc3\xa2\xe2\x82\xac");  // Ã, Â, â€
}

/// The lead of a sequence whose rest was lost or replaced.
bool is_remnant(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    return rest.starts_with("\xc3\x83?") || rest.starts_with("\xc3\x83\xef\xbf\xbd") || rest.starts_with("\xc3\xa2\xe2\x82\xac?") ||
           rest.starts_with("\xc3\xa2\xe2\x82\xac\xef\xbf\xbd");
}

bool has_telling(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(text, at);
        if (c >= 0x80 && is_telling(text, start) && original_at(text, start)) return true;
    }
    return false;
}

bool repair_round(std::string& text, MojibakeReport& report) {
    if (!has_telling(text)) return false;
    std::string mended;
    mended.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (next_code_point(text, at) >= 0x80) {
            if (const auto original = original_at(text, start)) {
                at = original->second;
                append_code_point(mended, original->first);
                if (report.repaired++ == 0) {
                    report.example = text.substr(start, at - start) + " → ";
                    append_code_point(report.example, original->first);
                }
                continue;
            }
        }
        mended.append(text, start, at - start);
    }
    text = std::move(mended);
    return true;
}

/// The four letters that the Western and the Baltic code page have in different places.
void repair_baltic(std::string& text, MojibakeReport& report) {
    static constexpr std::u32string_view wrong = U"ðþÐÞ";
    static constexpr std::u32string_view right = U"šžŠŽ";
    std::size_t estonian = 0;
    std::size_t spoilt = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (right.find(c) != std::u32string_view::npos) return;
        if (c == U'õ' || c == U'ä' || c == U'ö' || c == U'ü') ++estonian;
        if (wrong.find(c) != std::u32string_view::npos) ++spoilt;
    }
    if (spoilt == 0 || estonian < estonian_least || spoilt > estonian) return;
    std::string mended;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const std::size_t place = wrong.find(c);
        append_code_point(mended, place == std::u32string_view::npos ? c : right[place]);
        if (place != std::u32string_view::npos && report.repaired++ == 0) {
            append_code_point(report.example, c);
            report.example += " → ";
            append_code_point(report.example, right[place]);
        }
    }
    text = std::move(mended);
}

}  // namespace

MojibakeReport repair_mojibake(std::string& text) {
    MojibakeReport report;
    const bool ascii = std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (ascii) return report;
    for (int round = 0; round < most_rounds && repair_round(text, report); ++round) {
    }
    repair_baltic(text, report);
    for (std::size_t at = 0; at < text.size(); ++at) report.left += text[at] == '\xc3' && is_remnant(text, at) ? 1U : 0U;
    return report;
}

}  // namespace kwalign::ingest
