#include "model/interchange/table_rows.hpp"

#include "model/interchange/numbers.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace kwalign::model {

namespace {

RowEnd row_end(const CodeIndex& index, const Endpoint& endpoint) {
    const CodeIndex::Place place = index.find(endpoint);
    const Standard& standard = index.standard();
    RowEnd end{standard.id, endpoint.code(), {}, {}, level_value(standard, place.unit), level_label(standard, place.unit)};
    if (place.statement != nullptr) {
        end.title = place.statement->text;
        end.lang = place.statement->lang;
    } else if (place.unit != nullptr) {
        end.title = place.unit->title;
        end.lang = place.unit->lang;
    }
    return end;
}

TableRow row_of(const PairView& pair, const Link& link, Persons persons) {
    TableRow row;
    row.source = row_end(*pair.source, link.source);
    row.target = row_end(*pair.target, link.target);
    row.relation = link.relation;
    row.confidence = clamp_share(link.confidence);
    row.coverage_source = clamp_share(link.coverage_source);
    row.coverage_target = clamp_share(link.coverage_target);
    row.level_difference = link.level_difference;
    row.evidence = evidence_line(link);
    row.expires = pair.expires;
    row.decision = link.decision;
    if (persons == Persons::leave_out) row.decision.by.clear();
    return row;
}

TableRow row_without_link(const PairView& pair, const Unlinked& unlinked, bool of_source, const Messages& messages) {
    TableRow row;
    (of_source ? row.source : row.target) = row_end(of_source ? *pair.source : *pair.target, unlinked.item);
    (of_source ? row.target : row.source).standard = (of_source ? *pair.target : *pair.source).standard().id;
    row.evidence = explain(unlinked, of_source ? *pair.target : *pair.source, messages);
    row.expires = pair.expires;
    return row;
}

/// Position of every unit and statement of a standard in its document; unknown codes go last.
class DocumentOrder {
public:
    explicit DocumentOrder(const Standard& standard) {
        for (const Unit& unit : standard.units) {
            add({standard.id, unit.code, {}});
            for (const Statement& statement : unit.statements) add({standard.id, unit.code, statement.code});
        }
    }
    [[nodiscard]] std::size_t of(const Endpoint& item) const {
        const auto found = m_position.find(item);
        return found == m_position.end() ? std::numeric_limits<std::size_t>::max() : found->second;
    }

private:
    void add(Endpoint item) { m_position.emplace(std::move(item), m_position.size()); }
    std::map<Endpoint, std::size_t> m_position;
};

}  // namespace

std::vector<TableRow> rows_of(const TableView& view, const PairView& pair, const Messages& messages) {
    std::vector<TableRow> rows;
    if (!view.options().all) {
        for (const Link* link : view.links(pair)) rows.push_back(row_of(pair, *link, view.options().persons));
        return rows;
    }
    const DocumentOrder order(pair.source->standard());
    std::vector<std::pair<std::size_t, TableRow>> placed;
    for (const Link* link : view.links(pair)) placed.emplace_back(order.of(link->source), row_of(pair, *link, view.options().persons));
    for (const Unlinked& unlinked : pair.unlinked_source) {
        if (unlinked.has_row) continue;
        placed.emplace_back(order.of(unlinked.item), row_without_link(pair, unlinked, true, messages));
    }
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [position, row] : placed) rows.push_back(std::move(row));
    for (const Unlinked& unlinked : pair.unlinked_target) {
        if (!unlinked.has_row) rows.push_back(row_without_link(pair, unlinked, false, messages));
    }
    return rows;
}

std::string explain(const Unlinked& unlinked, const CodeIndex& other, const Messages& messages) {
    std::string text;
    if (!unlinked.nearest.standard.empty()) {
        const CodeIndex::Place place = other.find(unlinked.nearest);
        text = std::string(messages(Phrase::nearest)) + " " + unlinked.nearest.code();
        if (place.unit != nullptr && place.statement == nullptr) text += " " + place.unit->title;
        text += " (" + confidence_label(unlinked.nearest_confidence) + ")";
    }
    std::string why = unlinked.why;
    if (unlinked.reason == Unlinked::Reason::below_minimum) why = messages(Phrase::below_minimum);
    if (unlinked.reason == Unlinked::Reason::rejected) why = messages(Phrase::was_rejected);
    if (unlinked.reason == Unlinked::Reason::no_candidate) why = messages(Phrase::no_candidate);
    if (!text.empty() && !why.empty()) text += ": ";
    return text + why;
}

}  // namespace kwalign::model
