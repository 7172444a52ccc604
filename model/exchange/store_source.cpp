#include "model/exchange/store_source.hpp"

#include "model/error.hpp"

namespace kwalign::model {

namespace {

Standard load(const Store& store, const std::string& id) {
    auto standard = store.get(id);
    if (!standard) throw Error(ErrorCode::no_such_standard, id, "there is no such standard in the store");
    return std::move(*standard);
}

class StorePair : public ExportPair {
public:
    StorePair(const Store& store, const Standard& source, const Standard& target) : m_store(store), m_source(source), m_target(target) {}

    [[nodiscard]] const Standard& source() const override { return m_source; }
    [[nodiscard]] const Standard& target() const override { return m_target; }
    void for_each_link(const std::function<void(const Link&)>& visit) const override {
        m_store.for_each_link(m_source.id, m_target.id, visit);
    }

private:
    const Store& m_store;
    const Standard& m_source;
    const Standard& m_target;
};

}  // namespace

void StoreSource::for_each_standard(const std::function<void(const Standard&)>& visit) const {
    for (const std::string& id : m_standards) visit(load(m_store, id));
}

void StoreSource::for_each_pair(const std::function<void(const ExportPair&)>& visit) const {
    for (const auto& [from, to] : m_pairs) {
        const Standard source = load(m_store, from);
        const Standard target = load(m_store, to);
        visit(StorePair(m_store, source, target));
    }
}

std::vector<std::pair<std::string, std::string>> linked_pairs(const Store& store, const std::vector<std::string>& standards) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const std::string& source : standards) {
        for (const std::string& target : standards) {
            if (source != target && store.has_links(source, target)) pairs.emplace_back(source, target);
        }
    }
    return pairs;
}

}  // namespace kwalign::model
