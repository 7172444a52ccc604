#include "tools/app/ingest_sink.hpp"

#include "ingest/office/office_package.hpp"
#include "ingest/source/byte_source.hpp"
#include "model/error.hpp"
#include "model/identity.hpp"
#include "tools/app/text_layout.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace kwalign::tools {
namespace {

FileReport describe(const std::string& path, const FileReading& reading) {
    FileReport report;
    report.path = path;
    report.status = reading.status;
    report.message = reading.message;
    if (!reading.standard) return report;
    const model::Standard& standard = *reading.standard;
    report.standard = standard.id;
    report.version = standard.version;
    report.title = standard.title;
    report.media_type = standard.source.media_type;
    report.sha256 = standard.source.sha256;
    report.pages = standard.source.pages;
    report.units = standard.units.size();
    for (const model::Unit& unit : standard.units) report.statements += unit.statements.size();
    report.warnings = static_cast<std::size_t>(std::count_if(standard.findings.begin(), standard.findings.end(),
                                                             [](const model::Finding& f) { return f.severity != model::Severity::note; }));
    report.text_accounted = standard.source.text_accounted;
    return report;
}

/// Findings that say that something on the pages did not get as far as the layout.
bool says_loss(const model::Finding& finding) {
    static constexpr std::array<std::string_view, 4> codes{"page-unreadable", "page-without-text", "pdf-damage", "pdf-salvaged"};
    return std::find(codes.begin(), codes.end(), finding.code) != codes.end();
}

bool is_salvage(const model::Standard& standard) {
    return std::any_of(standard.findings.begin(), standard.findings.end(),
                       [](const model::Finding& finding) { return finding.code == "pdf-salvaged"; });
}

std::string loss(const model::Standard& standard) {
    std::string first;
    std::size_t more = 0;
    for (const model::Finding& finding : standard.findings) {
        if (!says_loss(finding)) continue;
        if (first.empty())
            first = finding.message;
        else
            ++more;
    }
    if (first.ends_with('.')) first.pop_back();
    return more == 0 ? first : first + "; and " + counted(more, "further finding") + " like it";
}

/// Units without statements, or too little of what is printed: somebody should look before links are trusted.
std::string doubt(const FileReport& report) {
    static constexpr std::array<std::string_view, 3> lists{"text/csv", "text/tab-separated-values", ingest::xlsx_media_type};
    if (report.statements == 0 && std::find(lists.begin(), lists.end(), report.media_type) == lists.end()) {
        return "units but no statements were found";
    }
    if (report.text_accounted < suspect_below) return "only " + percent(report.text_accounted) + " of the text is accounted for";
    return {};
}

std::optional<FileStatus> parse_file_status(std::string_view name) {
    for (const FileStatus status : all_file_statuses()) {
        if (to_string(status) == name) return status;
    }
    return std::nullopt;
}

/// Will be the same the next time, as long as bytes and settings are. Not so: passwords, permissions, and how busy the machine was.
bool is_lasting(FileStatus status) {
    switch (status) {
        case FileStatus::needs_password:
        case FileStatus::missing:
        case FileStatus::unreadable:
        case FileStatus::too_large:
        case FileStatus::timed_out:
        case FileStatus::failed: return false;
        default: return true;
    }
}

/// Of a file that gave no standard, which would know.
std::string hash_of_bytes(const std::string& path) {
    try {
        return model::sha256_hex(ingest::read_file(path, {}));
    } catch (const model::Error&) {
        return {};
    }
}

FileReport recalled(model::ReadingRecord&& record, FileStatus status) {
    FileReport report;
    report.path = std::move(record.path);
    report.status = is_failure(status) || status == FileStatus::duplicate ? status : FileStatus::unchanged;
    report.standard = std::move(record.standard);
    report.version = std::move(record.version);
    report.title = std::move(record.title);
    report.message = is_failure(status) ? std::move(record.message) : std::string();
    report.media_type = std::move(record.media_type);
    report.sha256 = std::move(record.sha256);
    report.pages = record.pages;
    report.units = record.units;
    report.statements = record.statements;
    report.warnings = record.warnings;
    report.text_accounted = record.text_accounted;
    return report;
}

}  // namespace

int rank_of_medium(const std::string& media_type) {
    if (media_type == "application/pdf") return 2;
    return media_type == "text/plain" ? 0 : 1;
}

const TakenStandards::Taken* TakenStandards::find(const std::string& standard, const std::string& version) const {
    const auto found = m_taken.find(standard);
    if (found == m_taken.end()) return nullptr;
    for (const Taken& taken : found->second) {
        if (taken.version == version || taken.version.empty() || version.empty()) return &taken;
    }
    return nullptr;
}

void TakenStandards::put(const std::string& standard, Taken taken) {
    auto& list = m_taken[standard];
    const auto same = std::find_if(list.begin(), list.end(), [&](const Taken& other) {
        return other.version == taken.version || other.version.empty() || taken.version.empty();
    });
    if (same == list.end())
        list.push_back(std::move(taken));
    else
        *same = std::move(taken);
}

IngestSink::IngestSink(const Workspace& workspace, bool stores, std::string settings) : m_settings(std::move(settings)) {
    if (!stores) return;
    m_store.emplace(workspace.store, model::Store::Mode::read_write);
    m_log.emplace(workspace.store);
}

