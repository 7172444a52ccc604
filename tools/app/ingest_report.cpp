#include "tools/app/ingest_files.hpp"

#include <algorithm>

namespace kwalign::tools {

const std::vector<FileStatus>& all_file_statuses() {
    static const std::vector<FileStatus> all = [] {
        std::vector<FileStatus> list;
        for (int i = 0; i <= static_cast<int>(FileStatus::failed); ++i) list.push_back(static_cast<FileStatus>(i));
        return list;
    }();
    return all;
}

std::string_view to_string(FileStatus status) noexcept {
    switch (status) {
        case FileStatus::read: return "read";
        case FileStatus::updated: return "updated";
        case FileStatus::unchanged: return "unchanged";
        case FileStatus::partial: return "partial";
        case FileStatus::suspect: return "suspect";
        case FileStatus::duplicate: return "duplicate";
        case FileStatus::needs_password: return "needs_password";
        case FileStatus::scanned: return "scanned";
        case FileStatus::damaged: return "damaged";
        case FileStatus::unsupported: return "unsupported";
        case FileStatus::empty: return "empty";
        case FileStatus::missing: return "missing";
        case FileStatus::unreadable: return "unreadable";
        case FileStatus::too_large: return "too_large";
        case FileStatus::timed_out: return "timed_out";
        case FileStatus::no_units: return "no_units";
        case FileStatus::failed: break;
    }
    return "failed";
}

bool is_failure(FileStatus status) noexcept { return status >= FileStatus::needs_password; }

bool needs_a_look(FileStatus status) noexcept {
    return is_failure(status) || status == FileStatus::partial || status == FileStatus::suspect;
}

std::size_t IngestReport::count(FileStatus status) const noexcept {
    return static_cast<std::size_t>(
        std::count_if(files.begin(), files.end(), [status](const FileReport& f) { return f.status == status; }));
}

std::size_t IngestReport::failures() const noexcept {
    return static_cast<std::size_t>(std::count_if(files.begin(), files.end(), [](const FileReport& f) { return is_failure(f.status); }));
}

}  // namespace kwalign::tools
