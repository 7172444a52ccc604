#pragma once

/// What every command is, and what it is given to work with.

#include "tools/app/workspace.hpp"
#include "tools/arguments.hpp"

#include <chrono>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::tools {

enum class ExitCode { done = 0, failed = 1, usage = 2, warnings = 3, interrupted = 130 };

/// A run of a command: options, streams, and the places the options stand for. Data goes to `out`, talk to `err`.
class Context {
public:
    Context(const GlobalOptions& options, const CommandLine& line, std::istream& in, std::ostream& out, std::ostream& err);

    const GlobalOptions& options;
    const CommandLine& line;
    std::istream& in;
    std::ostream& out;
    std::ostream& err;

    /// --store, else $KWALIGN_STORE, else kwalign.db in the current folder.
    [[nodiscard]] std::filesystem::path store() const;
    /// Store, data folder ($KWALIGN_DATA or found) and jobs. Throws model::Error where there is no data folder.
    [[nodiscard]] Workspace workspace() const;
    /// One line of talk, unless --quiet.
    void say(std::string_view text) const;
    /// One line about a file or document that needs a look: "kwalign: text". Errors are said with --quiet too.
    void warn(std::string_view text) const;
    /// One line of narration with the time since the start and the peak memory, with --verbose only.
    void narrate(std::string_view text) const;
    /// --progress and --no-progress, else whether stderr is a terminal; never with --quiet.
    [[nodiscard]] bool shows_progress() const;

private:
    std::chrono::steady_clock::time_point m_start;
};

/// One command. setup() declares and is the only one before parsing; check() looks at combinations of options; neither touches
/// a file. run() does the work. One object serves one run.
class Command {
public:
    virtual ~Command() = default;
    [[nodiscard]] virtual std::string name() const = 0;
    [[nodiscard]] virtual std::string summary() const = 0;
    virtual void setup(Arguments& arguments) = 0;
    /// Throws UsageError.
    virtual void check() const {}
    virtual ExitCode run(Context& context) = 0;
};

/// All commands in the order of the help.
[[nodiscard]] std::vector<std::unique_ptr<Command>> all_commands();

/// $KWALIGN_EMBEDDINGS_KEY: what a server of sentence vectors asks for as a bearer token; empty where it is not set.
[[nodiscard]] std::string embeddings_key();
/// Throws UsageError where --embeddings is no http or https address, or --embeddings-model stands without it.
void check_embeddings(const std::string& url, const std::string& model, const std::string& command);

/// Bytes to a file (beside it, then renamed), or to standard output where `file` is empty or "-".
/// Throws model::Error(write_failed).
void write_output(const Context& context, const std::string& file, std::string_view bytes);

}  // namespace kwalign::tools
