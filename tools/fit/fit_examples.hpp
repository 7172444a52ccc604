#pragma once

/// Judged pairs of units or statements as examples for fitting.

#include "align/engine.hpp"
#include "align/fit/logistic_fit.hpp"
#include "model/standard.hpp"
#include "model/store/store.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace kwalign::tools {

struct FitDocument {
    std::string label;  ///< as gold files name it
    std::string field;  ///< documents of different fields have no links
    model::Standard standard;
};

/// "LABEL@FIELD=ID" each; throws std::runtime_error for another form and model::Error for an unknown id.
[[nodiscard]] std::vector<FitDocument> load_fit_documents(const model::Store& store, const std::vector<std::string>& arguments);

struct FitExamples {
    std::vector<align::Example> list;                  ///< groups are pairs of documents
    std::map<std::size_t, std::string> file_of_group;  ///< groups that a gold file speaks of
    std::map<std::size_t, std::string> name_of_group;  ///< "EE - ESSA"
    std::map<std::size_t, std::size_t> unscored;       ///< by group: signed pairs that the engine did not even score
};

/// What the gold files say of every scored pair: sign links hold, weak ones are left out, everything else does not hold. Of a pair of
/// documents that a file of statements judges, sources that it names nowhere are left out, too: it is a part of a larger one.
[[nodiscard]] FitExamples examples_of(const align::Engine& engine, align::Engine::Level level, const std::vector<std::string>& gold,
                                      const std::vector<FitDocument>& documents);

}  // namespace kwalign::tools
