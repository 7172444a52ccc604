#include "model/error.hpp"
#include "model/exchange/case_importer.hpp"
#include "model/exchange/exporter.hpp"
#include "model/exchange/import_text.hpp"
#include "model/exchange/importer.hpp"
#include "model/exchange/json_importer.hpp"
#include "model/exchange/jsonl_importer.hpp"
#include "model/exchange/sssom_importer.hpp"

#include <array>

namespace kwalign::model {

namespace {

struct Format {
    std::string_view name;
    ImportResult (*read)(std::string_view text, std::string_view place, const ImportOptions& options);
};

/// Sorted by name. A new format is one line here.
constexpr std::array formats{
    Format{"case", import_case},
    Format{"json", import_json},
    Format{"jsonl", import_jsonl},
    Format{"sssom", import_sssom},
};

/// kwalign writes the members of a standard in this order.
bool looks_like_standards(std::string_view head) noexcept {
    const auto id = head.find("\"id\"");
    const auto framework = head.find("\"framework\"");
    return id != std::string_view::npos && framework != std::string_view::npos && id < framework &&
           head.find("\"CFDocument\"") == std::string_view::npos && head.find("\"type\":\"") == std::string_view::npos;
}

/// Packages of others may have their document last.
bool find_case_document(std::string_view bytes) noexcept {
    return bytes.find("\"CFItems\"") != std::string_view::npos && bytes.find("\"CFDocument\"") != std::string_view::npos;
}

}  // namespace

std::vector<std::string> import_formats() {
    std::vector<std::string> names;
    for (const Format& format : formats) names.emplace_back(format.name);
    return names;
}

std::string import_format_for(const std::filesystem::path& file, std::string_view bytes) {
    const std::string by_suffix = export_format_for(file);
    for (const Format& format : formats) {
        // ".json" says little: CASE packages of others bear it too.
        if (format.name == by_suffix && by_suffix != "json") return by_suffix;
    }
    const std::string_view head = bytes.substr(0, 4096);
    if (looks_like_standards(head)) return "json";
    if (bytes.starts_with('{') && find_case_document(bytes)) return "case";
    if (head.find("\"CFDocument\"") != std::string_view::npos) return "case";
    if (head.find("\"type\":\"kwalign\"") != std::string_view::npos) return "jsonl";
    if (head.find("curie_map:") != std::string_view::npos || head.find("mapping_set_id:") != std::string_view::npos ||
        head.starts_with("subject_id\t"))
        return "sssom";
    return {};
}

ImportResult import_from(std::string_view format, std::string_view bytes, std::string_view place, const ImportOptions& options) {
    for (const Format& known : formats) {
        if (known.name == format) return known.read(import_text(bytes, place), place, options);
    }
    throw Error(ErrorCode::unsupported, std::string(place), "there is no import format \"" + std::string(format) + "\"");
}

}  // namespace kwalign::model
