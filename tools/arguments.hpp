#pragma once

/// The command line: what commands and options there are, and what the user gave. CLI11 is seen by arguments.cpp only.

#include <cstddef>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::tools {

/// The command line is wrong. Raised before any file is opened; exit code 2. `command` says whose help to point to.
class UsageError : public std::runtime_error {
public:
    explicit UsageError(const std::string& what, std::string command = {}) : std::runtime_error(what), m_command(std::move(command)) {}
    [[nodiscard]] const std::string& command() const noexcept { return m_command; }

private:
    std::string m_command;
};

/// What the user wants is a text: help or the version. Not an error.
struct TextRequest {
    std::string text;
};

enum class ValueKind { none, text, number, file, standard, choice };

/// One option or positional as declared: what completion and the manual's tests walk over.
struct OptionInfo {
    std::vector<std::string> names;    ///< "-o", "--output"; a positional has its name in capitals only
    ValueKind kind = ValueKind::none;  ///< none: a flag
    std::string value_name;            ///< "FILE", for help
    std::vector<std::string> choices;
    std::string help;
    bool positional = false;
    bool required = false;
    bool several = false;
    bool everywhere = false;  ///< a global option
};

/// Options that every command has.
struct GlobalOptions {
    std::string store;  ///< empty: $KWALIGN_STORE, else ./kwalign.db
    std::size_t jobs = 0;
    bool json = false;
    bool quiet = false;
    bool verbose = false;
    bool progress = false;
    bool no_progress = false;
};

/// One command's part of the command line. Every method declares something; the variable it is bound to must live until after
/// parsing and keeps its value where the user gives nothing. `names` is "-o,--output" for options, "FILE" for positionals.
class Arguments {
public:
    ~Arguments();
    Arguments(const Arguments&) = delete;
    Arguments& operator=(const Arguments&) = delete;

    void flag(const std::string& names, bool& value, const std::string& help);
    void option(const std::string& names, std::string& value, ValueKind kind, const std::string& value_name, const std::string& help);
    /// May be given several times.
    void options(const std::string& names, std::vector<std::string>& values, ValueKind kind, const std::string& value_name,
                 const std::string& help);
    void choice(const std::string& names, std::string& value, const std::vector<std::string>& allowed, const std::string& help);
    void count(const std::string& names, std::size_t& value, std::size_t least, std::size_t most, const std::string& help);
    /// A share, 0..1.
    void share(const std::string& names, std::optional<double>& value, const std::string& help);
    void positional(const std::string& name, std::string& value, ValueKind kind, const std::string& help);
    void positionals(const std::string& name, std::vector<std::string>& values, ValueKind kind, std::size_t least, const std::string& help);
    void positional_choice(const std::string& name, std::string& value, const std::vector<std::string>& allowed, const std::string& help);

    /// A command inside this one ("lexicon check"); the user must give one of them. The reference lives as long as this.
    Arguments& subcommand(const std::string& name, const std::string& summary);
    /// True after parsing when the user gave this command.
    [[nodiscard]] bool given() const;

    /// "kwalign", "kwalign lexicon check".
    [[nodiscard]] const std::string& full_name() const noexcept { return m_full_name; }
    [[nodiscard]] const std::string& name() const noexcept { return m_name; }
    [[nodiscard]] const std::string& summary() const noexcept { return m_summary; }
    [[nodiscard]] const std::vector<OptionInfo>& infos() const noexcept { return m_infos; }
    [[nodiscard]] const std::vector<std::unique_ptr<Arguments>>& subcommands() const noexcept { return m_subcommands; }
    /// The text of --help.
    [[nodiscard]] std::string help() const;

private:
    friend class CommandLine;
    struct Node;
    Arguments(std::unique_ptr<Node> node, std::string full_name, std::string summary, GlobalOptions& globals);
    void declare_globals();
    void remember(const std::string& names, OptionInfo info);

    std::unique_ptr<Node> m_node;
    std::string m_full_name;
    std::string m_name;
    std::string m_summary;
    GlobalOptions& m_globals;
    std::vector<OptionInfo> m_infos;
    std::vector<std::unique_ptr<Arguments>> m_subcommands;
};

/// The whole: a program with commands.
class CommandLine {
public:
    /// `globals` is filled by parse() and must live as long as this.
    CommandLine(const std::string& program, const std::string& summary, const std::string& version, GlobalOptions& globals);
    ~CommandLine();

    /// Adds a command; the reference lives as long as this.
    Arguments& command(const std::string& name, const std::string& summary);
    /// `arguments` without the program's name. Throws UsageError, or TextRequest for --help and --version. Once per object.
    void parse(std::vector<std::string> arguments);

    [[nodiscard]] const Arguments& root() const noexcept { return *m_root; }
    /// The command named by these words ("lexicon", "check"; none: the program). Throws UsageError for an unknown one.
    [[nodiscard]] const Arguments& find(const std::vector<std::string>& words) const;

private:
    std::unique_ptr<Arguments> m_root;
};

}  // namespace kwalign::tools
