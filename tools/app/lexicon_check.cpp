#include "tools/app/lexicon_check.hpp"

namespace kwalign::tools {

LexiconReport check_lexicon(const Workspace& workspace) {
    LexiconReport report;
    report.problems = align::Lexicon::check(workspace.lexicon());
    const align::Lexicon lexicon = align::Lexicon::load(workspace.lexicon());
    report.concepts = lexicon.concepts().size();
    for (const align::Concept& entry : lexicon.concepts()) {
        for (const auto& [lang, terms] : entry.terms) report.terms[lang] += terms.size();
    }
    return report;
}

}  // namespace kwalign::tools
