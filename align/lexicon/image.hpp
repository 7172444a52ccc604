#pragma once

/// The lexicon compiled: concepts, terms by the keys of their words and what lies near each concept, as one block of bytes that is read
/// where it lies. It is built from the reviewable text, in memory or ahead of time into a file that later runs map: the same bytes, so the
/// same results, either way.

#include "align/lexicon/image_format.hpp"

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

using SourceDigest = std::array<unsigned char, 32>;  ///< SHA-256 of what an image is made from

/// Immutable; share between threads freely. Views into it live as long as it does.
class LexiconImage {
public:
    /// Takes bytes that image_builder made. Throws model::Error(bad_data) where they are no image or hold together badly; `place` names them.
    [[nodiscard]] static std::shared_ptr<const LexiconImage> from_bytes(std::string bytes, const std::string& place);
    /// Maps a file. Null where there is none, where it was made from other sources than `wanted` or by another program, or is damaged: an
    /// image is only a shortcut, and whoever asks can build it from the text.
    [[nodiscard]] static std::shared_ptr<const LexiconImage> map(const std::filesystem::path& file, const SourceDigest& wanted);

    ~LexiconImage();
    LexiconImage(const LexiconImage&) = delete;
    LexiconImage& operator=(const LexiconImage&) = delete;

    [[nodiscard]] std::span<const image::ConceptRecord> concepts() const { return m_concepts; }
    [[nodiscard]] std::span<const image::LanguageRecord> languages() const { return m_languages; }
    [[nodiscard]] std::span<const ConceptId> relations(image::Range range) const { return m_relations.subspan(range.first, range.count); }
    [[nodiscard]] std::span<const Neighbour> neighbours(image::Range range) const { return m_neighbours.subspan(range.first, range.count); }
    [[nodiscard]] std::string_view text(image::Text text) const { return {m_text.data() + text.first, text.length}; }
    /// Terms of a concept in a language, or keys of a word of a term.
    [[nodiscard]] std::span<const image::Text> texts(image::Range range) const { return m_texts.subspan(range.first, range.count); }
    [[nodiscard]] image::Range term_list(const image::LanguageRecord& language, ConceptId id) const {
        return m_term_lists[language.first_list + id.value];
    }
    [[nodiscard]] const image::TermRecord& term(std::uint32_t number) const { return m_terms[number]; }
    [[nodiscard]] image::Range word_keys(const image::TermRecord& term, std::size_t word) const { return m_words[term.words.first + word]; }
    /// Terms of the language whose first word has `key`, longest first.
    [[nodiscard]] std::span<const std::uint32_t> terms_with(const image::LanguageRecord& language, std::string_view key) const;

    /// The whole image, to be written to a file.
    [[nodiscard]] std::string_view bytes() const noexcept { return m_bytes; }

private:
    LexiconImage() = default;
    /// Empty: good. Otherwise what is wrong.
    [[nodiscard]] std::string open();
    [[nodiscard]] bool holds_together() const;

    struct Mapping;
    std::unique_ptr<Mapping> m_mapping;  ///< null where m_owned has the bytes
    std::string m_owned;
    std::string_view m_bytes;
    std::span<const char> m_text;
    std::span<const image::ConceptRecord> m_concepts;
    std::span<const ConceptId> m_relations;
    std::span<const Neighbour> m_neighbours;
    std::span<const image::LanguageRecord> m_languages;
    std::span<const image::Range> m_term_lists;
    std::span<const image::Text> m_texts;
    std::span<const image::SlotRecord> m_slots;
    std::span<const std::uint32_t> m_postings;
    std::span<const image::TermRecord> m_terms;
    std::span<const image::Range> m_words;
};

/// The digest of what an image for these files would be made from: their names and contents, and the rules by which this program cuts words
/// into keys. Throws model::Error(unreadable, not_found).
[[nodiscard]] SourceDigest digest_of_sources(const std::filesystem::path& lexicon_folder,
                                             const std::vector<std::filesystem::path>& imports);

}  // namespace kwalign::align
