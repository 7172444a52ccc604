#include "tools/app/export_reading.hpp"

#include "model/error.hpp"
#include "model/identity.hpp"
#include "tools/app/import_files.hpp"
#include "tools/app/standard_bytes.hpp"
#include "tools/app/text_layout.hpp"

#include <charconv>
#include <utility>

namespace kwalign::tools {
namespace {

/// What an import leaves out is no loss of the file's, but of this reading: somebody should know.
std::string left_out(const model::ImportResult& result) {
    if (!result.links.empty() || !result.gaps.empty())
        return "its " + counted(result.links.size() + result.gaps.size(), "link") + " were not read (kwalign import takes them over)";
    std::string first;
    std::size_t more = 0;
    for (const model::Finding& finding : result.findings) {
        if (finding.severity == model::Severity::note) continue;
        if (first.empty())
            first = finding.message;
        else
            ++more;
    }
    if (first.ends_with('.')) first.pop_back();
    return more == 0 ? first : first + "; and " + counted(more, "further finding");
}

std::string framed(std::string_view bytes) { return std::to_string(bytes.size()) + ":" + std::string(bytes); }

std::string_view next_frame(std::string_view& bytes) {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), size);
    const auto digits = static_cast<std::size_t>(end - bytes.data());
    if (error != std::errc() || digits >= bytes.size() || bytes[digits] != ':' || size > bytes.size() - digits - 1)
        throw model::Error(model::ErrorCode::internal, "worker process", "its answer is garbled");
    const std::string_view frame = bytes.substr(digits + 1, size);
    bytes.remove_prefix(digits + 1 + size);
    return frame;
}

}  // namespace

FileReading read_export(std::string_view name, std::string_view bytes, const std::string& framework) {
    model::ImportOptions options;
    options.framework = framework;
    auto file = read_import(name, bytes, options);
    if (!file)
        throw model::Error(model::ErrorCode::unsupported, std::string(name), "this JSON is neither kwalign's nor a CASE package",
                           "give a file of kwalign export, or a CASE 1.0 or 1.1 package");
    auto& standards = file->result.standards;
    if (standards.empty())
        throw model::Error(model::ErrorCode::unsupported, std::string(name), "this file holds no standard",
                           "kwalign import takes mappings over");
    FileReading reading;
    reading.message = left_out(file->result);
    reading.media_type = "application/json";
    reading.sha256 = model::sha256_hex(bytes);
    reading.standard = std::move(standards.front());
    reading.more.assign(std::make_move_iterator(standards.begin() + 1), std::make_move_iterator(standards.end()));
    return reading;
}

std::string export_to_bytes(const FileReading& reading) {
    std::string bytes = framed(reading.media_type) + framed(reading.sha256) + framed(reading.message) + framed(to_bytes(*reading.standard));
    for (const model::Standard& standard : reading.more) bytes += framed(to_bytes(standard));
    return bytes;
}

FileReading export_from_bytes(std::string_view bytes) {
    FileReading reading;
    reading.media_type = next_frame(bytes);
    reading.sha256 = next_frame(bytes);
    reading.message = next_frame(bytes);
    reading.standard = standard_from_bytes(next_frame(bytes));
    while (!bytes.empty()) reading.more.push_back(standard_from_bytes(next_frame(bytes)));
    return reading;
}

}  // namespace kwalign::tools
