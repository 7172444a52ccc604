#pragma once

/// Standards and links straight from a store, one standard and one link at a time.

#include "model/exchange/export_source.hpp"
#include "model/store/store.hpp"

#include <string>
#include <utility>
#include <vector>

namespace kwalign::model {

/// The store must outlive it and stay unchanged during an export. Throws what Store::get throws, and Error(no_such_standard) for an id
/// that is not there.
class StoreSource : public ExportSource {
public:
    /// `standards`: ids in the order to export; `pairs`: ids of source and target.
    StoreSource(const Store& store, std::vector<std::string> standards, std::vector<std::pair<std::string, std::string>> pairs)
        : m_store(store), m_standards(std::move(standards)), m_pairs(std::move(pairs)) {}

    [[nodiscard]] std::size_t count_standards() const override { return m_standards.size(); }
    [[nodiscard]] std::size_t count_pairs() const override { return m_pairs.size(); }
    void for_each_standard(const std::function<void(const Standard&)>& visit) const override;
    void for_each_pair(const std::function<void(const ExportPair&)>& visit) const override;

private:
    const Store& m_store;
    std::vector<std::string> m_standards;
    std::vector<std::pair<std::string, std::string>> m_pairs;
};

/// All ordered pairs of `standards` that the store has links for, in their order: what `export A B C` takes.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> linked_pairs(const Store& store, const std::vector<std::string>& standards);

}  // namespace kwalign::model
