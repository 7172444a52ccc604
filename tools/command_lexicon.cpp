#include "tools/command_lexicon.hpp"

#include "align/engine.hpp"
#include "tools/app/lexicon_check.hpp"
#include "tools/app/report_json.hpp"
#include "tools/app/text_layout.hpp"

#include <ostream>

namespace kwalign::tools {
namespace {

ExitCode check_files(Context& context) {
    const LexiconReport report = check_lexicon(context.workspace());
    if (context.options.json) {
        context.out << to_json(report);
    } else {
        for (const align::LexiconProblem& problem : report.problems) {
            context.out << problem.file << ':' << problem.line << ": " << problem.message << '\n';
        }
        std::string terms;
        for (const auto& [lang, count] : report.terms) terms += (terms.empty() ? " " : ", ") + lang + " " + std::to_string(count);
        context.say(counted(report.concepts, "concept") + "; terms:" + terms + "; " + counted(report.problems.size(), "problem"));
    }
    return report.problems.empty() ? ExitCode::done : ExitCode::warnings;
}

}  // namespace

std::string CommandLexicon::name() const { return "lexicon"; }
std::string CommandLexicon::summary() const { return "look words up in the lexicon, or check it"; }

void CommandLexicon::setup(Arguments& arguments) {
    m_lookup = &arguments.subcommand("lookup", "show how a text is understood: words, base forms, parts of compounds, concepts");
    m_lookup->positional("TEXT", m_text, ValueKind::text, "a word or a sentence");
    m_lookup->choice("--lang", m_lang, {"en", "et", "nl"}, "its language; default: guessed");
    arguments.subcommand("check", "check the lexicon's files");
}

ExitCode CommandLexicon::run(Context& context) {
    if (!m_lookup->given()) return check_files(context);
    const align::Engine engine(context.workspace().data);
    std::string text = context.options.json ? engine.explain_text_json(m_text, m_lang) : engine.explain_text(m_text, m_lang);
    if (!text.ends_with('\n')) text += '\n';
    context.out << text;
    return ExitCode::done;
}

}  // namespace kwalign::tools
