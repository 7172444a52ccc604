#pragma once

/// Parallel text from the files in which translators keep it.

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

/// One text in English and its translation, both plain: no markup, accelerators, placeholders or message contexts.
struct ParallelSegment {
    std::string english;
    std::string foreign;

    friend bool operator==(const ParallelSegment&, const ParallelSegment&) = default;
};

/// Reads the pairs of English and `lang` ("nl", "et") in file order. The kind is told by the name:
///   *.tmx        TMX 1.4 (unit variants are chosen by language; "en-GB" counts as "en")
///   *.po         gettext catalog; fuzzy and obsolete entries are left out
///   *.mo         compiled gettext catalog, either byte order
///   *.tsv        two columns, English first; lines without a tab are left out
///   a folder     two copies of one help: every *.html below FOLDER/en-US (or FOLDER/en) is paired with its namesake below FOLDER/<lang>,
///                paragraph by paragraph through the paragraphs' id attributes; this is how LibreOffice's help is packaged
/// Pairs whose sides are empty, equal (not translated) or longer than 4000 bytes are left out. Paragraphs are cut into sentences where both
/// sides have the same number of them. Paths are read in name order, so the result depends on nothing else.
/// Throws model::Error: not_found, unreadable, damaged (a catalog that is none), unsupported (another name), limit_exceeded (over 512 MB).
[[nodiscard]] std::vector<ParallelSegment> read_parallel(const std::filesystem::path& path, std::string_view lang);

/// Text as a reader sees it: accelerators ("_File", "~File"), placeholders ("%PRODUCTNAME", "$(ARG1)", "{0}", "%1"), tags and escapes of
/// user-interface messages taken out, spaces collapsed.
[[nodiscard]] std::string plain_message(std::string_view message);

}  // namespace kwalign::align
