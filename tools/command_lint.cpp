#include "tools/command_lint.hpp"

#include "tools/app/report_json.hpp"
#include "tools/app/text_layout.hpp"

#include <chrono>
#include <ostream>

namespace kwalign::tools {
namespace {

/// The day in UTC; results that must not depend on it are asked for with --on.
std::string today() {
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    const auto two = [](unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return std::to_string(static_cast<int>(day.year())) + "-" + two(static_cast<unsigned>(day.month())) + "-" +
           two(static_cast<unsigned>(day.day()));
}

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
    arguments.option("--on", m_request.day, ValueKind::text, "DAY",
                     "day on which the document should be valid, such as 2025-03-31; default: today");
    arguments.option("--template", m_request.template_id, ValueKind::text, "ID",
                     "read with this template; default: the one that fits best");
    arguments.option("--password", m_request.password, ValueKind::text, "TEXT", "password of an encrypted PDF file");
}

void CommandLint::check() const {
    if (m_request.day.empty()) return;
    const std::string& day = m_request.day;
    const bool digits = day.find_first_not_of("0123456789-") == std::string::npos;
    if (day.size() != 10 || day[4] != '-' || day[7] != '-' || !digits)
        throw UsageError("--on: \"" + day + "\" is no day such as 2025-03-31", "kwalign lint");
}

ExitCode CommandLint::run(Context& context) {
    LintRequest request = m_request;
    if (request.day.empty()) request.day = today();
    const LintReport report = lint(context.workspace(), request);
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
