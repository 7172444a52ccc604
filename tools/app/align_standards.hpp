#pragma once

#include "model/equivalence_table.hpp"
#include "tools/app/sentence_vectors.hpp"
#include "tools/app/workspace.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kwalign::tools {

/// What align and table have in common.
struct AlignRequest {
    std::vector<std::string> names;        ///< standards or frameworks (Store::resolve); all pairs between different names are compared,
                                           ///< or, where one name is given, all pairs of its standards
    std::optional<double> min_confidence;  ///< 0..1; nothing: the engine's own threshold
    std::size_t top = 0;                   ///< 0: selected links; otherwise the K best candidates of each source
    VectorRequest embeddings;              ///< sentence vectors as one more witness; off by default
    std::function<void(const std::string&)> warn;  ///< is told what the run went on without; may be empty
    bool statements = false;                       ///< the entries of two lists are linked as statements, not as units
    std::string created;                           ///< ISO 8601 date for the table, or empty
    std::string language = "en";                   ///< of evidence and gaps: "en", "nl" or "et"
};

/// Loads, aligns and returns the table; decisions (confirmed, rejected) that the store keeps are carried into it: a confirmed link is
/// there whether or not it was suggested again, a rejected one is marked and never comes back as a suggestion.
/// Throws model::Error for the store, and (no_such_standard) for fewer than two standards.
[[nodiscard]] model::EquivalenceTable build_table(const Workspace& workspace, const AlignRequest& request);

/// One line of the summary of `align`.
struct PairSummary {
    std::string source;
    std::string target;
    std::size_t links = 0;
    std::size_t statement_links = 0;
    std::size_t source_linked = 0;  ///< source units with at least one link
    std::size_t source_units = 0;   ///< source units that links are made between
    std::size_t target_linked = 0;
    std::size_t target_units = 0;
    std::vector<model::Link> strongest;  ///< unit links, strongest first
};

/// build_table(), then the links go to the store, each pair in a transaction. Pairs in the table's order.
[[nodiscard]] std::vector<PairSummary> align_standards(const Workspace& workspace, const AlignRequest& request);

}  // namespace kwalign::tools
