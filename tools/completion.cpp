#include "tools/completion.hpp"

#include "tools/app/text_layout.hpp"

#include <functional>
#include <vector>

namespace kwalign::tools {
namespace {

/// Calls `visit` for the program and every command below it, parents first.
void walk(const Arguments& command, const std::function<void(const Arguments&)>& visit) {
    visit(command);
    for (const auto& sub : command.subcommands()) walk(*sub, visit);
}

/// "lexicon check" for "kwalign lexicon check"; empty for the program.
std::string path_of(const Arguments& command) {
    const auto space = command.full_name().find(' ');
    return space == std::string::npos ? std::string{} : command.full_name().substr(space + 1);
}

/// Inside single quotes of a shell.
std::string quoted(const std::string& text) {
    std::string result;
    for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return "'" + result + "'";
}

const OptionInfo* positional_of(const Arguments& command) {
    for (const OptionInfo& info : command.infos()) {
        if (info.positional) return &info;
    }
    return nullptr;
}

std::vector<std::string> option_names(const Arguments& command) {
    std::vector<std::string> names{"-h", "--help"};
    for (const OptionInfo& info : command.infos()) {
        if (!info.positional) names.insert(names.end(), info.names.begin(), info.names.end());
    }
    return names;
}

std::vector<std::string> subcommand_names(const Arguments& command) {
    std::vector<std::string> names;
    for (const auto& sub : command.subcommands()) names.push_back(sub->name());
    return names;
}

// ---- bash ----

/// The shell words that fill COMPREPLY for one kind of value.
std::string bash_reply(const OptionInfo& info) {
    switch (info.kind) {
        case ValueKind::choice: return "COMPREPLY=($(compgen -W '" + joined(info.choices, " ") + "' -- \"$cur\"))";
        case ValueKind::file: return "COMPREPLY=($(compgen -f -- \"$cur\"))";
        // bash splits words at colons, so the part of an id after its colon is offered: the store resolves that too.
        case ValueKind::standard:
            return "COMPREPLY=($(compgen -W \"$(kwalign list --quiet 2>/dev/null | sed 's/ .*//; s/^[^:]*://')\" -- \"$cur\"))";
        case ValueKind::none:
        case ValueKind::text:
        case ValueKind::number: break;
    }
    return "COMPREPLY=()";
}

std::string bash_script(const Arguments& program) {
    std::string paths;
    std::string values;
    std::string words;
    walk(program, [&](const Arguments& command) {
        const std::string path = path_of(command);
        if (!path.empty()) paths += "            " + quoted(path) + ") path=" + quoted(path) + " ;;\n";
        for (const OptionInfo& info : command.infos()) {
            if (info.positional || info.kind == ValueKind::none) continue;
            for (const std::string& name : info.names)
                values += "        " + quoted(path + ":" + name) + ") " + bash_reply(info) + "; return ;;\n";
        }
        const OptionInfo* positional = positional_of(command);
        words += "        " + quoted(path) + ")\n            options='" + joined(option_names(command), " ") + "'\n            ";
        if (!command.subcommands().empty())
            words += "COMPREPLY=($(compgen -W '" + joined(subcommand_names(command), " ") + "' -- \"$cur\"))";
        else
            words += positional == nullptr ? "COMPREPLY=()" : bash_reply(*positional);
        words += " ;;\n";
    });
    return "# bash completion for kwalign, made by `kwalign completion bash`\n_kwalign() {\n"
           "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} path='' options='' i\n"
           "    for ((i = 1; i < COMP_CWORD; i++)); do\n        case \"${path:+$path }${COMP_WORDS[i]}\" in\n" +
           paths + "        esac\n    done\n    case \"$path:$prev\" in\n" + values + "    esac\n    case \"$path\" in\n" + words +
           "    esac\n    if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$cur\")); fi\n}\n"
           "complete -o filenames -F _kwalign kwalign\n";
}

// ---- zsh ----

std::string zsh_action(const OptionInfo& info) {
    switch (info.kind) {
        case ValueKind::choice: return "(" + joined(info.choices, " ") + ")";
        case ValueKind::file: return "_files";
        case ValueKind::standard: return "_kwalign_standards";
        case ValueKind::none:
        case ValueKind::text:
        case ValueKind::number: break;
    }
    return " ";
}

/// Brackets and colons mean something in the specifications of _arguments.
std::string zsh_text(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
        result += c;
    }
    return result;
}

std::string zsh_specifications(const Arguments& command) {
    std::string text = " '(-h --help)'{-h,--help}'[show this help]'";
    for (const OptionInfo& info : command.infos()) {
        if (info.positional) {
            text += " " + quoted((info.several ? "*:" : ":") + zsh_text(info.names.front()) + ":" + zsh_action(info));
            continue;
        }
        const std::string value = info.kind == ValueKind::none ? "" : ":" + zsh_text(info.value_name) + ":" + zsh_action(info);
        for (const std::string& name : info.names)
            text += " " + quoted((info.several ? "*" : "") + name + "[" + zsh_text(info.help) + "]" + value);
    }
    return text;
}

std::string zsh_function(const Arguments& command) {
    std::string name = "_" + command.full_name();
    for (char& c : name) {
        if (c == ' ') c = '_';
    }
    if (command.subcommands().empty()) return name + "() {\n    _arguments" + zsh_specifications(command) + "\n}\n";
    std::string text = name + "() {\n    local line state\n    _arguments -C" + zsh_specifications(command) +
                       " '1: :->command' '*:: :->rest'\n    case $state in\n        command)\n            local -a commands=(";
    for (const auto& sub : command.subcommands()) text += " " + quoted(sub->name() + ":" + zsh_text(sub->summary()));
    text += ")\n            _describe command commands ;;\n        rest)\n            case $line[1] in\n";
    for (const auto& sub : command.subcommands()) text += "                " + sub->name() + ") " + name + "_" + sub->name() + " ;;\n";
    return text + "            esac ;;\n    esac\n}\n";
}

std::string zsh_script(const Arguments& program) {
    std::string text =
        "#compdef kwalign\n# zsh completion for kwalign, made by `kwalign completion zsh`\n"
        "_kwalign_standards() {\n    compadd -- ${(f)\"$(kwalign list --quiet 2>/dev/null | sed 's/ .*//')\"}\n}\n";
    walk(program, [&text](const Arguments& command) { text += zsh_function(command); });
    return text + "_kwalign \"$@\"\n";
}

// ---- fish ----

std::string fish_value(const OptionInfo& info) {
    switch (info.kind) {
        case ValueKind::choice: return " -x -a " + quoted(joined(info.choices, " "));
        case ValueKind::file: return " -r -F";
        case ValueKind::standard: return " -x -a '(kwalign list --quiet 2>/dev/null | string replace -r \" .*\" \"\")'";
        case ValueKind::text:
        case ValueKind::number: return " -x";
        case ValueKind::none: break;
    }
    return "";
}

std::string fish_script(const Arguments& program) {
    std::string text = "# fish completion for kwalign, made by `kwalign completion fish`\ncomplete -c kwalign -f\n";
    walk(program, [&](const Arguments& command) {
        std::string condition;
        const std::string path = path_of(command);
        if (path.empty()) {
            condition = "__fish_use_subcommand";
        } else {
            // Every word of the path must have been given: "lexicon check" is not the check of another command.
            std::size_t first = 0;
            for (std::size_t end = 0; end != std::string::npos; first = end + 1) {
                end = path.find(' ', first);
                condition += (first == 0 ? "" : "; and ") + std::string("__fish_seen_subcommand_from ") + path.substr(first, end - first);
            }
        }
        const std::string start = "complete -c kwalign -n " + quoted(condition);
        for (const auto& sub : command.subcommands()) text += start + " -a " + sub->name() + " -d " + quoted(sub->summary()) + "\n";
        for (const OptionInfo& info : command.infos()) {
            if (info.positional) {
                if (info.kind != ValueKind::text) text += start + fish_value(info) + "\n";
                continue;
            }
            text += start;
            for (const std::string& name : info.names) text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            text += fish_value(info) + " -d " + quoted(info.help) + "\n";
        }
    });
    return text;
}

}  // namespace

std::string completion_script(const Arguments& program, std::string_view shell) {
    if (shell == "bash") return bash_script(program);
    if (shell == "zsh") return zsh_script(program);
    if (shell == "fish") return fish_script(program);
    throw UsageError("no completion for \"" + std::string(shell) + "\"; there are bash, fish, zsh");
}

}  // namespace kwalign::tools
