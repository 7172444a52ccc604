#include "tools/app/text_layout.hpp"
#include "tools/arguments.hpp"

#include <string>

namespace kwalign::tools {
namespace {

std::string usage_of(const Arguments& command) {
    std::string text = "usage: " + command.full_name();
    if (!command.subcommands().empty()) text += " COMMAND";
    text += " [OPTIONS]";
    for (const OptionInfo& info : command.infos()) {
        if (!info.positional) continue;
        const std::string name = info.names.front() + (info.several ? "..." : "");
        text += info.required ? " " + name : " [" + name + "]";
    }
    return text + "\n";
}

std::string synopsis_of(const OptionInfo& info) {
    std::string text = joined(info.names, ", ");
    if (!info.positional && info.kind != ValueKind::none) text += " " + info.value_name;
    return text;
}

std::string explanation_of(const OptionInfo& info) {
    std::string text = info.help;
    if (!info.choices.empty()) text += " (" + joined(info.choices, ", ") + ")";
    if (info.several && !info.positional) text += "; may be given several times";
    return text;
}

template <typename Predicate>
std::string section(const Arguments& command, const std::string& title, Predicate belongs) {
    Columns table({Columns::Align::left, Columns::Align::left});
    bool any = false;
    for (const OptionInfo& info : command.infos()) {
        if (!belongs(info)) continue;
        table.add({synopsis_of(info), explanation_of(info)});
        any = true;
    }
    return any ? "\n" + title + "\n" + table.str("  ") : std::string{};
}

}  // namespace

std::string Arguments::help() const {
    std::string text = usage_of(*this) + m_summary + "\n";
    if (!m_subcommands.empty()) {
        Columns table({Columns::Align::left, Columns::Align::left});
        for (const auto& command : m_subcommands) table.add({command->name(), command->summary()});
        text += "\ncommands\n" + table.str("  ");
    }
    text += section(*this, "arguments", [](const OptionInfo& info) { return info.positional; });
    text += section(*this, "options", [](const OptionInfo& info) { return !info.positional && !info.everywhere; });
    text += section(*this, "options of every command", [](const OptionInfo& info) { return info.everywhere; });
    return text;
}

}  // namespace kwalign::tools
