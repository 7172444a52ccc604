#include "tools/app/input_files.hpp"

#include "ingest/source/byte_source.hpp"

#include <glob.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

namespace kwalign::tools {
namespace {

namespace fs = std::filesystem;

/// Folders can be mounted file systems; a listing beyond this is a mistake, not a batch.
constexpr std::size_t max_files = 1'000'000;

bool is_document(const fs::path& file) {
    static constexpr std::array<std::string_view, 13> suffixes{".pdf",   ".txt",  ".text", ".md",   ".markdown", ".html", ".htm",
                                                               ".xhtml", ".docx", ".odt",  ".xlsx", ".csv",      ".tsv"};
    if (file.filename().string().ends_with(".gold.tsv")) return false;  // judged links, see kwalign-gold(5)
    std::string suffix = file.extension().string();
    for (char& c : suffix) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end();
}

class Collector {
public:
    void add(const std::string& path) {
        if (path.size() > 1 && path.front() == '@') {
            add_list(path.substr(1));
        } else if (path == "-") {
            add_file(path);
        } else if (is_pattern(path)) {
            add_matches(path);
        } else {
            add_path(path);
        }
    }

    void add_list(const std::string& file) {
        try {
            add_lines(ingest::read_file(file, {}));
        } catch (const model::Error& error) {
            if (error.code() != model::ErrorCode::empty_input) add_error(file, error.code(), error.detail(), error.remedy());
        }
    }

    void add_lines(std::string_view text) {
        const char end_mark = text.find('\0') == std::string_view::npos ? '\n' : '\0';
        for (std::size_t first = 0; first < text.size();) {
            const std::size_t end = std::min(text.find(end_mark, first), text.size());
            std::string_view path = text.substr(first, end - first);
            if (end_mark == '\n' && path.ends_with('\r')) path.remove_suffix(1);
            if (!path.empty()) add_path(std::string(path));  // not add(): a list inside a list would be a way to loop
            first = end + 1;
        }
    }

    InputList take() { return std::move(m_list); }

private:
    void add_path(const std::string& path) {
        std::error_code failed;
        const fs::file_status status = fs::status(path, failed);
        if (status.type() == fs::file_type::not_found) {
            add_error(path, model::ErrorCode::not_found, "no such file or folder", "");
        } else if (status.type() == fs::file_type::directory) {
            add_folder(path);
        } else if (failed) {
            add_error(path, model::ErrorCode::unreadable, failed.message(), "check the permissions");
        } else {
            add_file(path);  // sockets and devices too: reading says what is wrong with them
        }
    }

    void add_folder(const std::string& folder) {
        std::error_code failed;
        std::vector<std::string> found;
        fs::recursive_directory_iterator entry(folder, failed);
        for (; !failed && entry != fs::recursive_directory_iterator{}; entry.increment(failed)) {
            const std::string name = entry->path().filename().string();
            std::error_code ignored;
            if (name.starts_with('.')) {
                if (entry->is_directory(ignored)) entry.disable_recursion_pending();
            } else if (entry->is_regular_file(ignored)) {
                if (!is_document(entry->path()))
                    ++m_list.skipped;
                else
                    found.push_back(entry->path().string());
            }
            if (found.size() > max_files) {
                add_error(folder, model::ErrorCode::limit_exceeded, "more than a million documents", "give smaller folders");
                return;
            }
        }
        if (failed)
            add_error(folder, model::ErrorCode::unreadable, failed.message(), "check the permissions");
        else if (found.empty())
            add_error(folder, model::ErrorCode::empty_input, "no documents in this folder", "PDF, text, Markdown, CSV or TSV");
        std::sort(found.begin(), found.end());
        for (const std::string& file : found) add_file(file);
    }

    /// A file may really be called "[draft].pdf": only what names nothing can be a pattern.
    [[nodiscard]] static bool is_pattern(const std::string& path) {
        std::error_code ignored;
        return path.find_first_of("*?[") != std::string::npos && !fs::exists(fs::symlink_status(path, ignored));
    }

    void add_matches(const std::string& pattern) {
        glob_t matches{};
        const int result = glob(pattern.c_str(), GLOB_NOSORT, nullptr, &matches);
        std::vector<std::string> found;
        if (result == 0) found.assign(matches.gl_pathv, matches.gl_pathv + matches.gl_pathc);
        globfree(&matches);
        if (result != 0 && result != GLOB_NOMATCH)
            add_error(pattern, model::ErrorCode::unreadable, "the pattern cannot be looked up", "check the permissions");
        else if (found.empty())
            add_error(pattern, model::ErrorCode::not_found, "nothing matches this pattern", "");
        std::sort(found.begin(), found.end());  // not by glob(): its order depends on the locale
        for (const std::string& path : found) add_path(path);
    }

    void add_file(const std::string& path) {
        if (m_seen.insert(path).second) m_list.files.push_back({path, std::nullopt});
    }

    void add_error(const std::string& path, model::ErrorCode code, std::string detail, std::string remedy) {
        if (m_seen.insert(path).second) m_list.files.push_back({path, model::Error(code, path, std::move(detail), std::move(remedy))});
    }

    InputList m_list;
    std::set<std::string> m_seen;
};

}  // namespace

InputList collect_inputs(const std::vector<std::string>& paths, const std::vector<std::string>& lists, std::string_view list_input) {
    Collector collector;
    for (const std::string& path : paths) collector.add(path);
    for (const std::string& list : lists) {
        if (list == "-")
            collector.add_lines(list_input);
        else
            collector.add_list(list);
    }
    return collector.take();
}

}  // namespace kwalign::tools
