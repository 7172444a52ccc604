#include "tools/command_show.hpp"

#include "model/json_codec.hpp"
#include "model/store/store.hpp"
#include "tools/app/outline_text.hpp"
#include "tools/app/standards.hpp"

#include <ostream>

namespace kwalign::tools {

std::string CommandShow::name() const { return "show"; }
std::string CommandShow::summary() const { return "show one standard whole"; }

void CommandShow::setup(Arguments& arguments) {
    arguments.positional("ID", m_standard, ValueKind::standard, "id, unambiguous prefix, register number, crebo or certificate code");
    arguments.choice("--format", m_format, {"text", "json", "md"}, "how; default: text");
    arguments.flag("--without-persons", m_without_persons, "leave named persons out");
}

ExitCode CommandShow::run(Context& context) {
    const model::Standard standard = select_standard(model::Store(context.store(), model::Store::Mode::read_only), m_standard);
    const auto persons = m_without_persons ? model::Persons::leave_out : model::Persons::keep;
    const std::string format = !m_format.empty() ? m_format : context.options.json ? "json" : "text";
    if (format == "json") {
        context.out << model::to_json(standard, persons) << '\n';
    } else {
        context.out << (format == "md" ? outline_markdown(standard, persons) : outline_text(standard, persons));
    }
    return ExitCode::done;
}

}  // namespace kwalign::tools
