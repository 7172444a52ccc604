#include "tools/command_list.hpp"

#include "model/store/store.hpp"
#include "tools/app/report_json.hpp"
#include "tools/app/text_layout.hpp"

#include <ostream>

namespace kwalign::tools {

std::string CommandList::name() const { return "list"; }
std::string CommandList::summary() const { return "list the standards in the store"; }

void CommandList::setup(Arguments&) {}

ExitCode CommandList::run(Context& context) {
    const auto standards = model::Store(context.store(), model::Store::Mode::read_only).list();
    if (context.options.json) {
        context.out << to_json(standards);
        return ExitCode::done;
    }
    Columns table({Columns::Align::left, Columns::Align::left, Columns::Align::left, Columns::Align::right, Columns::Align::right});
    for (const model::StandardSummary& standard : standards) {
        table.add({standard.id, standard.title, joined(standard.languages, ","), counted(standard.units, "unit"),
                   counted(standard.statements, "statement")});
    }
    context.out << table.str();
    context.say(counted(standards.size(), "standard"));
    return ExitCode::done;
}

}  // namespace kwalign::tools
