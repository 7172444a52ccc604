#include "model/interchange/table_csv.hpp"
#include "model/interchange/table_html.hpp"
#include "model/interchange/table_json.hpp"
#include "model/interchange/table_markdown.hpp"
#include "model/interchange/table_pdf.hpp"
#include "model/interchange/table_writer.hpp"
#include "model/interchange/table_xlsx.hpp"

#include <algorithm>
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
    Format{"pdf", {".pdf", ""}, make<PdfTableWriter>},    Format{"xlsx", {".xlsx", ""}, make<XlsxTableWriter>},
};

constexpr std::array parts_names{std::string_view("all"), std::string_view("table"), std::string_view("matrix"), std::string_view("flow")};
constexpr std::array sort_names{std::string_view("document"), std::string_view("title"), std::string_view("confidence")};

/// The enumerator whose place in the list of names is this name's.
template <typename Enum, std::size_t count>
std::optional<Enum> parse(const std::array<std::string_view, count>& names, std::string_view name) noexcept {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::vector<std::string> table_parts_names() { return {parts_names.begin(), parts_names.end()}; }
std::optional<TableParts> parse_table_parts(std::string_view name) noexcept { return parse<TableParts>(parts_names, name); }
std::vector<std::string> table_sort_names() { return {sort_names.begin(), sort_names.end()}; }
std::optional<TableSort> parse_table_sort(std::string_view name) noexcept { return parse<TableSort>(sort_names, name); }

std::string TableWriter::write(const EquivalenceTable& table, const TableOptions& options) const {
    std::string text;
    write(table, options, [&text](std::string_view bytes) { text += bytes; });
    return text;
}

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
