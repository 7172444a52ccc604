#pragma once

#include "model/standard.hpp"
#include "tools/app/workspace.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kwalign::tools {

struct LintRequest {
    std::string what;  ///< a file, or the name of one standard in the store
    std::string password;
    std::string template_id;  ///< empty: the one that fits best
    std::string day;          ///< ISO 8601: is the document valid on this day? Empty: not asked
};

/// What is odd about one document.
struct LintReport {
    std::string standard;
    model::Source source;
    std::vector<model::Finding> findings;  ///< by severity (errors first), then in document order

    [[nodiscard]] std::size_t count(model::Severity severity) const noexcept;
    /// True where somebody should look: a warning or an error.
    [[nodiscard]] bool doubtful() const noexcept { return count(model::Severity::warning) + count(model::Severity::error) > 0; }
};

/// Reads the file, or takes the standard from the store. Throws model::Error.
[[nodiscard]] LintReport lint(const Workspace& workspace, const LintRequest& request);

}  // namespace kwalign::tools
