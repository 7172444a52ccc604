#include "tools/app/evaluate.hpp"

#include "align/engine.hpp"
#include "ingest/source/byte_source.hpp"
#include "model/error.hpp"
#include "model/store/store.hpp"
#include "tools/app/gold.hpp"
#include "tools/app/gold_codes.hpp"
#include "tools/app/standards.hpp"
#include "tools/app/text_layout.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kwalign::tools {
namespace {

/// Far more candidates than any document has, so that a ranked run ranks all.
constexpr std::size_t every_candidate = 1'000'000;

/// One document of the evaluation.
struct Document {
    std::string label;
    model::Standard standard;
    GoldCodes codes;
    Granularity granularity = Granularity::unit;
};

/// Gold rows of one pair of documents, turned to the direction in which the pair first appears.
struct GoldPair {
    std::size_t source = 0;  ///< index of the document
    std::size_t target = 0;
    std::vector<GoldRow> rows;
};

GoldRow turned(GoldRow row) {
    std::swap(row.source_doc, row.target_doc);
    std::swap(row.source_code, row.target_code);
    for (model::Relation& relation : row.relations) relation = model::inverse(relation);
    return row;
}

/// `evaluate A B`: the labels are the gold file's own, where it speaks of one pair at most.
void adopt_labels(std::vector<std::pair<std::string, std::string>>& documents, const std::vector<GoldRow>& rows, const std::string& place) {
    if (documents.size() != 2 || !documents[0].first.empty() || !documents[1].first.empty()) return;
    std::set<std::pair<std::string, std::string>> pairs;
    for (const GoldRow& row : rows) pairs.emplace(row.source_doc, row.target_doc);
    if (pairs.size() > 1) {
        throw model::Error(model::ErrorCode::ambiguous, place, "the gold file speaks of several pairs of documents",
                           "say which label is which standard: --doc LABEL=ID for each");
    }
    if (pairs.empty()) return;
    documents[0].first = pairs.begin()->first;
    documents[1].first = pairs.begin()->second;
}

std::vector<Document> load_documents(const model::Store& store, const std::vector<std::pair<std::string, std::string>>& names) {
    std::vector<Document> documents;
    std::set<std::string> ids;
    for (const auto& [label, name] : names) {
        model::Standard standard = select_standard(store, name);
        if (!ids.insert(standard.id).second) {
            throw model::Error(model::ErrorCode::ambiguous, standard.id, "named by two labels", "every label needs a standard of its own");
        }
        GoldCodes codes(standard);
        documents.push_back({label, std::move(standard), std::move(codes), Granularity::unit});
    }
    return documents;
}

std::vector<GoldPair> pair_rows(const std::vector<GoldRow>& rows, const std::vector<Document>& documents, std::vector<std::string>& notes) {
    const bool by_position = documents.size() == 2 && documents[0].label == documents[1].label;
    const auto find = [&documents](const std::string& label) {
        const auto found = std::find_if(documents.begin(), documents.end(), [&label](const Document& d) { return d.label == label; });
        return static_cast<std::size_t>(found - documents.begin());
    };
    std::vector<GoldPair> pairs;
    std::map<std::string, std::size_t> ignored;
    for (const GoldRow& row : rows) {
        const std::size_t source = find(row.source_doc);
        const std::size_t target = by_position ? 1 : find(row.target_doc);
        if (source == documents.size())
            ++ignored[row.source_doc];
        else if (target == documents.size())
            ++ignored[row.target_doc];
        if (source == documents.size() || target == documents.size()) continue;
        const auto same = std::find_if(pairs.begin(), pairs.end(), [=](const GoldPair& pair) {
            return (pair.source == source && pair.target == target) || (pair.source == target && pair.target == source);
        });
        if (same == pairs.end()) {
            pairs.push_back({source, target, {row}});
        } else {
            same->rows.push_back(same->source == source ? row : turned(row));
        }
    }
    for (const auto& [label, count] : ignored) {
        notes.push_back(counted(count, "row") + " left out: no --doc for label \"" + label + "\"");
    }
    return pairs;
}

/// Unit or statement codes? What most of the document's codes in the gold file are; a code that is both votes for units.
void decide_granularity(std::vector<Document>& documents, const std::vector<GoldPair>& pairs) {
    std::vector<long> votes(documents.size(), 0);
    const auto vote = [&](std::size_t document, const std::string& code) {
        const GoldCodes& codes = documents[document].codes;
        if (codes.find(code, Granularity::unit))
            --votes[document];
        else if (codes.find(code, Granularity::statement))
            ++votes[document];
    };
    for (const GoldPair& pair : pairs) {
        for (const GoldRow& row : pair.rows) {
            vote(pair.source, row.source_code);
            vote(pair.target, row.target_code);
        }
    }
    for (std::size_t i = 0; i < documents.size(); ++i) documents[i].granularity = votes[i] > 0 ? Granularity::statement : Granularity::unit;
}

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

PairInput gather(const GoldPair& pair, const std::vector<Document>& documents, const model::EquivalenceTable& suggested,
                 const model::EquivalenceTable& ranked, bool judged_only, std::vector<std::string>& notes) {
    const Document& source = documents[pair.source];
    const Document& target = documents[pair.target];
    const bool statements = source.granularity == Granularity::statement || target.granularity == Granularity::statement;
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
    const align::Engine engine(workspace.data);
    align::AlignOptions options;
    options.jobs = workspace.jobs;
    if (request.min_confidence) options.min_confidence = options.min_statement_confidence = *request.min_confidence;
    const model::EquivalenceTable suggested = engine.align(selection.standards, selection.background(), options);
    align::AlignOptions everything = options;
    everything.top = every_candidate;
    const model::EquivalenceTable ranked = engine.align(selection.standards, selection.background(), everything);

    std::vector<PairInput> inputs;
    for (const GoldPair& pair : pairs) {
        const Document& source = documents[pair.source];
        const Document& target = documents[pair.target];
        inputs.push_back(gather(pair, documents, suggested, ranked, request.judged_only, evaluation.notes));
        const bool statements = source.granularity == Granularity::statement || target.granularity == Granularity::statement;
        EvaluatedPair result{source.label,         target.label, source.standard.id,
                             target.standard.id,   statements,   statements ? options.min_statement_confidence : options.min_confidence,
                             score(inputs.back()), {},           {}};
        study_errors(inputs.back(), source, target, result);
        evaluation.overall += result.scores;
        evaluation.pairs.push_back(std::move(result));
    }
    evaluation.f1_interval = f1_interval(inputs);
    return evaluation;
}

}  // namespace kwalign::tools
