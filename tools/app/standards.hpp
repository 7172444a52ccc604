#pragma once

#include "model/error.hpp"
#include "model/standard.hpp"
#include "model/store/store.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kwalign::tools {

/// Standards taken from a store by names.
struct Selection {
    std::vector<model::Standard> standards;  ///< in the order of the names, each once; a framework's standards by id
    std::vector<std::size_t> groups;         ///< for each standard the index of the name that brought it
    std::vector<model::Standard> rest;       ///< everything else in the store: background for word statistics

    [[nodiscard]] std::vector<const model::Standard*> background() const;
};

/// Resolves each name with Store::resolve and loads what it names. With `with_rest`, the other standards of the store too.
/// Throws model::Error(no_such_standard, ambiguous).
[[nodiscard]] Selection select_standards(const model::Store& store, const std::vector<std::string>& names, bool with_rest);

/// One name, one standard. Throws model::Error(no_such_standard, ambiguous); a framework with several standards is ambiguous here.
[[nodiscard]] model::Standard select_standard(const model::Store& store, const std::string& name);

/// For commands to which a name may be a file or a standard: what to say of one that is neither. `failure` is what the store said; an error
/// other than that there is no such standard, or no store, is returned as it is.
[[nodiscard]] model::Error neither_file_nor_standard(const std::string& name, const model::Error& failure);

}  // namespace kwalign::tools
