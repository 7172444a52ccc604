#include "tools/command_lint.hpp"

#include "tools/app/report_json.hpp"
#include "tools/app/text_layout.hpp"

#include <ostream>

namespace kwalign::tools {
namespace {

std::string finding_line(const LintReport& report, const model::Finding& finding) {
    std::string text = report.source.path;
    if (finding.span && finding.span->page > 0) text += ":" + std::to_string(finding.span->page);
    return text + ": " + std::string(to_string(finding.severity)) + ": " + finding.message + " [" + finding.code + "]\n";
}

}  // namespace

std::string CommandLint::name() const { return "lint"; }
std::string CommandLint::summary() const { return "say what is odd about a document"; }

void CommandLint::setup(Arguments& arguments) {
    arguments.positional("WHAT", m_request.what, ValueKind::file, "a file, or a standard in the store");
    arguments.option("--password", m_request.password, ValueKind::text, "TEXT", "password of an encrypted PDF file");
}

ExitCode CommandLint::run(Context& context) {
    const LintReport report = lint(context.workspace(), m_request);
    if (context.options.json) {
        context.out << to_json(report);
    } else {
        for (const model::Finding& finding : report.findings) context.out << finding_line(report, finding);
        context.say(report.standard + ": " + counted(report.count(model::Severity::error), "error") + ", " +
                    counted(report.count(model::Severity::warning), "warning") + ", " +
                    counted(report.count(model::Severity::note), "note") + "; " + percent(report.source.text_accounted) +
                    " of the text accounted for by template " + report.source.template_id);
    }
    return report.doubtful() ? ExitCode::warnings : ExitCode::done;
}

}  // namespace kwalign::tools
