#include "tools/command_cover.hpp"

#include <ostream>

namespace kwalign::tools {

std::string CommandCover::name() const { return "cover"; }
std::string CommandCover::summary() const { return "say what other standards cover of a standard's qualifications, rule by rule"; }

void CommandCover::setup(Arguments& arguments) {
    arguments.positional("ID", m_request.standard, ValueKind::standard, "the standard whose qualifications are asked for");
    arguments.options("--by", m_request.by, ValueKind::standard, "ID", "a standard held against it; repeated: several together");
    arguments.option("--qualification", m_request.qualification, ValueKind::text, "TEXT", "only qualifications with TEXT in their title");
    arguments.choice("--lang", m_request.language, align::Phrases::languages(), "language of the report; default: en");
}

void CommandCover::check() const {
    if (m_request.by.empty()) throw UsageError("--by ID is required: what to hold against it", "kwalign cover");
}

ExitCode CommandCover::run(Context& context) {
    const Workspace workspace = context.workspace();
    const std::vector<align::QualificationReport> reports = cover(workspace, m_request);
    if (reports.empty()) {
        context.warn("none of these standards states which units a qualification needs");
        return ExitCode::warnings;
    }
    const align::Phrases phrases = load_phrases(workspace);
    context.out << (context.options.json ? cover_json(reports) : cover_text(reports, {phrases, m_request.language}));
    return ExitCode::done;
}

}  // namespace kwalign::tools
