#pragma once

/// Standards and links of a store as files for registries and programs.

#include "model/exchange/byte_sink.hpp"
#include "model/exchange/exporter.hpp"
#include "model/store/store.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kwalign::tools {

struct ExportRequest {
    std::vector<std::string> names;  ///< standards or frameworks (Store::resolve)
    std::string format;              ///< one of model::export_formats()
    std::string output;              ///< file, or folder (one that exists, or a name with "/" at its end); empty or "-": `standard_output`
    std::string since;               ///< what was published: a file (export or store), a folder of exports, or the version of an edition
    std::optional<model::Persons> persons;  ///< nothing: kept by kwalign's own formats (json, jsonl), left out by all others
    model::LinkChoice links = model::LinkChoice::accepted;
    bool no_term_found = false;
    std::string created;  ///< ISO 8601, see model::ExportOptions
    std::string version;  ///< of what is published
    std::string generator;
    std::string base_uri;
    std::string licence;
    model::StatedFacts facts;  ///< of every standard that `facts_table` says nothing closer of
    std::string facts_table;   ///< file for model::PublisherFacts::add_table; empty: none
};

struct ExportResult {
    model::LossReport losses;
    std::size_t standards = 0;  ///< that were chosen; with `since` those that changed
    std::size_t pairs = 0;
    std::vector<std::string> files;  ///< written, with their folder; empty for standard output
    std::vector<std::string> whole;  ///< with `since` a version: standards without such an edition, which are new and go out whole
};

/// Exports straight from the store: memory is needed for the standards of one pair and one link at a time; with `since` for both sides
/// of the comparison. Files appear when all are whole. Throws model::Error: no_such_standard, ambiguous, not_found (`since`),
/// unsupported (what the format cannot say), bad_data (facts, `since`), write_failed.
[[nodiscard]] ExportResult export_standards(const std::filesystem::path& store, const ExportRequest& request,
                                            model::ByteSink& standard_output);

/// Whether a path names a folder of files rather than one file.
[[nodiscard]] bool is_folder_name(const std::string& path);

}  // namespace kwalign::tools
