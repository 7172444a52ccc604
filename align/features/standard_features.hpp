#pragma once

/// Everything alignment reads of a standard, computed once.

#include "align/features/feature_space.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace kwalign::align {

struct StatementFeatures {
    const model::Statement* statement = nullptr;
    std::size_t unit = 0;       ///< index into StandardFeatures::units
    FeatureVector features;
    bool prose = false;         ///< description or result: supports its unit, is not linked itself
};

struct UnitFeatures {
    const model::Unit* unit = nullptr;
    FeatureVector title;
    FeatureVector pooled;       ///< title and all statements together
    std::size_t first_statement = 0;  ///< range into StandardFeatures::statements
    std::size_t last_statement = 0;
    bool linkable = false;      ///< role competence: links are made between these
    bool compared = false;      ///< competence or bundle: scored, so that its statements know their context
};

/// Points into the standard it was made of, which must outlive it.
struct StandardFeatures {
    const model::Standard* standard = nullptr;
    std::vector<UnitFeatures> units;
    std::vector<StatementFeatures> statements;
    std::map<std::string, std::size_t> fields;  ///< distinct concepts by domain of the lexicon, general domains and skills left out
};

/// How much two standards speak of the same field, 0 (foreign) to 1 (the same), from the cosine of their domain counts. Where either has too
/// few domain concepts to tell, the value of neighbouring fields.
[[nodiscard]] double field_affinity(const StandardFeatures& a, const StandardFeatures& b);

/// Analyses all titles and statements of a standard; counts each statement in `space`.
[[nodiscard]] StandardFeatures extract_features(const model::Standard& standard, const Analyser& analyser, FeatureSpace& space);

/// True for statements that are linked one by one (indicators, outcomes, behaviours, knowledge, skills, deliverables).
[[nodiscard]] bool is_linkable(const model::Statement& statement) noexcept;

}  // namespace kwalign::align
