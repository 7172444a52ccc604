#include "tools/command_evaluate.hpp"

#include "tools/app/evaluate.hpp"
#include "tools/app/evaluation_text.hpp"
#include "tools/app/report_json.hpp"

#include <ostream>
#include <set>

namespace kwalign::tools {

std::string CommandEvaluate::name() const { return "evaluate"; }
std::string CommandEvaluate::summary() const { return "compare suggested links with a gold file"; }

void CommandEvaluate::setup(Arguments& arguments) {
    arguments.positionals("ID", m_standards, ValueKind::standard, 0, "source and target standard, where the gold file names no documents");
    arguments.option("--gold", m_gold, ValueKind::file, "FILE", "links that evaluators agreed on, see kwalign-gold(5)");
    arguments.options("--doc", m_documents, ValueKind::text, "LABEL=ID", "which standard a label of the gold file stands for");
    arguments.share("--min-confidence", m_min_confidence, "count suggested links from this confidence on, 0 to 1");
    arguments.flag("--sweep", m_sweep, "also say what other thresholds would give");
    arguments.flag("--ablation", m_ablation, "also say what the score would be without each of its inputs");
    arguments.share("--human", m_human, "F1 of two evaluators against each other, to be shown beside, 0 to 1");
    arguments.flag("--dictionaries", m_dictionaries, "also ask spelling dictionaries for the stems of words that nothing else explains");
    arguments.option("--embeddings", m_embeddings.url, ValueKind::text, "URL",
                     "hear sentence vectors of this server (OpenAI-compatible, such as http://localhost:8080) as one more witness");
    arguments.option("--embeddings-model", m_embeddings.model, ValueKind::text, "NAME", "the model to ask that server for");
    arguments.flag("--judged-only", m_judged_only, "count only sources that the gold file names");
}

void CommandEvaluate::check() const {
    const char* const me = "kwalign evaluate";
    check_embeddings(m_embeddings.url, m_embeddings.model, me);
    if (m_gold.empty()) throw UsageError("--gold FILE is required", me);
    if (m_standards.empty() == m_documents.empty()) throw UsageError("give either two standards or --doc LABEL=ID for each label", me);
    if (!m_standards.empty() && m_standards.size() != 2) throw UsageError("two standards are needed, source and target", me);
    std::set<std::string> labels;
    for (const std::string& document : m_documents) {
        const auto equals = document.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == document.size()) {
            throw UsageError("--doc: \"" + document + "\" is not LABEL=ID", me);
        }
        if (!labels.insert(document.substr(0, equals)).second)
            throw UsageError("--doc: label " + document.substr(0, equals) + " is given twice", me);
    }
    if (m_documents.size() == 1) throw UsageError("--doc: two labels at least are needed to compare", me);
}

ExitCode CommandEvaluate::run(Context& context) {
    EvaluateRequest request;
    request.gold = m_gold;
    request.min_confidence = m_min_confidence;
    request.judged_only = m_judged_only;
    request.sweep = m_sweep;
    request.ablation = m_ablation;
    request.human_f1 = m_human;
    request.embeddings = m_embeddings;
    request.embeddings.key = embeddings_key();
    bool warned = false;
    request.warn = [&](const std::string& warning) {
        context.warn(warning);
        warned = true;
    };
    for (const std::string& standard : m_standards) request.documents.emplace_back("", standard);
    for (const std::string& document : m_documents) {
        const auto equals = document.find('=');
        request.documents.emplace_back(document.substr(0, equals), document.substr(equals + 1));
    }
    Workspace workspace = context.workspace();
    workspace.dictionaries = m_dictionaries;
    const Evaluation evaluation = evaluate(workspace, request);
    for (const std::string& note : evaluation.notes) context.say(evaluation.gold + ": " + note);
    context.out << (context.options.json ? to_json(evaluation) : evaluation_text(evaluation, context.options.verbose));
    return warned ? ExitCode::warnings : ExitCode::done;
}

}  // namespace kwalign::tools
