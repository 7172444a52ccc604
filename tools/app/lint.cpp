#include "tools/app/lint.hpp"

#include "ingest/ingest.hpp"
#include "ingest/outline/validity.hpp"
#include "model/store/store.hpp"
#include "tools/app/standards.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <system_error>

namespace kwalign::tools {
namespace {

model::Standard subject(const Workspace& workspace, const LintRequest& request) {
    std::error_code ignored;
    const bool looks_like_path = request.what.find('/') != std::string::npos && request.what.find(':') == std::string::npos;
    if (std::filesystem::exists(request.what, ignored) || looks_like_path) {
        ingest::IngestOptions options;
        options.password = request.password;
        options.template_id = request.template_id;
        return ingest::Ingester(workspace.templates()).read(request.what, options);
    }
    try {
        return select_standard(model::Store(workspace.store, model::Store::Mode::read_only), request.what);
    } catch (const model::Error& error) {
        throw neither_file_nor_standard(request.what, error);
    }
}

}  // namespace

std::size_t LintReport::count(model::Severity severity) const noexcept {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [severity](const model::Finding& f) { return f.severity == severity; }));
}

LintReport lint(const Workspace& workspace, const LintRequest& request) {
    const model::Standard standard = subject(workspace, request);
    LintReport report{standard.id, standard.source, standard.findings};
    if (!request.day.empty()) {
        const std::vector<model::Finding> validity = ingest::check_validity(standard, request.day);
        report.findings.insert(report.findings.end(), validity.begin(), validity.end());
    }
    std::stable_sort(report.findings.begin(), report.findings.end(), [](const model::Finding& a, const model::Finding& b) {
        const auto page = [](const model::Finding& finding) {
            return finding.span && finding.span->page > 0 ? finding.span->page : std::numeric_limits<int>::max();
        };
        return a.severity != b.severity ? a.severity > b.severity : page(a) < page(b);
    });
    return report;
}

}  // namespace kwalign::tools
