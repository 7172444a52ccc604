#include "tools/app/evaluate.hpp"

#include "align/engine.hpp"
#include "ingest/source/byte_source.hpp"
#include "model/error.hpp"
#include "model/store/store.hpp"
#include "tools/app/gold_pairs.hpp"
#include "tools/app/lexicon_image.hpp"
#include "tools/app/standards.hpp"
#include "tools/app/text_layout.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kwalign::tools {
namespace {

/// Far more candidates than any document has, so that a ranked run ranks all.
constexpr std::size_t every_candidate = 1'000'000;

std::string resolved(const Document& document, const GoldRow& row, const std::string& code, std::vector<std::string>& notes) {
    if (auto found = document.codes.find(code, document.granularity)) return *std::move(found);
    notes.push_back("line " + std::to_string(row.line) + ": " + document.standard.id + " has no " +
                    (document.granularity == Granularity::unit ? "unit " : "statement ") + code);
    return code;
}

/// Links of the pair in an aligned table, whichever way round it stands there, read from the gold's source side.
std::vector<model::Link> links_between(const model::EquivalenceTable& table, const GoldPair& pair, bool statements) {
    for (const model::Pair& candidate : table.pairs) {
        const bool same = candidate.source == pair.source && candidate.target == pair.target;
        const bool reversed = candidate.source == pair.target && candidate.target == pair.source;
        if (!same && !reversed) continue;
        std::vector<model::Link> links = statements ? candidate.statement_links : candidate.links;
        if (!reversed) return links;
        for (model::Link& link : links) {
            std::swap(link.source, link.target);
            link.relation = model::inverse(link.relation);
        }
        return links;
    }
    return {};
}

std::string reason_of(const model::Link& link) {
    if (link.evidence.empty()) return {};
    const model::Evidence& first = link.evidence.front();
    if (!first.text.empty()) return first.text;
    return first.kind + (first.shared.empty() ? "" : ": " + joined(first.shared, ", "));
}

bool by_statements(const GoldPair& pair, const std::vector<Document>& documents) {
    return documents[pair.source].granularity == Granularity::statement || documents[pair.target].granularity == Granularity::statement;
}

PairInput gather(const GoldPair& pair, const std::vector<Document>& documents, const model::EquivalenceTable& suggested,
                 const model::EquivalenceTable& ranked, bool judged_only, std::vector<std::string>& notes) {
    const Document& source = documents[pair.source];
    const Document& target = documents[pair.target];
    const bool statements = by_statements(pair, documents);
    const auto codes = [&](const model::Link& link) {
        return CodePair{code_at(link.source, source.granularity), code_at(link.target, target.granularity)};
    };
    PairInput input;
    for (const GoldRow& row : pair.rows) {
        const CodePair key{resolved(source, row, row.source_code, notes), resolved(target, row, row.target_code, notes)};
        if (!input.gold.emplace(key, Judgement{row.relations, row.strength == GoldStrength::weak}).second) {
            notes.push_back("line " + std::to_string(row.line) + ": left out, the pair was judged before in the other direction");
        }
    }
    std::set<std::string> judged_sources;
    for (const auto& [key, judgement] : input.gold) judged_sources.insert(key.first);
    for (const model::Link& link : links_between(suggested, pair, statements)) {
        if (judged_only && !judged_sources.contains(codes(link).first)) continue;
        if (link.relation == model::Relation::none) continue;  // the engine's own threshold was applied
        const Prediction prediction{link.relation, link.confidence, reason_of(link)};
        const auto [known, added] = input.predicted.emplace(codes(link), prediction);
        if (!added && prediction.confidence > known->second.confidence) known->second = prediction;
    }
    for (const model::Link& link : links_between(ranked, pair, statements)) {
        if (judged_only && !judged_sources.contains(codes(link).first)) continue;
        double& best = input.ranked.emplace(codes(link), link.confidence).first->second;
        best = std::max(best, link.confidence);
    }
    return input;
}

StudiedLink studied(const CodePair& pair, const PairInput& input, const Document& source, const Document& target) {
    StudiedLink link{pair.first,
                     source.codes.text(pair.first, source.granularity),
                     pair.second,
                     target.codes.text(pair.second, target.granularity),
                     {},
                     std::nullopt,
                     rank_of(input, pair),
                     {}};
    if (const auto candidate = input.ranked.find(pair); candidate != input.ranked.end()) link.confidence = candidate->second;
    return link;
}

void study_errors(const PairInput& input, const Document& source, const Document& target, EvaluatedPair& result) {
    const auto is_sign = [](const Judgement& judged) { return !judged.weak && judged.relations != std::vector{model::Relation::none}; };
    for (const auto& [pair, prediction] : input.predicted) {
        const auto judged = input.gold.find(pair);
        if (judged != input.gold.end() && (judged->second.weak || is_sign(judged->second))) continue;
        StudiedLink link = studied(pair, input, source, target);
        link.relations = {prediction.relation};
        link.confidence = prediction.confidence;
        link.reason = prediction.reason;
        result.wrong.push_back(std::move(link));
    }
    std::stable_sort(result.wrong.begin(), result.wrong.end(), [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
    for (const auto& [pair, judged] : input.gold) {
        if (!is_sign(judged) || input.predicted.contains(pair)) continue;
        StudiedLink link = studied(pair, input, source, target);
        link.relations = judged.relations;
        result.missed.push_back(std::move(link));
    }
}

/// Aligns the documents once with the thresholds and once with every candidate ranked, and sets both against the gold.
class Run {
public:
    Run(const Workspace& workspace, const EvaluateRequest& request, const Selection& selection, const std::vector<GoldPair>& pairs,
        const std::vector<Document>& documents)
        : m_engine(workspace.data, engine_extras(workspace)),
          m_vectors(collect_vectors(workspace, request.embeddings, selection.standards)),
          m_request(request),
          m_selection(selection),
          m_pairs(pairs),
          m_documents(documents) {
        if (!m_vectors.warning.empty() && request.warn) request.warn(m_vectors.warning);
        if (m_vectors.vectors.size() > 0) m_options.vectors = &m_vectors.vectors;
        m_options.jobs = workspace.jobs;
        if (request.min_confidence) m_options.min_confidence = m_options.min_statement_confidence = *request.min_confidence;
    }

    [[nodiscard]] std::vector<PairInput> inputs(const std::vector<std::string>& muted, std::vector<std::string>& notes) const {
        align::AlignOptions suggest = m_options;
        suggest.muted = muted;
        const model::EquivalenceTable suggested = m_engine.align(m_selection.standards, m_selection.background(), suggest);
        align::AlignOptions everything = suggest;
        everything.top = every_candidate;
        const model::EquivalenceTable ranked = m_engine.align(m_selection.standards, m_selection.background(), everything);
        std::vector<PairInput> out;
        for (const GoldPair& pair : m_pairs) out.push_back(gather(pair, m_documents, suggested, ranked, m_request.judged_only, notes));
        return out;
    }

    /// Everything, then without each input of the scoring models that these pairs use.
    [[nodiscard]] std::vector<Ablation> ablation(const std::vector<PairInput>& whole) const {
        std::vector<Ablation> out{measured({}, whole)};
        std::set<std::string_view> names;
        for (const GoldPair& pair : m_pairs) {
            using Level = align::Engine::Level;
            for (const std::string_view name :
                 align::Engine::input_names(by_statements(pair, m_documents) ? Level::statement : Level::unit))
                names.insert(name);
        }
        for (const std::string_view name : names) {
            std::vector<std::string> said_before;
            out.push_back(measured(std::string(name), inputs({std::string(name)}, said_before)));
        }
        return out;
    }

    [[nodiscard]] double threshold(bool statements) const {
        return statements ? m_options.min_statement_confidence : m_options.min_confidence;
    }

private:
    static Ablation measured(std::string without, const std::vector<PairInput>& inputs) {
        Scores scores;
        for (const PairInput& input : inputs) scores += score(input);
        std::optional<double> best;
        for (const SweepPoint& point : sweep(inputs)) best = std::max(best, point.f1);
        return {std::move(without), scores.f1(), best, scores.mrr()};
    }

    align::Engine m_engine;
    VectorResult m_vectors;
    const EvaluateRequest& m_request;
    const Selection& m_selection;
    const std::vector<GoldPair>& m_pairs;
    const std::vector<Document>& m_documents;
    align::AlignOptions m_options;
};

}  // namespace

Evaluation evaluate(const Workspace& workspace, const EvaluateRequest& request) {
    Evaluation evaluation;
    evaluation.gold = request.gold.string();
    const std::vector<GoldRow> rows = parse_gold(ingest::read_file(request.gold, {}), evaluation.gold);
    auto names = request.documents;
    adopt_labels(names, rows, evaluation.gold);

    const model::Store store(workspace.store, model::Store::Mode::read_only);
    std::vector<Document> documents = load_documents(store, names);
    const std::vector<GoldPair> pairs = pair_rows(rows, documents, evaluation.notes);
    if (pairs.empty()) {
        throw model::Error(model::ErrorCode::bad_data, evaluation.gold, "no row speaks of two of the given documents",
                           "the labels of --doc must be those of the columns source_doc and target_doc");
    }
    decide_granularity(documents, pairs);

    std::vector<std::string> ids;
    for (const Document& document : documents) ids.push_back(document.standard.id);
    const Selection selection = select_standards(store, ids, true);
    const Run run(workspace, request, selection, pairs, documents);
    const std::vector<PairInput> inputs = run.inputs({}, evaluation.notes);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const Document& source = documents[pairs[i].source];
        const Document& target = documents[pairs[i].target];
        const bool statements = by_statements(pairs[i], documents);
        EvaluatedPair result{source.label,       target.label, source.standard.id,
                             target.standard.id, statements,   run.threshold(statements),
                             score(inputs[i]),   {},           {}};
        study_errors(inputs[i], source, target, result);
        evaluation.overall += result.scores;
        evaluation.pairs.push_back(std::move(result));
    }
    evaluation.f1_interval = f1_interval(inputs);
    evaluation.human_f1 = request.human_f1;
    if (request.sweep) evaluation.sweep = sweep(inputs);
    if (request.ablation) evaluation.ablation = run.ablation(inputs);
    return evaluation;
}

}  // namespace kwalign::tools
