#include "tools/app/exchange_side.hpp"

#include "model/error.hpp"
#include "model/exchange/exporter.hpp"
#include "model/exchange/store_source.hpp"
#include "tools/app/import_files.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <system_error>

namespace kwalign::tools {
namespace {

namespace fs = std::filesystem;

/// A folder of exports is not a mounted disk.
constexpr std::size_t max_files = 100'000;

bool is_importable(const fs::path& file) {
    const std::vector<std::string> formats = model::import_formats();
    return std::ranges::find(formats, model::export_format_for(file)) != formats.end();
}

ExchangeSide side_of_whole_store(const fs::path& file) {
    const model::Store store(file, model::Store::Mode::read_only);
    std::vector<std::string> ids;
    for (const model::StandardSummary& summary : store.list()) {
        if (summary.id.find('@') == std::string::npos) ids.push_back(summary.id);
    }
    return side_of_store(store, ids);
}

}  // namespace

std::vector<fs::path> exchange_files(const fs::path& path) {
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (status.type() == fs::file_type::not_found) throw model::Error(model::ErrorCode::not_found, path.string(), "no such file or folder");
    if (status.type() != fs::file_type::directory) return {path};
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator entry(path, failed); !failed && entry != fs::recursive_directory_iterator{};
         entry.increment(failed)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored) && is_importable(entry->path())) files.push_back(entry->path());
        if (files.size() > max_files)
            throw model::Error(model::ErrorCode::limit_exceeded, path.string(), "more than 100000 files", "give smaller folders");
    }
    if (failed) throw model::Error(model::ErrorCode::unreadable, path.string(), failed.message(), "check the permissions");
    if (files.empty())
        throw model::Error(model::ErrorCode::empty_input, path.string(), "no exports in this folder",
                           "files end in .case.json, .sssom.tsv, .jsonl or .json");
    std::ranges::sort(files);
    return files;
}

bool is_store_file(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return false;
    std::array<char, 16> head{};
    std::ifstream file(path, std::ios::binary);
    return file.read(head.data(), head.size()) && std::string_view(head.data(), 15) == "SQLite format 3";
}

ExchangeSide side_of_store(const model::Store& store, const std::vector<std::string>& ids) {
    ExchangeSide side;
    for (const std::string& id : ids) {
        auto standard = store.get(id);
        if (!standard)
            throw model::Error(model::ErrorCode::no_such_standard, id, "it has gone from the store", "kwalign list shows what is there");
        side.standards.push_back(*std::move(standard));
    }
    for (const auto& [source, target] : model::linked_pairs(store, ids))
        store.for_each_link(source, target, [&](const model::Link& link) { side.links.push_back(link); });
    return side;
}

ExchangeSide read_side(const fs::path& path) {
    if (is_store_file(path)) return side_of_whole_store(path);
    ExchangeSide side;
    for (ImportedFile& file : read_imports(exchange_files(path), ImportRequest{}, {})) {
        std::ranges::move(file.result.standards, std::back_inserter(side.standards));
        std::ranges::move(file.result.links, std::back_inserter(side.links));
    }
    std::set<std::string> ids;
    for (const model::Standard& standard : side.standards) {
        if (!ids.insert(standard.id).second)
            throw model::Error(model::ErrorCode::bad_data, path.string(), "the standard " + standard.id + " is in several files",
                               "give one of them");
    }
    return side;
}

}  // namespace kwalign::tools
