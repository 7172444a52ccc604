#pragma once

#include "tools/app/lexicon_data.hpp"
#include "tools/command.hpp"

#include <string>
#include <vector>

namespace kwalign::tools {

/// `kwalign lexicon`: how words are understood, whether the lexicon is in order, and what a user adds to it.
class CommandLexicon : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    void check() const override;
    ExitCode run(Context& context) override;

private:
    ExitCode look_up(Context& context) const;
    ExitCode measure_coverage(Context& context) const;
    ExitCode import(Context& context) const;
    ExitCode learn(Context& context) const;
    ExitCode compile(Context& context) const;
    ExitCode list(Context& context) const;
    ExitCode remove(Context& context) const;

    // Owned by the command line.
    Arguments* m_lookup = nullptr;
    Arguments* m_check = nullptr;
    Arguments* m_coverage = nullptr;
    Arguments* m_import = nullptr;
    Arguments* m_learn = nullptr;
    Arguments* m_compile = nullptr;
    Arguments* m_list = nullptr;
    Arguments* m_remove = nullptr;

    std::string m_text;
    std::string m_lang;
    std::vector<std::string> m_standards;
    std::size_t m_unknown = 10;
    TermImportRequest m_terms;
    LearnRequest m_parallel;
    std::string m_name;
    std::string m_image;
    bool m_shipped_alone = false;
    bool m_dictionaries = false;
};

}  // namespace kwalign::tools
