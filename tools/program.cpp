#include "tools/program.hpp"

#include "tools/version.hpp"

namespace kwalign::tools {

Program::Program()
    : m_line("kwalign", "Links equivalent competences across vocational qualification frameworks.", std::string(version), m_options) {
    for (auto& command : all_commands()) {
        Arguments& arguments = m_line.command(command->name(), command->summary());
        command->setup(arguments);
        m_entries.push_back({std::move(command), &arguments});
    }
}

ExitCode Program::run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& err) {
    m_line.parse(arguments);
    for (const Entry& entry : m_entries) {
        if (!entry.arguments->given()) continue;
        if (m_options.progress && m_options.no_progress) {
            throw UsageError("--progress and --no-progress exclude each other", entry.arguments->full_name());
        }
        entry.command->check();
        Context context(m_options, m_line, in, out, err);
        return entry.command->run(context);
    }
    throw UsageError("which command?", m_line.root().full_name());
}

}  // namespace kwalign::tools
