#pragma once

/// The whole house in one call: bytes to a Standard.

#include "ingest/explanation.hpp"
#include "ingest/layout/line.hpp"
#include "ingest/ocr/recognition_options.hpp"
#include "ingest/page.hpp"
#include "model/limits.hpp"
#include "model/standard.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

struct IngestOptions {
    std::string password;            ///< for encrypted PDF; tried as user, then as owner password
    std::string framework;           ///< name for flat frameworks (CSV, TSV, XLSX); empty: the file's stem
    std::string sheet;               ///< of XLSX workbooks; empty: the first that is not hidden
    std::string template_id;         ///< force one template; empty: the best-scoring one
    RecognitionOptions recognition;  ///< of pages without readable text
    model::Limits limits;
};

/// Template descriptions and language data, loaded once. Immutable after construction: share between threads freely.
class Ingester {
public:
    /// `template_folder` holds *.toml (corpora/templates). Throws Error(bad_template) with file and key.
    explicit Ingester(const std::filesystem::path& template_folder);
    /// The same with the language data of another folder (corpora/language); otherwise it stands beside the templates.
    Ingester(const std::filesystem::path& template_folder, const std::filesystem::path& language_folder);
    ~Ingester();
    Ingester(Ingester&&) noexcept;
    Ingester& operator=(Ingester&&) noexcept;

    /// Reads one file by its content's type. A flat framework gives one Standard too. Throws Error (see ErrorCode) when
    /// nothing can be read; whatever was odd but readable stands in Standard::findings.
    [[nodiscard]] model::Standard read(const std::filesystem::path& file, const IngestOptions& options = {}) const;
    /// The same from memory; `name` stands for the path in messages and in Source::path.
    [[nodiscard]] model::Standard read_bytes(std::string_view bytes, std::string_view name, const IngestOptions& options = {}) const;

    /// How the file was read and why so. Throws as read() does; Error(unsupported) for a list of competences, which no template reads.
    [[nodiscard]] Explanation explain(const std::filesystem::path& file, const IngestOptions& options = {}) const;
    /// Ids, kinds, thresholds and signs of the templates, by file name; nothing is scored.
    [[nodiscard]] std::vector<TemplateScore> templates() const;

    /// Line-oriented text of one stage for goldens and bug reports: "pages", "lines", "blocks" or "outline".
    /// Throws Error(bad_data) for another name.
    [[nodiscard]] std::string dump(const std::filesystem::path& file, std::string_view stage, const IngestOptions& options = {}) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::ingest
