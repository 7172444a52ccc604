#pragma once

/// What other programs exported, or kwalign did: standards and mappings into the store. All files of one import together, or nothing.

#include "model/exchange/importer.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::tools {

struct ImportRequest {
    std::vector<std::filesystem::path> paths;  ///< files, folders (exchange_files), or "-"
    std::string standard_input;                ///< the bytes for "-"; the caller reads them
    std::string format;                        ///< one of model::import_formats(); empty: by suffix and contents
    std::string framework;                     ///< of standards of others; empty: derived from their creator
    std::filesystem::path metadata;            ///< SSSOM metadata in a file of its own; empty: in the table
    bool dry_run = false;                      ///< read and check everything, store nothing
};

/// One file that was read.
struct ImportedFile {
    std::string path;
    std::string format;
    model::ImportResult result;
};

/// What became of one file.
struct ImportReport {
    std::string path;
    std::string format;
    std::vector<std::string> added;  ///< ids of standards
    std::vector<std::string> updated;
    std::vector<std::string> unchanged;
    std::size_t links = 0;                 ///< stored
    std::size_t kept = 0;                  ///< suggestions for ends on which the store has a decision already, which stays
    std::size_t unknown = 0;               ///< links that name a part of no known standard; not stored
    std::size_t gaps = 0;                  ///< rows that say that nothing was found; the store has no place for them
    std::vector<model::Finding> findings;  ///< what was not taken over, and why
};

/// The format of a file, and what it holds, with the ends of links looked up in `known`; nothing where the file is in no format that can
/// be imported. For whoever reads other kinds of files as well. Throws what model::import_from throws.
[[nodiscard]] std::optional<ImportedFile> read_import(std::string_view name, std::string_view bytes, const model::ImportOptions& options);

/// For readers of documents (kwalign ingest): the standard of such a file; nothing where it is in no format that can be imported. Throws what
/// model::import_from throws, and Error(unsupported) for mappings and for files of several standards, which kwalign import takes.
[[nodiscard]] std::optional<model::Standard> read_one_standard(std::string_view name, std::string_view bytes, const std::string& framework);

/// Reads all files, those with standards first, so that the ends of mappings are found whatever the order. `known` are further
/// standards that links may name. Throws model::Error of the first file that cannot be read; (unsupported) for a file of no known format.
[[nodiscard]] std::vector<ImportedFile> read_imports(const std::vector<std::filesystem::path>& files, const ImportRequest& request,
                                                     model::KnownParts known);

/// Reads, then stores everything in one transaction. Standards are updated as Store::put does; a link replaces the one with the same ends,
/// but a mere suggestion no decision. Reports in the order of the files. Throws model::Error; nothing is stored then.
[[nodiscard]] std::vector<ImportReport> import_files(const std::filesystem::path& store, const ImportRequest& request);

/// {"files":[{path, format, added, updated, unchanged, links, kept, unknown, gaps, findings}]}, indented by two.
[[nodiscard]] std::string to_json(const std::vector<ImportReport>& reports);

}  // namespace kwalign::tools
