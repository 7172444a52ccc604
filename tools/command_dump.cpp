#include "tools/command_dump.hpp"

#include "ingest/ingest.hpp"

#include <ostream>

namespace kwalign::tools {

std::string CommandDump::name() const { return "dump"; }
std::string CommandDump::summary() const { return "print one stage of reading a file, line by line"; }

void CommandDump::setup(Arguments& arguments) {
    arguments.positional("FILE", m_file, ValueKind::file, "a document");
    arguments.choice("--stage", m_stage, {"pages", "lines", "blocks", "outline"}, "which stage");
    arguments.option("--password", m_password, ValueKind::text, "TEXT", "password of an encrypted PDF file");
    arguments.option("--template", m_template, ValueKind::text, "ID", "read with this template; default: the one that fits best");
}

void CommandDump::check() const {
    if (m_stage.empty()) throw UsageError("--stage is required: pages, lines, blocks or outline", "kwalign dump");
}

ExitCode CommandDump::run(Context& context) {
    ingest::IngestOptions options;
    options.password = m_password;
    options.template_id = m_template;
    context.out << ingest::Ingester(context.workspace().templates()).dump(m_file, m_stage, options);
    return ExitCode::done;
}

}  // namespace kwalign::tools
