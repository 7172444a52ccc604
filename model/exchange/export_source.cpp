#include "model/exchange/export_source.hpp"

namespace kwalign::model {

namespace {

class TablePair : public ExportPair {
public:
    TablePair(const EquivalenceTable& table, const Pair& pair) : m_table(table), m_pair(pair) {}

    [[nodiscard]] const Standard& source() const override { return m_table.standards[m_pair.source]; }
    [[nodiscard]] const Standard& target() const override { return m_table.standards[m_pair.target]; }
    void for_each_link(const std::function<void(const Link&)>& visit) const override {
        for (const Link& link : m_pair.links) visit(link);
        for (const Link& link : m_pair.statement_links) visit(link);
    }
    void for_each_gap(const std::function<void(const Gap&)>& visit) const override {
        for (const Gap& gap : m_pair.gaps) visit(gap);
    }

private:
    const EquivalenceTable& m_table;
    const Pair& m_pair;
};

}  // namespace

void TableSource::for_each_standard(const std::function<void(const Standard&)>& visit) const {
    for (const Standard& standard : m_table.standards) visit(standard);
}

void TableSource::for_each_pair(const std::function<void(const ExportPair&)>& visit) const {
    for (const Pair& pair : m_table.pairs) visit(TablePair(m_table, pair));
}

}  // namespace kwalign::model
