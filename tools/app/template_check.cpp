#include "tools/app/template_check.hpp"

#include "ingest/ingest.hpp"

#include <algorithm>

namespace kwalign::tools {
namespace {

/// The language models stand beside the templates, wherever the templates of a test or of a user are.
ingest::Ingester ingester(const Workspace& workspace, const std::string& folder) {
    return folder.empty() ? ingest::Ingester(workspace.templates()) : ingest::Ingester(folder, workspace.data / "language");
}

}  // namespace

bool TemplateCheck::complete() const noexcept {
    return explanation.accounting.left_over == 0 &&
           std::none_of(explanation.scores.begin(), explanation.scores.end(),
                        [](const ingest::TemplateScore& score) { return score.chosen && score.fallback; });
}

const ingest::TemplateScore& TemplateCheck::chosen() const {
    return *std::find_if(explanation.scores.begin(), explanation.scores.end(),
                         [](const ingest::TemplateScore& score) { return score.chosen; });
}

TemplateCheck check_template(const Workspace& workspace, const TemplateCheckRequest& request) {
    ingest::IngestOptions options;
    options.password = request.password;
    options.template_id = request.template_id;
    TemplateCheck check{ingester(workspace, request.folder).explain(request.file, options), request.left_over_only};
    if (request.left_over_only)
        std::erase_if(check.explanation.lines, [](const ingest::LineReport& line) { return line.reading != ingest::Reading::left_over; });
    return check;
}

std::vector<ingest::TemplateScore> list_templates(const Workspace& workspace, const std::string& folder) {
    return ingester(workspace, folder).templates();
}

}  // namespace kwalign::tools
