#pragma once

/// Terms that users bring: ESCO tables, TBX, TMX and SKOS, kept apart from the shipped lexicon in files of their own.
///
/// File format: text, UTF-8, "\n". First line "kwalign-terms 1"; then lines starting with '#' (where it came from); then one concept a line,
/// sorted by id: id, part of speech (n, v, a or ?), broader ids, related ids, and one cell per language, "tag:term; term"; cells are separated
/// by tabs, ids and terms by "; ".

#include "align/imported/concepts.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

struct TermImportOptions {
    std::string format;                  ///< "esco", "tbx", "tmx", "skos"; empty: by name and content of each file
    std::string lang;                    ///< language of ESCO labels; empty: by the file's name ("skills_en.csv")
    std::vector<std::string> languages;  ///< primary tags to keep; none: all
};

struct TermImport {
    std::vector<ImportedConcept> concepts;  ///< sorted by id
    std::vector<std::string> notes;         ///< one line per file: name, format and SHA-256
    std::size_t left_out = 0;               ///< terms that are sentences
};

/// Reads all files together; the same concept in several of them (ESCO in several languages) is one. Throws model::Error: not_found,
/// unreadable, empty_input, bad_data, unsupported (no known format), limit_exceeded; nothing is written by it.
[[nodiscard]] TermImport import_terms(const std::vector<std::filesystem::path>& files, const TermImportOptions& options);

/// The names that TermImportOptions::format may have.
[[nodiscard]] const std::vector<std::string>& term_formats();

/// An import as its file, and back. Throws model::Error(bad_data) with file and line.
[[nodiscard]] std::string term_file_text(const std::vector<ImportedConcept>& concepts, const std::vector<std::string>& notes);
[[nodiscard]] std::vector<ImportedConcept> read_term_file(const std::filesystem::path& file);

}  // namespace kwalign::align
