#pragma once

/// All scores of two standards, before anything is selected.

#include "align/scoring/combiner.hpp"
#include "align/scoring/statement_pairs.hpp"
#include "align/scoring/witnesses.hpp"

#include <string>
#include <vector>

namespace kwalign::align {

struct Models {
    LogisticModel unit;
    LogisticModel statement;
};

/// a and b, and b and c, are taken for interchangeable, but a and c share next to nothing: one of the three judgements is wrong.
struct Contradiction {
    std::string one;  ///< units for people: code, title, standard
    std::string other;
    std::string via;
};

struct ScoredUnitPair {
    UnitPair pair;
    double confidence = 0.0;                    ///< 0..1
    bool known = false;                         ///< said by the documents themselves (derivation table, same text)
    double support = 0.0;                       ///< through a third standard, 0..1
    std::string supported_by;                   ///< the unit of the third standard, for people
    bool carried = false;                       ///< one of the two links of that path is a derivation that the documents state
    std::vector<Contradiction> contradictions;  ///< what third standards say against it; at most two
};

struct ScoredStatementPair {
    StatementPair pair;
    double confidence = 0.0;
    bool same_text = false;
    bool mutual = false;  ///< each is the other's most confident partner
};

/// Both lists sorted by source, then target index. Prose statements take part in scoring but not in `statements`.
struct PairScores {
    std::vector<ScoredUnitPair> units;
    std::vector<ScoredStatementPair> statements;
    std::vector<StatementPair> all_statements;  ///< with prose: for evidence and coverage
};

struct ScoringOptions {
    std::size_t candidates = 64;                ///< partners of each statement that are scored
    unsigned jobs = 0;                          ///< threads; 0: one per core
    std::vector<std::size_t> muted_units;       ///< indexes into unit_inputs(), see probabilities()
    std::vector<std::size_t> muted_statements;  ///< indexes into statement_inputs()
};

/// Pairs of units that one document derives from the other, and statements with the same text, are known and get full confidence.
[[nodiscard]] PairScores score_pair(const StandardFeatures& source, const StandardFeatures& target, const FeatureSpace& space,
                                    const Models& models, const ScoringOptions& options);

}  // namespace kwalign::align
