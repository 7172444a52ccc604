#include "align/translation/parallel_formats.hpp"

#include "model/error.hpp"

#include <cstddef>
#include <cstdint>

namespace kwalign::align {
namespace {

constexpr std::uint32_t mo_magic = 0x950412de;

/// Bounds-checked 32-bit numbers of a .mo file.
class MoBytes {
public:
    MoBytes(std::string_view bytes, const std::string& place) : m_bytes(bytes), m_place(place) {
        if (number(0) == mo_magic) return;
        m_swapped = true;
        if (number(0) != mo_magic) fail("it does not start as a compiled gettext catalog does");
    }
    std::uint32_t number(std::uint64_t at) const {
        if (at + 4 > m_bytes.size()) fail("it ends within its tables");
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const auto byte = static_cast<std::uint32_t>(static_cast<unsigned char>(m_bytes[static_cast<std::size_t>(at) + i]));
            value |= byte << (8 * (m_swapped ? 3 - i : i));
        }
        return value;
    }
    std::string_view text(std::uint64_t entry) const {
        const std::uint64_t length = number(entry);
        const std::uint64_t offset = number(entry + 4);
        if (offset + length > m_bytes.size()) fail("a message lies outside the file");
        return m_bytes.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(length));
    }

private:
    [[noreturn]] void fail(const char* what) const {
        throw model::Error(model::ErrorCode::damaged, m_place, what, "build it again with msgfmt");
    }
    std::string_view m_bytes;
    const std::string& m_place;
    bool m_swapped = false;
};

/// The singular form of a message id, without its context (gettext puts U+0004 between them).
std::string_view singular(std::string_view message) {
    if (const std::size_t context = message.find('\4'); context != std::string_view::npos) message.remove_prefix(context + 1);
    return message.substr(0, message.find('\0'));
}

/// One quoted line of a .po file, unescaped.
std::string unquoted(std::string_view line) {
    const std::size_t first = line.find('"');
    const std::size_t last = line.rfind('"');
    std::string out;
    if (first == std::string_view::npos || last <= first) return out;
    for (std::size_t i = first + 1; i < last; ++i) {
        if (line[i] != '\\' || i + 1 >= last) {
            out += line[i];
            continue;
        }
        ++i;
        out += line[i] == 'n' ? '\n' : line[i] == 't' ? '\t' : line[i];
    }
    return out;
}

}  // namespace

std::vector<ParallelSegment> read_mo(std::string_view bytes, const std::string& place) {
    const MoBytes file(bytes, place);
    const std::uint64_t count = file.number(8);
    const std::uint64_t originals = file.number(12);
    const std::uint64_t translations = file.number(16);
    std::vector<ParallelSegment> out;
    for (std::uint64_t i = 0; i < count; ++i) {  // ends by an error at the latest where the file ends
        const std::string_view english = singular(file.text(originals + 8 * i));
        if (english.empty()) continue;  // the header
        out.push_back({std::string(english), std::string(singular(file.text(translations + 8 * i)))});
    }
    return out;
}

std::vector<ParallelSegment> read_po(std::string_view text) {
    std::vector<ParallelSegment> out;
    ParallelSegment entry;
    std::string ignored;
    std::string* current = &ignored;
    bool fuzzy = false;
    bool next_fuzzy = false;
    const auto flush = [&] {
        if (!fuzzy && !entry.english.empty() && !entry.foreign.empty()) out.push_back(entry);
        entry = {};
        fuzzy = next_fuzzy;
        next_fuzzy = false;
        current = &ignored;
    };
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (line.starts_with("#,") && line.find("fuzzy") != std::string_view::npos) next_fuzzy = true;
        if (line.starts_with("msgid_plural") || line.starts_with("msgctxt") || line.starts_with('#')) {
            current = &ignored;
        } else if (line.starts_with("msgid")) {
            flush();
            current = &entry.english;
        } else if (line.starts_with("msgstr")) {
            current = line.starts_with("msgstr[") && !line.starts_with("msgstr[0]") ? &ignored : &entry.foreign;
        }
        if (!line.starts_with('#')) *current += unquoted(line);
    }
    flush();
    return out;
}

std::vector<ParallelSegment> read_two_columns(std::string_view text) {
    std::vector<ParallelSegment> out;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) continue;
        const std::string_view second = line.substr(tab + 1);
        out.push_back({std::string(line.substr(0, tab)), std::string(second.substr(0, second.find('\t')))});
    }
    return out;
}

}  // namespace kwalign::align
