#pragma once

/// How good are the suggested links? Aligns standards of the store and compares with a gold file.

#include "tools/app/evaluation.hpp"
#include "tools/app/sentence_vectors.hpp"
#include "tools/app/workspace.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kwalign::tools {

struct EvaluateRequest {
    std::filesystem::path gold;
    /// Label in the gold file and name of a standard (Store::resolve). Labels are empty for `evaluate A B`, where there must be
    /// two documents and the gold file has no document columns, or speaks of one pair only.
    std::vector<std::pair<std::string, std::string>> documents;
    std::optional<double> min_confidence;          ///< 0..1; nothing: the engine's own threshold
    bool sweep = false;                            ///< also at other thresholds
    bool ablation = false;                         ///< also without each of the scoring model's inputs
    std::optional<double> human_f1;                ///< 0..1: how well two evaluators agreed, to be shown beside; carried through
    VectorRequest embeddings;                      ///< sentence vectors as one more witness; off by default
    std::function<void(const std::string&)> warn;  ///< is told what the run went on without; may be empty
    bool judged_only = false;  ///< leave out suggestions for sources that the gold names nowhere: for a part of a larger gold
};

/// A link that was wrong or missed, with what a person needs to see why.
struct StudiedLink {
    std::string source_code;
    std::string source_text;  ///< unit title or statement text
    std::string target_code;
    std::string target_text;
    std::vector<model::Relation> relations;  ///< gold's readings (missed) or the predicted one (wrong)
    std::optional<double> confidence;        ///< of the candidate, also where it was not suggested
    std::optional<std::size_t> rank;         ///< among the source's candidates
    std::string reason;                      ///< strongest evidence of a prediction
};

struct EvaluatedPair {
    std::string source_label;
    std::string target_label;
    std::string source_id;
    std::string target_id;
    bool statements = false;  ///< compared statement by statement (on at least one side)
    double threshold = 0.0;   ///< least confidence of a suggested link
    Scores scores;
    std::vector<StudiedLink> wrong;   ///< confidence downwards
    std::vector<StudiedLink> missed;  ///< by codes
};

/// All pairs together with one input of the scoring model muted; the first has an empty name and nothing muted.
struct Ablation {
    std::string without;
    std::optional<double> f1;       ///< at the thresholds of the evaluation
    std::optional<double> best_f1;  ///< at the best threshold of a sweep: what the others can do if they are weighed anew
    std::optional<double> mrr;
};

struct Evaluation {
    std::string gold;
    Scores overall;  ///< micro: counts summed over pairs
    std::optional<std::pair<double, double>> f1_interval;
    std::optional<double> human_f1;
    std::vector<SweepPoint> sweep;   ///< thresholds upwards; empty unless asked for
    std::vector<Ablation> ablation;  ///< empty unless asked for
    std::vector<EvaluatedPair> pairs;
    std::vector<std::string> notes;  ///< rows left out, codes that no standard has
};

/// Throws model::Error for the store, for a gold file that breaks its format or has no row for the documents, and when labels cannot be
/// matched with documents.
[[nodiscard]] Evaluation evaluate(const Workspace& workspace, const EvaluateRequest& request);

}  // namespace kwalign::tools
