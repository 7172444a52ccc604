#pragma once

/// Equivalence tables as files for people. One writer per format, chosen by name or suffix from a registry; a new format is one new file
/// pair and one line in the registry.

#include "model/equivalence_table.hpp"
#include "model/json_codec.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

enum class TableLevel { unit, statement };

/// What a page shows of every pair: everything, the rows with coverage and gaps, units by units, or the picture of the coverage.
enum class TableParts { all, table, matrix, flow };
/// "all", "table", "matrix", "flow", in this order.
[[nodiscard]] std::vector<std::string> table_parts_names();
[[nodiscard]] std::optional<TableParts> parse_table_parts(std::string_view name) noexcept;

/// Order of the rows of a pair. By title: of the source, then of the target, as the interface language sorts (CLDR).
enum class TableSort { document, title, confidence };
/// "document", "title", "confidence".
[[nodiscard]] std::vector<std::string> table_sort_names();
[[nodiscard]] std::optional<TableSort> parse_table_sort(std::string_view name) noexcept;

/// Takes a file's bytes piece by piece, in order. What it throws goes through to the caller.
using TableSink = std::function<void(std::string_view)>;

struct TableOptions {
    TableLevel level = TableLevel::unit;
    double min_confidence = 0.0;         ///< 0..1; links below are left out, and what they linked counts as not linked
    bool all = false;                    ///< also rows for items without a link (relation none), of both sides
    Persons persons = Persons::keep;     ///< leave_out: neither persons named by documents nor reviewers
    TableParts parts = TableParts::all;  ///< of html and pdf only; the other formats are always whole
    TableSort sort = TableSort::document;
    std::string interface_lang = "en";  ///< "en", "nl" or "et"; of formats for people only: csv and json are always the same
    std::string evidence_lang = "en";   ///< of the evidence and reasons in the table (align::AlignOptions::language)
};

/// Writes one whole table as the bytes of a file. Stateless: share between threads freely.
class TableWriter {
public:
    TableWriter() = default;
    TableWriter(const TableWriter&) = delete;
    TableWriter& operator=(const TableWriter&) = delete;
    virtual ~TableWriter() = default;
    /// "html", "xlsx", "csv", "md", "json", "pdf".
    [[nodiscard]] virtual std::string_view name() const noexcept = 0;
    /// Throws Error(bad_data) for a table whose pairs name standards that it does not hold, Error(write_failed) where a format needs
    /// temporary files and has no room for them. Text that is not UTF-8 is mended with U+FFFD.
    /// Rows of html, csv and md go out as they are made: memory does not grow with what is written.
    virtual void write(const EquivalenceTable& table, const TableOptions& options, const TableSink& sink) const = 0;
    /// The same as one string.
    [[nodiscard]] std::string write(const EquivalenceTable& table, const TableOptions& options) const;
};

/// Names of all formats, sorted.
[[nodiscard]] std::vector<std::string> table_formats();
/// The writer for a format name; null for an unknown one.
[[nodiscard]] std::unique_ptr<TableWriter> make_table_writer(std::string_view format);
/// The format a file name's suffix stands for, or empty.
[[nodiscard]] std::string table_format_for(const std::filesystem::path& file);

/// Writes bytes beside `file` and renames: the old file stays whole until the new one is, and keeps its mode. Links are followed; what
/// is not a regular file (a device, a pipe) is written in place. Throws Error(write_failed). "-" means nothing here; callers handle it.
void write_file_atomically(const std::filesystem::path& file, std::string_view bytes);

}  // namespace kwalign::model
