#pragma once

/// What a lexicon image is made of: arrays of plain records that are read where they lie. Private to align/lexicon.
///
/// Native byte order and alignment: an image serves the machine that made it, is never exchanged, and is made anew from the text when
/// either changes. All references are indexes into other arrays; LexiconImage checks every one before anything is read.

#include "align/lexicon/lexicon.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kwalign::align {

/// Stands before an acronym to make its key, the same in every language.
inline constexpr std::string_view acronym_mark = "A:";

}  // namespace kwalign::align

namespace kwalign::align::image {

inline constexpr std::array<char, 8> magic{'K', 'W', 'L', 'E', 'X', 'I', 'C', '1'};
inline constexpr std::uint32_t byte_order = 0x01020304;

/// Part of the text section.
struct Text {
    std::uint32_t first = 0;
    std::uint32_t length = 0;
};
/// Part of another array.
struct Range {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

struct ConceptRecord {
    Text id;
    Text domain;
    Range broader;     ///< in relations
    Range related;     ///< in relations
    Range neighbours;  ///< in neighbours
    std::uint32_t part_of_speech = 'n';
};

/// What a language has. Its concepts' terms stand in term_lists from `first_list`, one Range (in texts) per concept.
struct LanguageRecord {
    Text tag;
    std::uint32_t first_list = 0;
    Range slots;  ///< in slots; a power of two, at least one of them empty
};

/// Open addressing: a key stands in the first free slot from hash(key) on, round the end.
struct SlotRecord {
    Text key;        ///< length 0: empty
    Range postings;  ///< in postings: terms whose first word has the key, longest first
};

struct TermRecord {
    ConceptId concept_id;
    Text form;    ///< case-folded
    Range words;  ///< in words: a Range of keys (in texts) for each word
    std::uint32_t part_of_speech = 'n';
};

enum Section : std::size_t { text, concepts, relations, neighbours, languages, term_lists, texts, slots, postings, terms, words, sections };

struct Header {
    std::array<char, 8> signature = magic;
    std::uint32_t order = byte_order;
    std::uint32_t reserved = 0;
    std::array<unsigned char, 32> sources{};  ///< what it was made from
    std::uint64_t bytes = 0;                  ///< of the whole image
    struct Place {
        std::uint64_t first = 0;  ///< byte, a multiple of 8
        std::uint64_t count = 0;  ///< records
    };
    std::array<Place, sections> places;
};

/// FNV-1a, 32 bits (Fowler, Noll, Vo): short keys, no adversary.
[[nodiscard]] constexpr std::uint32_t hash(std::string_view key) noexcept {
    std::uint32_t value = 2166136261U;
    for (const char c : key) value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
    return value;
}

}  // namespace kwalign::align::image
