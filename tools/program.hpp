#pragma once

#include "tools/command.hpp"

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

namespace kwalign::tools {

/// The whole program but for main(): commands, their command line, and one run.
class Program {
public:
    Program();

    [[nodiscard]] const CommandLine& line() const noexcept { return m_line; }
    /// Parses and runs one command. Throws UsageError, TextRequest, model::Error. Once per object.
    ExitCode run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& err);

private:
    struct Entry {
        std::unique_ptr<Command> command;
        Arguments* arguments = nullptr;
    };
    GlobalOptions m_options;
    CommandLine m_line;
    std::vector<Entry> m_entries;
};

}  // namespace kwalign::tools
