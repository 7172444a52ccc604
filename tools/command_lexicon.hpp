#pragma once

#include "tools/command.hpp"

#include <string>

namespace kwalign::tools {

/// `kwalign lexicon`: how words are understood, and whether the lexicon is in order.
class CommandLexicon : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    ExitCode run(Context& context) override;

private:
    Arguments* m_lookup = nullptr;  ///< owned by the command line
    std::string m_text;
    std::string m_lang;
};

}  // namespace kwalign::tools
