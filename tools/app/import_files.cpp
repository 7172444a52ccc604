#include "tools/app/import_files.hpp"

#include "ingest/source/byte_source.hpp"
#include "model/error.hpp"
#include "model/json_writer.hpp"
#include "model/store/store.hpp"
#include "tools/app/exchange_side.hpp"
#include "tools/app/text_layout.hpp"

#include <algorithm>

namespace kwalign::tools {
namespace {

namespace fs = std::filesystem;

/// Some of its associations name things that a later file may bring.
bool has_open_ends(const model::ImportResult& result) {
    return std::ranges::any_of(result.findings, [](const model::Finding& finding) { return finding.code == "association-left-out"; });
}

/// Reads one file after the other and remembers what their standards are called.
class Reader {
public:
    Reader(const ImportRequest& request, model::KnownParts known) : m_request(request), m_known(std::move(known)) {
        m_options.framework = request.framework;
        m_options.known = &m_known;
        if (!request.metadata.empty()) m_metadata = ingest::read_file(request.metadata, {});
        m_options.metadata = m_metadata;
    }

    std::vector<ImportedFile> read(const std::vector<fs::path>& files) {
        std::vector<ImportedFile> read(files.size());
        std::vector<std::size_t> mappings;
        for (std::size_t i = 0; i < files.size(); ++i) {
            const std::string bytes = bytes_of(files[i]);
            read[i].path = files[i].string();
            read[i].format = format_of(files[i], bytes);
            if (read[i].format == "sssom") {
                mappings.push_back(i);
                continue;
            }
            read[i].result = import(read[i], bytes);
            for (const model::Standard& standard : read[i].result.standards) m_known.add(standard);
            if (files.size() > 1 && has_open_ends(read[i].result)) mappings.push_back(i);
        }
        for (const std::size_t i : mappings) read[i].result = import(read[i], bytes_of(files[i]));
        return read;
    }

private:
    [[nodiscard]] std::string bytes_of(const fs::path& file) const {
        return file == "-" ? m_request.standard_input : ingest::read_file(file, {});
    }

    [[nodiscard]] std::string format_of(const fs::path& file, std::string_view bytes) const {
        if (!m_request.format.empty()) return m_request.format;
        std::string format = model::import_format_for(file, bytes);
        if (!format.empty()) return format;
        // Nothing, not text: import_from says so better than "no format".
        if (bytes.find_first_not_of(std::string_view(" \t\r\n\0", 5)) == std::string_view::npos) return "jsonl";
        throw model::Error(model::ErrorCode::unsupported, file.string(), "this looks like none of " + joined(model::import_formats(), ", "),
                           "name the format with --format");
    }

    [[nodiscard]] model::ImportResult import(const ImportedFile& file, std::string_view bytes) const {
        return model::import_from(file.format, bytes, file.path == "-" ? "<stdin>" : file.path, m_options);
    }

    const ImportRequest& m_request;
    model::KnownParts m_known;
    model::ImportOptions m_options;
    std::string m_metadata;
};

model::KnownParts parts_of(const model::Store& store) {
    model::KnownParts known;
    for (const model::StandardSummary& summary : store.list()) {
        if (const auto standard = store.get(summary.id)) known.add(*standard);
    }
    return known;
}

/// Stores what was read, file by file, inside the caller's transaction; without a store it only counts.
class Storing {
public:
    Storing(model::Store* store, const model::KnownParts& known) : m_store(store), m_known(known) {}

    ImportReport put_standards(const ImportedFile& file) {
        ImportReport report;
        report.path = file.path;
        report.format = file.format;
        report.gaps = file.result.gaps.size();
        report.findings = file.result.findings;
        for (const model::Standard& standard : file.result.standards) {
            switch (m_store == nullptr ? model::PutResult::added : m_store->put(standard)) {
                case model::PutResult::added: report.added.push_back(standard.id); break;
                case model::PutResult::updated: report.updated.push_back(standard.id); break;
                case model::PutResult::unchanged: report.unchanged.push_back(standard.id); break;
            }
        }
        return report;
    }

    void put_links(const ImportedFile& file, ImportReport& report) {
        model::Findings findings;
        for (const model::Link& link : file.result.links) {
            if (!is_known(link.source) || !is_known(link.target)) {
                const model::Endpoint& end = is_known(link.source) ? link.target : link.source;
                findings.add("unknown-end", model::Severity::warning,
                             "no known standard has " + end.standard + "#" + end.code() + "; the mapping is left out");
                ++report.unknown;
            } else if (keeps_decision(link)) {
                ++report.kept;
            } else {
                if (m_store != nullptr) m_store->put_link(link);
                ++report.links;
            }
        }
        report.findings.insert(report.findings.end(), findings.list().begin(), findings.list().end());
    }

private:
    [[nodiscard]] bool is_known(const model::Endpoint& end) const { return m_known.find(end.standard + "#" + end.code()).has_value(); }

