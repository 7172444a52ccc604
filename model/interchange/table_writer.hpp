#pragma once

/// Equivalence tables as files for people. One writer per format, chosen by name or suffix from a registry; a new format is one new file
/// pair and one line in the registry.

#include "model/equivalence_table.hpp"
#include "model/json_codec.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

enum class TableLevel { unit, statement };

struct TableOptions {
    TableLevel level = TableLevel::unit;
    double min_confidence = 0.0;   ///< rows below are left out
    bool all = false;              ///< also rows for items without a link (relation none)
    Persons persons = Persons::keep;
    std::string interface_lang = "en";
};

/// Writes one whole table as the bytes of a file. Stateless: share between threads freely.
class TableWriter {
public:
    virtual ~TableWriter() = default;
    /// "html", "xlsx", "csv", "md", "json".
    [[nodiscard]] virtual std::string_view name() const noexcept = 0;
    [[nodiscard]] virtual std::string write(const EquivalenceTable& table, const TableOptions& options) const = 0;
};

/// Names of all formats, sorted.
[[nodiscard]] std::vector<std::string> table_formats();
/// The writer for a format name; null for an unknown one.
[[nodiscard]] std::unique_ptr<TableWriter> make_table_writer(std::string_view format);
/// The format a file name's suffix stands for, or empty.
[[nodiscard]] std::string table_format_for(const std::filesystem::path& file);

/// Writes bytes beside `file` and renames: the old file stays whole until the new one is. Throws Error(write_failed).
void write_file_atomically(const std::filesystem::path& file, std::string_view bytes);

}  // namespace kwalign::model
