#include "tools/app/ingest_files.hpp"

#include "ingest/ingest.hpp"
#include "ingest/source/byte_source.hpp"
#include "model/error.hpp"
#include "model/store/store.hpp"
#include "tools/app/input_files.hpp"
#include "tools/app/parallel.hpp"
#include "tools/app/text_layout.hpp"

#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <optional>

namespace kwalign::tools {
namespace {

/// What a thread made of one file: a standard or the reason why not.
struct Reading {
    std::optional<model::Standard> standard;
    FileStatus status = FileStatus::failed;
    std::string message;
};

FileStatus status_of(model::ErrorCode code) {
    switch (code) {
        case model::ErrorCode::not_found: return FileStatus::missing;
        case model::ErrorCode::unreadable: return FileStatus::unreadable;
        case model::ErrorCode::empty_input: return FileStatus::empty;
        case model::ErrorCode::damaged: return FileStatus::damaged;
        case model::ErrorCode::needs_password: return FileStatus::needs_password;
        case model::ErrorCode::unsupported: return FileStatus::unsupported;
        case model::ErrorCode::no_text: return FileStatus::no_text;
        case model::ErrorCode::limit_exceeded: return FileStatus::too_large;
        default: return FileStatus::failed;
    }
}

std::string without_place(const model::Error& error) {
    return error.remedy().empty() ? error.detail() : error.detail() + " (" + error.remedy() + ")";
}

Reading read(const ingest::Ingester& ingester, const InputFile& file, const IngestRequest& request) {
    Reading reading;
    try {
        if (file.error) throw model::Error(*file.error);
        ingest::IngestOptions options;
        options.password = request.password;
        options.framework = request.framework;
        options.template_id = request.template_id;
        reading.standard =
            file.path == "-" ? ingester.read_bytes(request.standard_input, "<stdin>", options) : ingester.read(file.path, options);
    } catch (const model::Error& error) {
        reading.status = status_of(error.code());
        reading.message = without_place(error);
    } catch (const std::exception& error) {
        reading.message = std::string("internal error: ") + error.what();
    }
    return reading;
}

/// How well the places of statements are known from a medium: boxes, structure, lines only.
int rank_of_medium(const std::string& media_type) {
    if (media_type == "application/pdf") return 2;
    return media_type == "text/html" || media_type == "text/markdown" ? 1 : 0;
}

FileReport describe(const std::string& path, const Reading& reading) {
    FileReport report;
    report.path = path;
    report.status = reading.status;
    report.message = reading.message;
    if (!reading.standard) return report;
    const model::Standard& standard = *reading.standard;
    report.standard = standard.id;
    report.title = standard.title;
    report.media_type = standard.source.media_type;
    report.pages = standard.source.pages;
    report.units = standard.units.size();
    for (const model::Unit& unit : standard.units) report.statements += unit.statements.size();
    report.warnings = static_cast<std::size_t>(std::count_if(standard.findings.begin(), standard.findings.end(),
                                                             [](const model::Finding& f) { return f.severity != model::Severity::note; }));
    report.text_accounted = standard.source.text_accounted;
    return report;
}

/// Units without statements, or too little of what is printed: somebody should look before links are trusted.
std::string doubt(const FileReport& report) {
    if (report.statements == 0 && report.media_type != "text/csv" && report.media_type != "text/tab-separated-values") {
        return "units but no statements were found";
    }
    if (report.text_accounted < suspect_below) return "only " + percent(report.text_accounted) + " of the text is accounted for";
    return {};
}

/// Stores readings one by one and remembers what this batch has stored.
class Sink {
public:
    Sink(const Workspace& workspace, bool dry_run) {
        if (!dry_run) m_store.emplace(workspace.store, model::Store::Mode::read_write);
    }

    FileReport take(const std::string& path, Reading reading) {
        FileReport report = describe(path, reading);
        if (!reading.standard) return report;
        if (report.units == 0) {
            report.status = FileStatus::no_units;
            report.message = "no units were found: probably no competence document, or of a family without a template";
            return report;
        }
        const int rank = rank_of_medium(report.media_type);
        const auto earlier = m_taken.find(report.standard);
        if (earlier != m_taken.end() && earlier->second.rank >= rank) {
            report.status = FileStatus::duplicate;
            report.message = "the same standard as " + earlier->second.path;
            return report;
        }
        m_taken[report.standard] = {path, rank};
        report.status = put(*reading.standard);
        if (std::string why = doubt(report); !why.empty()) {
            report.status = FileStatus::suspect;
            report.message = std::move(why);
        }
        return report;
    }

private:
    FileStatus put(const model::Standard& standard) {
        if (!m_store) return FileStatus::added;
        switch (m_store->put(standard)) {
            case model::PutResult::added: return FileStatus::added;
            case model::PutResult::updated: return FileStatus::updated;
            case model::PutResult::unchanged: break;
        }
        return FileStatus::unchanged;
    }

    struct Taken {
        std::string path;
        int rank = 0;
    };
    std::optional<model::Store> m_store;
    std::map<std::string, Taken> m_taken;
};

}  // namespace

std::string_view to_string(FileStatus status) noexcept {
    switch (status) {
        case FileStatus::added: return "added";
        case FileStatus::updated: return "updated";
        case FileStatus::unchanged: return "unchanged";
        case FileStatus::suspect: return "suspect";
        case FileStatus::duplicate: return "duplicate";
        case FileStatus::needs_password: return "needs_password";
        case FileStatus::no_text: return "no_text";
        case FileStatus::damaged: return "damaged";
        case FileStatus::unsupported: return "unsupported";
        case FileStatus::empty: return "empty";
        case FileStatus::missing: return "missing";
        case FileStatus::unreadable: return "unreadable";
        case FileStatus::too_large: return "too_large";
        case FileStatus::no_units: return "no_units";
        case FileStatus::failed: break;
    }
    return "failed";
}

bool is_failure(FileStatus status) noexcept { return status >= FileStatus::needs_password; }

std::size_t IngestReport::count(FileStatus status) const noexcept {
    return static_cast<std::size_t>(
        std::count_if(files.begin(), files.end(), [status](const FileReport& f) { return f.status == status; }));
}

std::size_t IngestReport::failures() const noexcept {
    return static_cast<std::size_t>(std::count_if(files.begin(), files.end(), [](const FileReport& f) { return is_failure(f.status); }));
}

IngestReport ingest_files(const Workspace& workspace, const IngestRequest& request, const IngestProgress& progress) {
    const InputList inputs = collect_inputs(request.paths);
    const ingest::Ingester ingester(workspace.templates());
    // A batch in which nothing can even be tried leaves no empty store behind.
    const bool hopeless =
        std::all_of(inputs.files.begin(), inputs.files.end(), [](const InputFile& file) { return file.error.has_value(); });
    Sink sink(workspace, request.dry_run || hopeless);

    IngestReport report;
    report.skipped = inputs.skipped;
    std::vector<Reading> readings(inputs.files.size());
    for_each_in_order(
        inputs.files.size(), workspace.jobs, [&](std::size_t i) { readings[i] = read(ingester, inputs.files[i], request); },
        [&](std::size_t i) {
            report.files.push_back(sink.take(inputs.files[i].path, std::move(readings[i])));
            readings[i] = {};
            if (progress) progress(report.files.back(), i + 1, inputs.files.size());
        });
    return report;
}

}  // namespace kwalign::tools
