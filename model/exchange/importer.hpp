#pragma once

/// Standards and links from files of other programs, or back from this one. An import gives everything or throws: nothing is half
/// imported, and storing the result is the caller's task. Functions are thread-safe.

#include "model/equivalence_table.hpp"
#include "model/finding.hpp"
#include "model/link.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kwalign::model {

/// From published identifiers to the parts of standards that are known already, so that links made elsewhere find their ends.
class KnownParts {
public:
    /// Keeps identifiers and codes only.
    void add(const Standard& standard);
    /// By model id, by CASE identifier (a UUID), or by "standard id#code".
    [[nodiscard]] std::optional<Endpoint> find(std::string_view identifier) const;
    /// A unit or statement of any known standard of `framework` by its code; nothing where several fit.
    [[nodiscard]] std::optional<Endpoint> find_code(std::string_view framework, std::string_view code) const;
    [[nodiscard]] bool empty() const noexcept { return m_by_id.empty(); }

private:
    void remember(const std::string& id, const std::string& case_identifier, const std::string& framework, const Endpoint& endpoint);

    std::unordered_map<std::string, Endpoint> m_by_id;
    std::unordered_map<std::string, std::optional<Endpoint>> m_by_code;  ///< "framework:code"; nothing where several fit
};

struct ImportOptions {
    std::string framework;              ///< of standards that do not name one of kwalign's; empty: derived from their creator
    const KnownParts* known = nullptr;  ///< where the ends of links are looked up; null: identifiers speak for themselves
    std::string_view metadata;          ///< SSSOM: the metadata file, where it is not embedded
};

struct ImportResult {
    std::vector<Standard> standards;
    std::vector<Link> links;
    std::vector<Gap> gaps;          ///< what was examined elsewhere and found no partner
    std::vector<Finding> findings;  ///< what was not taken over, and why
};

/// Names of all formats, sorted: "case", "json", "jsonl", "sssom".
[[nodiscard]] std::vector<std::string> import_formats();
/// The format that a file seems to have, by its suffix or else its first bytes; empty where none fits.
[[nodiscard]] std::string import_format_for(const std::filesystem::path& file, std::string_view bytes);

/// Reads a whole file. `place` names it in errors. Throws Error with the place and its line or JSON path: empty_input, unsupported (an
/// unknown format or version), bad_data (cut short, not UTF-8, unknown predicates, circles, duplicate identifiers, ends that name
/// nothing), limit_exceeded (model::Limits).
[[nodiscard]] ImportResult import_from(std::string_view format, std::string_view bytes, std::string_view place,
                                       const ImportOptions& options = {});

}  // namespace kwalign::model
