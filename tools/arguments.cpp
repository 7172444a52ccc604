#include "tools/arguments.hpp"

#include "tools/app/text_layout.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

namespace kwalign::tools {

/// The root owns its CLI::App; CLI11 owns those of the commands.
struct Arguments::Node {
    std::unique_ptr<CLI::App> owned;
    CLI::App* app = nullptr;
};

namespace {

/// A check that says what is allowed, in our words.
CLI::Validator one_of(const std::vector<std::string>& allowed) {
    return CLI::Validator(
        [allowed](std::string& value) {
            if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return std::string{};
            return "\"" + value + "\" is not one of " + joined(allowed, ", ");
        },
        "");
}

/// CLI11 reads numbers with functions that obey the locale; from_chars does not. Nothing for anything but the whole text.
template <typename Number>
std::optional<Number> parse_number(const std::string& text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

CLI::Option* named(CLI::Option* option, const std::string& value_name) { return option->type_name(value_name); }

}  // namespace

Arguments::Arguments(std::unique_ptr<Node> node, std::string full_name, std::string summary, GlobalOptions& globals)
    : m_node(std::move(node)),
      m_full_name(std::move(full_name)),
      m_name(m_full_name.substr(m_full_name.rfind(' ') + 1)),
      m_summary(std::move(summary)),
      m_globals(globals) {
    m_node->app->set_help_flag("-h,--help", "show this help");
    declare_globals();
}

Arguments::~Arguments() = default;

/// On every command as well as on the program: `kwalign --json list` and `kwalign list --json` are the same.
void Arguments::declare_globals() {
    option("--store", m_globals.store, ValueKind::file, "FILE", "the store (default: $KWALIGN_STORE, else ./kwalign.db)");
    count("--jobs", m_globals.jobs, 0, 1024, "threads; 0: one per core (default). No result depends on it");
    flag("--json", m_globals.json, "data as JSON");
    flag("-q,--quiet", m_globals.quiet, "say nothing but errors");
    flag("-v,--verbose", m_globals.verbose, "say more about what is done");
    flag("--progress", m_globals.progress, "show progress, also where stderr is no terminal");
    flag("--no-progress", m_globals.no_progress, "never show progress");
    for (OptionInfo& info : m_infos) info.everywhere = true;
}

void Arguments::remember(const std::string& names, OptionInfo info) {
    for (const std::string_view name : split(names, ',')) info.names.emplace_back(name);
    info.positional = !names.starts_with('-');
    m_infos.push_back(std::move(info));
}

void Arguments::flag(const std::string& names, bool& value, const std::string& help) {
    m_node->app->add_flag(names, value, help);
    remember(names, {{}, ValueKind::none, "", {}, help});
}

void Arguments::option(const std::string& names, std::string& value, ValueKind kind, const std::string& value_name,
                       const std::string& help) {
    named(m_node->app->add_option(names, value, help), value_name);
    remember(names, {{}, kind, value_name, {}, help});
}

void Arguments::options(const std::string& names, std::vector<std::string>& values, ValueKind kind, const std::string& value_name,
                        const std::string& help) {
    // One value per option: else `--doc A=1 x y` would swallow the positionals.
    named(m_node->app->add_option(names, values, help), value_name)->allow_extra_args(false);
    OptionInfo info{{}, kind, value_name, {}, help};
    info.several = true;
    remember(names, std::move(info));
}

void Arguments::choice(const std::string& names, std::string& value, const std::vector<std::string>& allowed, const std::string& help) {
    named(m_node->app->add_option(names, value, help), "NAME")->check(one_of(allowed));
    remember(names, {{}, ValueKind::choice, "NAME", allowed, help});
}

void Arguments::count(const std::string& names, std::size_t& value, std::size_t least, std::size_t most, const std::string& help) {
    const auto parse = [&value, least, most, names](const std::string& text) {
        const auto number = parse_number<std::size_t>(text);
        if (!number || *number < least || *number > most) {
            throw CLI::ValidationError(
                names, "\"" + text + "\" is not a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        }
        value = *number;
    };
    named(m_node->app->add_option_function<std::string>(names, parse, help), "N");
    remember(names, {{}, ValueKind::number, "N", {}, help});
}

void Arguments::share(const std::string& names, std::optional<double>& value, const std::string& help) {
    const auto parse = [&value, names](const std::string& text) {
        const auto number = parse_number<double>(text);
        if (!number || !(*number >= 0.0 && *number <= 1.0))
            throw CLI::ValidationError(names, "\"" + text + "\" is not a number from 0 to 1");
        value = *number;
    };
    named(m_node->app->add_option_function<std::string>(names, parse, help), "X");
    remember(names, {{}, ValueKind::number, "X", {}, help});
}

void Arguments::positional(const std::string& name, std::string& value, ValueKind kind, const std::string& help) {
    m_node->app->add_option(name, value, help)->required();
    OptionInfo info{{}, kind, name, {}, help};
    info.required = true;
    remember(name, std::move(info));
}

void Arguments::positionals(const std::string& name, std::vector<std::string>& values, ValueKind kind, std::size_t least,
                            const std::string& help) {
    CLI::Option* option = m_node->app->add_option(name, values, help);
    // None at all is a matter of `required`; with a least number of 0 CLI11 would not take any after "--".
    option->expected(std::max(static_cast<int>(least), 1), 1 << 20);
    if (least > 0) option->required();
    OptionInfo info{{}, kind, name, {}, help};
    info.required = least > 0;
    info.several = true;
    remember(name, std::move(info));
}

void Arguments::positional_choice(const std::string& name, std::string& value, const std::vector<std::string>& allowed,
                                  const std::string& help) {
    m_node->app->add_option(name, value, help)->required()->check(one_of(allowed));
    OptionInfo info{{}, ValueKind::choice, name, allowed, help};
    info.required = true;
    remember(name, std::move(info));
}

Arguments& Arguments::subcommand(const std::string& name, const std::string& summary) {
    auto node = std::make_unique<Node>();
    node->app = m_node->app->add_subcommand(name, summary);
    m_node->app->require_subcommand(1);
    m_subcommands.push_back(std::unique_ptr<Arguments>(new Arguments(std::move(node), m_full_name + " " + name, summary, m_globals)));
    return *m_subcommands.back();
}

bool Arguments::given() const { return m_node->app->parsed(); }

CommandLine::CommandLine(const std::string& program, const std::string& summary, const std::string& version, GlobalOptions& globals) {
    auto node = std::make_unique<Arguments::Node>();
    node->owned = std::make_unique<CLI::App>(summary, program);
    node->app = node->owned.get();
    node->app->set_version_flag("--version", program + " " + version);
    m_root.reset(new Arguments(std::move(node), program, summary, globals));
    OptionInfo info{{"--version"}, ValueKind::none, "", {}, "show the version"};
    m_root->m_infos.push_back(std::move(info));
}

CommandLine::~CommandLine() = default;

Arguments& CommandLine::command(const std::string& name, const std::string& summary) { return m_root->subcommand(name, summary); }

namespace {

const Arguments& deepest_given(const Arguments& command) {
    for (const auto& sub : command.subcommands()) {
        if (sub->given()) return deepest_given(*sub);
    }
    return command;
}

std::string command_names(const Arguments& command) {
    std::vector<std::string> names;
    for (const auto& sub : command.subcommands()) names.push_back(sub->name());
    return joined(names, ", ");
}

/// CLI11 complains about what is missing first; a mistyped word is the likelier reason and comes first here.
std::string explain(const Arguments& command, const std::vector<std::string>& unknown, const std::string& complaint) {
    for (const std::string& word : unknown) {
        if (word.size() > 1 && word.front() == '-') return "unknown option " + word;
    }
    if (!command.subcommands().empty()) {
        const std::string names = command_names(command);
        return unknown.empty() ? "a command is required: " + names : "there is no command \"" + unknown.front() + "\"; there are " + names;
    }
    return unknown.empty() ? complaint : "unexpected argument \"" + unknown.front() + "\"";
}

}  // namespace

const Arguments& CommandLine::find(const std::vector<std::string>& words) const {
    const Arguments* found = m_root.get();
    for (const std::string& word : words) {
        const auto& all = found->subcommands();
        const auto next = std::find_if(all.begin(), all.end(), [&word](const auto& command) { return command->name() == word; });
        if (next == all.end()) throw UsageError(explain(*found, {word}, ""), found->full_name());
        found = next->get();
    }
    return *found;
}

void CommandLine::parse(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    CLI::App& app = *m_root->m_node->app;
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
        throw TextRequest{deepest_given(*m_root).help()};
    } catch (const CLI::CallForVersion& wanted) {
        throw TextRequest{std::string(wanted.what()) + "\n"};
    } catch (const CLI::ParseError& error) {
        const Arguments& command = deepest_given(*m_root);
        const auto code = static_cast<CLI::ExitCodes>(error.get_exit_code());
        const bool about_words = code == CLI::ExitCodes::RequiredError || code == CLI::ExitCodes::ExtrasError;
        throw UsageError(about_words ? explain(command, app.remaining(true), error.what()) : error.what(), command.full_name());
    }
}

}  // namespace kwalign::tools
