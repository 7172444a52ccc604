#include "tools/command_align.hpp"

#include "tools/app/report_json.hpp"
#include "tools/app/text_layout.hpp"

#include <ostream>

namespace kwalign::tools {
namespace {

std::string pair_text(const PairSummary& pair) {
    std::string text = pair.source + " - " + pair.target + "\n  " + counted(pair.links, "link") + " between units, " +
                       std::to_string(pair.statement_links) + " between statements; linked: " + std::to_string(pair.source_linked) +
                       " of " + counted(pair.source_units, "unit") + " here, " + std::to_string(pair.target_linked) + " of " +
                       std::to_string(pair.target_units) + " there\n";
    Columns table({Columns::Align::right, Columns::Align::left, Columns::Align::left, Columns::Align::left});
    for (const model::Link& link : pair.strongest) {
        table.add({fixed(link.confidence, 2), link.source.code(), std::string(to_string(link.relation)), link.target.code()});
    }
    return text + table.str("  ");
}

}  // namespace

std::string CommandAlign::name() const { return "align"; }
std::string CommandAlign::summary() const { return "link equivalent competences of standards in the store"; }

void CommandAlign::setup(Arguments& arguments) {
    arguments.positionals("ID", m_request.names, ValueKind::standard, 1,
                          "standards (ids or unambiguous prefixes) or frameworks (all their standards); every pair is compared");
    arguments.option("--embeddings", m_request.embeddings.url, ValueKind::text, "URL",
                     "hear sentence vectors of this server (OpenAI-compatible, such as http://localhost:8080) as one more witness");
    arguments.option("--embeddings-model", m_request.embeddings.model, ValueKind::text, "NAME", "the model to ask that server for");
    arguments.flag("--dictionaries", m_dictionaries, "also ask spelling dictionaries for the stems of words that nothing else explains");
    arguments.choice("--level", m_level, {"unit", "statement"}, "what the entries of two lists are linked as; default: unit");
    arguments.count("--top", m_request.top, 1, 100'000, "instead of the selected links, the N best candidates of every source");
    arguments.share("--min-confidence", m_request.min_confidence, "suggest no links below this confidence, 0 to 1");
}

void CommandAlign::check() const { check_embeddings(m_request.embeddings.url, m_request.embeddings.model, "kwalign align"); }

ExitCode CommandAlign::run(Context& context) {
    m_request.statements = m_level == "statement";
    bool warned = false;
    m_request.embeddings.key = embeddings_key();
    m_request.warn = [&](const std::string& warning) {
        context.warn(warning);
        warned = true;
    };
    Workspace workspace = context.workspace();
    workspace.dictionaries = m_dictionaries;
    const auto pairs = align_standards(workspace, m_request);
    context.narrate("aligned and stored " + counted(pairs.size(), "pair"));
    if (context.options.json) {
        context.out << to_json(pairs);
        return warned ? ExitCode::warnings : ExitCode::done;
    }
    for (const PairSummary& pair : pairs) context.out << pair_text(pair);
    return warned ? ExitCode::warnings : ExitCode::done;
}

}  // namespace kwalign::tools
