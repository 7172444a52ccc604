#pragma once

/// How a template reads a document, for people who write templates.

#include "ingest/explanation.hpp"
#include "tools/app/workspace.hpp"

#include <string>
#include <vector>

namespace kwalign::tools {

struct TemplateCheckRequest {
    std::string file;
    std::string template_id;  ///< empty: the best-scoring one
    std::string folder;       ///< of *.toml files; empty: the workspace's
    std::string password;
    bool left_over_only = false;  ///< of the lines, keep those that no rule took
};

struct TemplateCheck {
    ingest::Explanation explanation;
    bool left_over_only = false;

    /// True where a template fits and its rules took every line.
    [[nodiscard]] bool complete() const noexcept;
    [[nodiscard]] const ingest::TemplateScore& chosen() const;
};

/// Reads the file and says how. Throws model::Error.
[[nodiscard]] TemplateCheck check_template(const Workspace& workspace, const TemplateCheckRequest& request);

/// The templates of the folder (empty: the workspace's) with their signs, by file name. Throws model::Error.
[[nodiscard]] std::vector<ingest::TemplateScore> list_templates(const Workspace& workspace, const std::string& folder);

}  // namespace kwalign::tools
