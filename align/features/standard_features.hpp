#pragma once

/// Everything alignment reads of a standard, computed once.

#include "align/features/feature_space.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kwalign::align {

struct StatementFeatures {
    const model::Statement* statement = nullptr;
    std::size_t unit = 0;  ///< index into StandardFeatures::units
    FeatureVector features;
    double denied = 0.0;  ///< 0..1: how much of what it speaks of it says not to do
    bool prose = false;   ///< description or result: supports its unit, is not linked itself
    bool entry = false;   ///< an entry of a list, standing for its unit: `statement` is made of the unit's title and has the unit's code
};

struct UnitFeatures {
    const model::Unit* unit = nullptr;
    FeatureVector title;
    FeatureVector pooled;             ///< title and all statements together
    std::size_t first_statement = 0;  ///< range into StandardFeatures::statements
    std::size_t last_statement = 0;
    bool linkable = false;  ///< role competence: links are made between these
    bool compared = false;  ///< competence or bundle: scored, so that its statements know their context
};

/// Points into the standard it was made of, which must outlive it.
struct StandardFeatures {
    const model::Standard* standard = nullptr;
    std::vector<UnitFeatures> units;
    std::vector<StatementFeatures> statements;
    std::shared_ptr<const std::vector<model::Statement>> entries;  ///< what the features of a list's entries point to; else null
    std::map<std::string, std::size_t> fields;  ///< distinct concepts by domain of the lexicon, general domains and skills left out
};

/// True where one of two statements demands what the other denies: however much they have in common, they are no link.
[[nodiscard]] bool opposed(const StatementFeatures& a, const StatementFeatures& b) noexcept;

/// How much two standards speak of the same field, 0 (foreign) to 1 (the same), from the cosine of their domain counts. Where either has too
/// few domain concepts to tell, the value of neighbouring fields.
[[nodiscard]] double field_affinity(const StandardFeatures& a, const StandardFeatures& b);

/// True for a flat framework: a list whose units are what is required, without statements of their own but descriptions.
[[nodiscard]] bool is_list(const model::Standard& standard);

/// Analyses all titles and statements of a standard; counts each statement in `space`. Every unit of a list gets a statement of its
/// own, its entry, so that lists are compared like the statements of documents. `jobs`: threads that analyse (0: one per core); the result does
/// not depend on it.
[[nodiscard]] StandardFeatures extract_features(const model::Standard& standard, const Analyser& analyser, FeatureSpace& space,
                                                unsigned jobs = 1);

/// True for statements that are linked one by one (indicators, outcomes, behaviours, knowledge, skills, deliverables).
[[nodiscard]] bool is_linkable(const model::Statement& statement) noexcept;

}  // namespace kwalign::align
