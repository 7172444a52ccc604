#include "tools/app/export_standards.hpp"

#include "ingest/source/byte_source.hpp"
#include "model/error.hpp"
#include "model/exchange/change_set.hpp"
#include "model/exchange/diff.hpp"
#include "model/exchange/store_source.hpp"
#include "tools/app/exchange_side.hpp"

#include <algorithm>
#include <set>
#include <system_error>

namespace kwalign::tools {
namespace {

namespace fs = std::filesystem;

std::string base_id(const std::string& id) { return id.substr(0, id.find('@')); }

std::vector<std::string> resolve_all(const model::Store& store, const std::vector<std::string>& names) {
    std::vector<std::string> ids;
    for (const std::string& name : names) {
        for (const std::string& id : store.resolve(name)) {
            if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
        }
    }
    return ids;
}

/// What the file holds of the standards that go out now and of those that the store has no more: the others were published apart.
ExchangeSide published_in_file(const model::Store& store, const std::vector<std::string>& ids, const fs::path& file) {
    ExchangeSide before = read_side(file);
    std::set<std::string> bases;
    for (const std::string& id : ids) bases.insert(base_id(id));
    std::erase_if(before.standards, [&](const model::Standard& standard) {
        return !bases.contains(base_id(standard.id)) && store.get(base_id(standard.id));
    });
    std::set<std::string> kept = bases;
    for (const model::Standard& standard : before.standards) kept.insert(base_id(standard.id));
    std::erase_if(before.links, [&](const model::Link& link) {
        return !kept.contains(base_id(link.source.standard)) || !kept.contains(base_id(link.target.standard));
    });
    return before;
}

/// The editions of that version.
ExchangeSide published_as_version(const model::Store& store, const std::vector<std::string>& ids, const std::string& version,
                                  std::vector<std::string>& whole) {
    std::vector<std::string> editions;
    for (const std::string& id : ids) {
        const auto now = store.get(id);
        if (now && now->version == version)
            editions.push_back(id);
        else if (std::string edition = base_id(id) + "@" + version; store.get(edition))
            editions.push_back(std::move(edition));
        else
            whole.push_back(id);
    }
    if (editions.empty())
        throw model::Error(model::ErrorCode::not_found, version, "neither a file nor the version of an edition of what is exported",
                           "give an earlier export, a store, or a version that kwalign list shows");
    return side_of_store(store, editions);
}

model::ChangeSet changes_since(const model::Store& store, const std::vector<std::string>& ids, const std::string& since,
                               std::vector<std::string>& whole) {
    std::error_code ignored;
    const bool file = fs::exists(since, ignored);
    ExchangeSide before = file ? published_in_file(store, ids, since) : published_as_version(store, ids, since, whole);
    const ExchangeSide after = side_of_store(store, ids);
    return model::ChangeSet(model::diff_sets(before.standards, before.links, after.standards, after.links));
}

model::PublisherFacts facts_of(const ExportRequest& request) {
    model::PublisherFacts facts;
    if (!request.facts_table.empty()) facts.add_table(ingest::read_file(request.facts_table, {}), request.facts_table);
    if (!request.facts.empty()) facts.add("*", request.facts, "command line");
    return facts;
}

model::ExportOptions options_of(const ExportRequest& request) {
    model::ExportOptions options;
    const bool own = request.format == "json" || request.format == "jsonl";
    options.persons = request.persons.value_or(own ? model::Persons::keep : model::Persons::leave_out);
    options.links = request.links;
    options.no_term_found = request.no_term_found;
    options.created = request.created;
    options.generator = request.generator;
    options.version = request.version;
    options.base_uri = request.base_uri;
    options.licence = request.licence;
    return options;
}

/// Exports to wherever the request says.
ExportResult write(const ExportRequest& request, const model::ExportSource& source, const model::ExportOptions& options,
                   model::ByteSink& standard_output) {
    ExportResult result;
    if (request.output.empty() || request.output == "-") {
        model::SingleOutput output(standard_output);
        result.losses = model::export_to(request.format, source, output, options);
    } else if (is_folder_name(request.output)) {
        model::FolderOutput output(request.output);
        result.losses = model::export_to(request.format, source, output, options);
        for (const std::string& name : output.names()) result.files.push_back((fs::path(request.output) / name).string());
    } else {
        model::FileSink sink(request.output);
        model::SingleOutput output(sink);
        result.losses = model::export_to(request.format, source, output, options);
        sink.commit();
        result.files.push_back(request.output);
    }
    return result;
}

}  // namespace

bool is_folder_name(const std::string& path) {
    std::error_code ignored;
    return path.ends_with('/') || fs::is_directory(path, ignored);
}

ExportResult export_standards(const fs::path& store_file, const ExportRequest& request, model::ByteSink& standard_output) {
    const model::Store store(store_file, model::Store::Mode::read_only);
    const std::vector<std::string> ids = resolve_all(store, request.names);
    const model::PublisherFacts facts = facts_of(request);
    model::ExportOptions options = options_of(request);
    options.facts = &facts;
    std::vector<std::string> whole;
    std::optional<model::ChangeSet> changes;
    if (!request.since.empty()) {
        changes.emplace(changes_since(store, ids, request.since, whole));
        options.changes = &*changes;
    }
    const auto pairs = model::linked_pairs(store, ids);
    ExportResult result = write(request, model::StoreSource(store, ids, pairs), options, standard_output);
    result.standards =
        changes ? static_cast<std::size_t>(std::ranges::count_if(ids, [&](const std::string& id) { return changes->has_standard(id); }))
                : ids.size();
    result.pairs = pairs.size();
    result.whole = std::move(whole);
    return result;
}

}  // namespace kwalign::tools
