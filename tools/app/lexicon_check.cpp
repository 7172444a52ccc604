#include "tools/app/lexicon_check.hpp"

#include "tools/app/lexicon_image.hpp"

namespace kwalign::tools {

LexiconReport check_lexicon(const Workspace& workspace) {
    LexiconReport report;
    report.problems = align::Lexicon::check(workspace.lexicon());
    const align::Lexicon lexicon = open_shipped_lexicon(workspace);
    report.concepts = lexicon.concepts().size();
    report.terms = lexicon.term_counts();
    return report;
}

}  // namespace kwalign::tools
