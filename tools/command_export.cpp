#include "tools/command_export.hpp"

#include "model/json_codec.hpp"
#include "model/store/store.hpp"
#include "tools/app/standards.hpp"

namespace kwalign::tools {

std::string CommandExport::name() const { return "export"; }
std::string CommandExport::summary() const { return "write standards for other programs"; }

void CommandExport::setup(Arguments& arguments) {
    arguments.positionals("ID", m_standards, ValueKind::standard, 1, "standards or frameworks");
    arguments.choice("--format", m_format, {"json"}, "what to write; default: json");
    arguments.option("-o,--output", m_output, ValueKind::file, "FILE", "where to; default, and with -: standard output");
    arguments.flag("--without-persons", m_without_persons, "leave named persons out");
}

ExitCode CommandExport::run(Context& context) {
    const Selection selection = select_standards(model::Store(context.store(), model::Store::Mode::read_only), m_standards, false);
    const auto persons = m_without_persons ? model::Persons::leave_out : model::Persons::keep;
    // An array whatever the number: a program that loads three standards can load one.
    std::string text = "[";
    for (const model::Standard& standard : selection.standards)
        text += (text.size() > 1 ? ",\n" : "\n") + model::to_json(standard, persons);
    text += selection.standards.empty() ? "]\n" : "\n]\n";
    write_output(context, m_output, text);
    if (!m_output.empty() && m_output != "-") context.say("wrote " + m_output);
    return ExitCode::done;
}

}  // namespace kwalign::tools