    /// What somebody decided is not undone by a program's suggestion from elsewhere.
    [[nodiscard]] bool keeps_decision(const model::Link& link) const {
        if (m_store == nullptr || link.decision.status != model::LinkStatus::suggested) return false;
        const std::vector<model::Decision> history = m_store->history(link.source, link.target);
        return !history.empty() && history.back().status != model::LinkStatus::suggested;
    }

    model::Store* m_store;
    const model::KnownParts& m_known;
};

std::vector<ImportReport> store_all(model::Store* store, const std::vector<ImportedFile>& files, const model::KnownParts& known) {
    Storing storing(store, known);
    std::vector<ImportReport> reports;
    for (const ImportedFile& file : files) reports.push_back(storing.put_standards(file));
    for (std::size_t i = 0; i < files.size(); ++i) storing.put_links(files[i], reports[i]);
    return reports;
}

std::vector<fs::path> all_files(const std::vector<fs::path>& paths) {
    std::vector<fs::path> files;
    for (const fs::path& path : paths) {
        if (path == "-") {
            files.push_back(path);
            continue;
        }
        for (const fs::path& file : exchange_files(path)) {
            if (std::ranges::find(files, file) == files.end()) files.push_back(file);
        }
    }
    return files;
}

/// Thrown to leave a transaction without anything having gone wrong.
struct Undo {};

}  // namespace

std::optional<ImportedFile> read_import(std::string_view name, std::string_view bytes, const model::ImportOptions& options) {
    const std::string format = model::import_format_for(fs::path(name), bytes);
    if (format.empty()) return std::nullopt;
    return ImportedFile{std::string(name), format, model::import_from(format, bytes, name, options)};
}

std::optional<model::Standard> read_one_standard(std::string_view name, std::string_view bytes, const std::string& framework) {
    if (model::import_format_for(fs::path(name), bytes) == "sssom")
        throw model::Error(model::ErrorCode::unsupported, std::string(name), "these are mappings between standards", "use kwalign import");
    model::ImportOptions options;
    options.framework = framework;
    auto file = read_import(name, bytes, options);
    if (!file) return std::nullopt;
    if (file->result.standards.size() != 1)
        throw model::Error(model::ErrorCode::unsupported, std::string(name),
                           "this holds " + counted(file->result.standards.size(), "standard"), "use kwalign import");
    return std::move(file->result.standards.front());
}

std::vector<ImportedFile> read_imports(const std::vector<fs::path>& files, const ImportRequest& request, model::KnownParts known) {
    return Reader(request, std::move(known)).read(files);
}

std::vector<ImportReport> import_files(const fs::path& store_file, const ImportRequest& request) {
    // Reading comes before the store is made, so that a bad file leaves no empty store behind.
    const bool there = is_store_file(store_file);
    model::KnownParts known;
    if (there) known = parts_of(model::Store(store_file, model::Store::Mode::read_only));
    const std::vector<ImportedFile> files = read_imports(all_files(request.paths), request, known);
    for (const ImportedFile& file : files) {
        for (const model::Standard& standard : file.result.standards) known.add(standard);
    }
    if (request.dry_run && !there) return store_all(nullptr, files, known);
    model::Store store(store_file, model::Store::Mode::read_write);
    std::vector<ImportReport> reports;
    try {
        store.in_one_transaction([&] {
            reports = store_all(&store, files, known);
            if (request.dry_run) throw Undo{};
        });
    } catch (const Undo&) {
    }
    return reports;
}

std::string to_json(const std::vector<ImportReport>& reports) {
    model::JsonWriter json(2);
    json.begin_object();
    json.key("files");
    json.begin_array();
    for (const ImportReport& report : reports) {
        json.begin_object();
        json.member("path", report.path);
        json.member("format", report.format);
        json.member("added", report.added);
        json.member("updated", report.updated);
        json.member("unchanged", report.unchanged);
        json.key("links"), json.count(report.links);
        json.key("kept"), json.count(report.kept);
        json.key("unknown"), json.count(report.unknown);
        json.key("gaps"), json.count(report.gaps);
        json.key("findings");
        json.begin_array();
        for (const model::Finding& finding : report.findings) {
            json.begin_object();
            json.member("code", finding.code);
            json.member("severity", to_string(finding.severity));
            json.member("message", finding.message);
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.take() + "\n";
}

}  // namespace kwalign::tools
