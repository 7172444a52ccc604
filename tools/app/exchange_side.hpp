#pragma once

/// Standards and links from wherever they are: the two sides of a comparison, or what was published before.

#include "model/link.hpp"
#include "model/standard.hpp"
#include "model/store/store.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace kwalign::tools {

struct ExchangeSide {
    std::vector<model::Standard> standards;
    std::vector<model::Link> links;
};

/// The files of exports that `path` stands for: itself, or, sorted by path, those in a folder whose suffix is one of an import format
/// (".case.json", ".sssom.tsv", ".jsonl", ".json"). Throws model::Error(not_found) for nothing there.
[[nodiscard]] std::vector<std::filesystem::path> exchange_files(const std::filesystem::path& path);

/// True for a file that begins as every SQLite file does.
[[nodiscard]] bool is_store_file(const std::filesystem::path& path);

/// Those standards of the store, and all links between two of them.
[[nodiscard]] ExchangeSide side_of_store(const model::Store& store, const std::vector<std::string>& ids);

/// A store (its current editions), an export in a format that can be imported, or a folder of such exports; mappings in SSSOM are read with
/// the standards beside them. Throws model::Error for what cannot be read.
[[nodiscard]] ExchangeSide read_side(const std::filesystem::path& path);

}  // namespace kwalign::tools
