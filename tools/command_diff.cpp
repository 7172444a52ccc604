#include "tools/command_diff.hpp"

#include "tools/app/compare_sides.hpp"

#include <ostream>

namespace kwalign::tools {

std::string CommandDiff::name() const { return "diff"; }
std::string CommandDiff::summary() const { return "say what changed between two releases"; }

void CommandDiff::setup(Arguments& arguments) {
    arguments.positional("OLD", m_before, ValueKind::file,
                         "a store, an export, a folder of exports, or a standard or framework of the store");
    arguments.positional("NEW", m_after, ValueKind::file, "likewise");
    arguments.choice("--format", m_format, {"text", "json", "csv"}, "how; default: text");
    arguments.option("-o,--output", m_output, ValueKind::file, "FILE", "where to; default, and with -: standard output");
}

ExitCode CommandDiff::run(Context& context) {
    const model::SetDiff diff = compare_sides(context.store(), m_before, m_after);
    const std::string format = !m_format.empty() ? m_format : context.options.json ? "json" : "text";
    write_output(context, m_output,
                 format == "json"  ? model::diff_json(diff)
                 : format == "csv" ? model::diff_csv(diff)
                                   : model::diff_text(diff));
    if (!m_output.empty() && m_output != "-") context.say("wrote " + m_output);
    return diff.empty() ? ExitCode::done : ExitCode::warnings;
}

}  // namespace kwalign::tools
