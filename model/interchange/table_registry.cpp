#include "model/interchange/table_csv.hpp"
#include "model/interchange/table_html.hpp"
#include "model/interchange/table_json.hpp"
#include "model/interchange/table_markdown.hpp"
#include "model/interchange/table_writer.hpp"
#include "model/interchange/table_xlsx.hpp"

#include <array>

namespace kwalign::model {

namespace {

template <typename Writer>
std::unique_ptr<TableWriter> make() {
    return std::make_unique<Writer>();
}

struct Format {
    std::string_view name;
    std::array<std::string_view, 2> suffixes;  ///< lower case, with the dot; the second may be empty
    std::unique_ptr<TableWriter> (*create)();
};

/// Sorted by name. A new format is one line here.
constexpr std::array formats{
    Format{"csv", {".csv", ""}, make<CsvTableWriter>},    Format{"html", {".html", ".htm"}, make<HtmlTableWriter>},
    Format{"json", {".json", ""}, make<JsonTableWriter>}, Format{"md", {".md", ".markdown"}, make<MarkdownTableWriter>},
    Format{"xlsx", {".xlsx", ""}, make<XlsxTableWriter>},
};

}  // namespace

std::vector<std::string> table_formats() {
    std::vector<std::string> names;
    for (const Format& format : formats) names.emplace_back(format.name);
    return names;
}

std::unique_ptr<TableWriter> make_table_writer(std::string_view format) {
    for (const Format& known : formats) {
        if (known.name == format) return known.create();
    }
    return nullptr;
}

std::string table_format_for(const std::filesystem::path& file) {
    std::string suffix = file.extension().string();
    for (char& c : suffix) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    if (suffix.empty()) return {};
    for (const Format& format : formats) {
        if (suffix == format.suffixes[0] || suffix == format.suffixes[1]) return std::string(format.name);
    }
    return {};
}

}  // namespace kwalign::model
