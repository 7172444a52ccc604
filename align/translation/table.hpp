#pragma once

/// Word translation tables: keys of one language to keys of English, with probabilities.

#include "align/translation/word_units.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

struct Translation {
    std::string english_key;   ///< as English Morphology::keys_of_word gives it
    double probability = 0.0;  ///< 0..1, see KeyPair::probability

    friend bool operator==(const Translation&, const Translation&) = default;
};

/// What a source key is worth: how often it was seen, and its translations, best first.
struct TableEntry {
    std::string key;
    std::uint32_t count = 0;
    std::vector<Translation> translations;
};

/// A word of running text, projected to English.
struct ProjectedUnit {
    std::string key;                        ///< of the word, or of the part of a compound
    std::vector<Translation> translations;  ///< best first; empty where the table does not know the key
};

/// A table in memory. Immutable after loading; share between threads freely.
///
/// File format: text, UTF-8, "\n". First line "kwalign-translations 1 <lang> en"; then lines starting with '#' (provenance and licence); then one
/// line per key, sorted bytewise: key, count and translations, separated by tabs, a translation being its key, a space and its probability
/// in thousandths. The lines are searched where they stand, so loading costs little more than reading the file.
class TranslationTable {
public:
    TranslationTable() = default;  ///< knows nothing

    /// Throws model::Error: not_found, unreadable, bad_data (with file and line), limit_exceeded (over 64 MB).
    [[nodiscard]] static TranslationTable load(const std::filesystem::path& file);
    /// The same from memory; `place` names it in errors.
    [[nodiscard]] static TranslationTable parse(std::string text, const std::string& place);

    /// BCP 47 tag of the source language.
    [[nodiscard]] const std::string& lang() const noexcept { return m_lang; }
    /// Number of keys.
    [[nodiscard]] std::size_t size() const noexcept { return m_lines.size(); }
    /// Translations of exactly this key, best first; empty where it is not known.
    [[nodiscard]] std::vector<Translation> translations(std::string_view source_key) const;
    /// All of it, sorted by key; costs a pass over the text.
    [[nodiscard]] std::vector<TableEntry> entries() const;
    /// How often the key was seen in the parallel text; 0 where it is not known.
    [[nodiscard]] std::uint32_t count(std::string_view source_key) const noexcept;
    /// A word of running text (case-folded UTF-8) of the table's language: its commonest reading, or the parts of a compound. At least one unit.
    [[nodiscard]] std::vector<ProjectedUnit> project(std::string_view word) const;

private:
    struct Line {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };
    [[nodiscard]] std::string_view line_of(std::string_view key) const noexcept;

    std::string m_text;
    std::string m_lang;
    std::vector<Line> m_lines;
};

/// The file's content for `entries`, which are sorted here. `notes`: lines of provenance, without '#'.
[[nodiscard]] std::string table_text(std::vector<TableEntry> entries, std::string_view lang, const std::vector<std::string>& notes);

}  // namespace kwalign::align