std::vector<std::optional<FileReport>> IngestSink::recall(const std::vector<InputFile>& files, const std::vector<std::string>& hashes) {
    std::vector<std::optional<FileReport>> reports(files.size());
    std::vector<std::size_t> duplicates;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (hashes[i].empty()) continue;
        auto found = m_log->find(files[i].path);
        if (!found || found->record.sha256 != hashes[i] || found->record.settings != m_settings) continue;
        const auto status = parse_file_status(found->record.outcome);
        if (!status) continue;
        if (*status == FileStatus::duplicate) duplicates.push_back(i);
        const bool stored = !is_failure(*status) && *status != FileStatus::duplicate;
        if (stored && !found->stored) continue;  // removed, or replaced by another file's reading
        if (stored) m_taken.put(found->record.standard, {found->record.version, files[i].path, rank_of_medium(found->record.media_type)});
        reports[i] = recalled(std::move(found->record), *status);
    }
    // A duplicate is one only as long as the better file is there and unchanged.
    for (const std::size_t i : duplicates) {
        const auto* better = m_taken.find(reports[i]->standard, reports[i]->version);
        if (better == nullptr || better->rank < rank_of_medium(reports[i]->media_type))
            reports[i].reset();
        else
            reports[i]->message = "the same standard as " + better->path;
    }
    return reports;
}

FileReport IngestSink::take(const InputFile& file, const FileReading& reading) {
    const bool is_export = reading.standard && !reading.media_type.empty();
    FileReport report = is_export ? take_export(file, reading) : describe(file.path, reading);
    if (reading.standard && !is_export) {
        const int rank = rank_of_medium(report.media_type);
        const auto* earlier = m_taken.find(report.standard, report.version);
        if (report.units == 0 && is_salvage(*reading.standard)) {
            report.status = FileStatus::damaged;
            report.message = "the PDF is damaged, and what is left of it holds no units (fetch the file again, or repair it with qpdf)";
        } else if (report.units == 0) {
            report.status = FileStatus::no_units;
            report.message = "no units were found: probably no competence document, or of a family without a template";
        } else if (earlier != nullptr && earlier->rank >= rank && earlier->path != file.path) {
            report.status = FileStatus::duplicate;
            report.message = "the same standard as " + earlier->path;
        } else {
            m_taken.put(report.standard, {report.version, file.path, rank});
            report.status = put(*reading.standard);
            if (std::string lost = loss(*reading.standard); !lost.empty()) {
                report.status = FileStatus::partial;
                report.message = std::move(lost);
            } else if (std::string why = doubt(report); !why.empty()) {
                report.status = FileStatus::suspect;
                report.message = std::move(why);
            }
        }
    }
    if (m_log && report.path != "-" && is_lasting(report.status)) {
        if (report.sha256.empty()) report.sha256 = hash_of_bytes(report.path);
        remember(report);
    }
    return report;
}

FileReport IngestSink::take_export(const InputFile& file, const FileReading& reading) {
    FileReport report = describe(file.path, reading);
    report.media_type = reading.media_type;
    report.sha256 = reading.sha256;
    const int rank = rank_of_medium(reading.media_type);
    std::size_t duplicates = 0;
    bool added = false;
    bool updated = false;
    const auto take_one = [&](const model::Standard& standard) {
        const auto* earlier = m_taken.find(standard.id, standard.version);
        if (earlier != nullptr && earlier->rank >= rank && earlier->path != file.path) {
            ++duplicates;
            report.message = "the same standard as " + earlier->path;
            return;
        }
        m_taken.put(standard.id, {standard.version, file.path, rank});
        const FileStatus status = put(standard);
        added = added || status == FileStatus::read;
        updated = updated || status == FileStatus::updated;
    };
    take_one(*reading.standard);
    for (const model::Standard& standard : reading.more) {
        report.units += standard.units.size();
        for (const model::Unit& unit : standard.units) report.statements += unit.statements.size();
        take_one(standard);
    }
    report.status = added ? FileStatus::read : updated ? FileStatus::updated : FileStatus::unchanged;
    if (duplicates == reading.more.size() + 1) {
        report.status = FileStatus::duplicate;
    } else {
        report.message = reading.message;
        if (!report.message.empty()) report.status = FileStatus::partial;
    }
    return report;
}

FileStatus IngestSink::put(const model::Standard& standard) {
    if (!m_store) return FileStatus::read;
    switch (m_store->put(standard)) {
        case model::PutResult::added: return FileStatus::read;
        case model::PutResult::updated: return FileStatus::updated;
        case model::PutResult::unchanged: break;
    }
    return FileStatus::unchanged;
}

/// After the standard is stored: when the program is ended in between, the file is read once more and nothing changes.
void IngestSink::remember(const FileReport& report) {
    if (report.sha256.empty()) return;
    m_log->remember({report.path, report.sha256, m_settings, std::string(to_string(report.status)), report.standard, report.version,
                     report.title, report.media_type, report.message, report.pages, report.units, report.statements, report.warnings,
                     report.text_accounted});
}

}  // namespace kwalign::tools
