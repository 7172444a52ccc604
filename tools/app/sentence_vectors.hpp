#pragma once

/// Sentence vectors for an alignment: from the store where they are, else from the server.

#include "align/embedding/sentence_vectors.hpp"
#include "model/standard.hpp"
#include "tools/app/workspace.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kwalign::tools {

struct VectorRequest {
    std::string url;  ///< of the server; empty: no vectors
    std::string model;
    std::string key;  ///< bearer token or empty
};

struct VectorResult {
    align::SentenceVectors vectors;
    std::size_t asked = 0;  ///< texts that the server was asked for; the others were in the store
    std::string warning;    ///< why there are no vectors; then `vectors` is empty
};

/// Vectors of all statements and of the titles of lists' entries. All or none: a run with vectors for half of the texts would compare apples with
/// pears. Does not throw for a server that is down or answers nonsense: that is the warning. A store that cannot be written is no hindrance.
[[nodiscard]] VectorResult collect_vectors(const Workspace& workspace, const VectorRequest& request,
                                           const std::vector<model::Standard>& standards);

}  // namespace kwalign::tools
