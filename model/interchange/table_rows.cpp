#include "model/interchange/table_rows.hpp"

#include "model/interchange/document_order.hpp"
#include "model/interchange/numbers.hpp"
#include "model/interchange/summary.hpp"

#include <algorithm>

namespace kwalign::model {

namespace {

RowEnd row_end(const CodeIndex& index, const Endpoint& endpoint, const Messages& messages) {
    const CodeIndex::Place place = index.find(endpoint);
    const Standard& standard = index.standard();
    RowEnd end;
    end.standard = standard.id;
    end.code = endpoint.code();
    end.level = level_value(standard, place.unit);
    end.level_label = level_label(standard, place.unit);
    if (place.unit != nullptr) {
        end.place = place.statement != nullptr ? place_label(*place.statement, messages) : page_label(place.unit->spans, messages);
        end.ecf = joined(place.unit->ecf, ", ");
        if (place.unit->requirement == "mandatory") end.requirement = messages(Phrase::mandatory);
        if (place.unit->requirement == "elective") end.requirement = messages(Phrase::elective);
    }
    if (place.statement != nullptr) {
        end.title = place.statement->text;
        end.lang = place.statement->lang;
    } else if (place.unit != nullptr) {
        end.title = place.unit->title;
        end.lang = place.unit->lang;
    }
    return end;
}

TableRow row_of(const PairView& pair, const Link& link, Persons persons, const Messages& messages) {
    TableRow row;
    row.source = row_end(*pair.source, link.source, messages);
    row.target = row_end(*pair.target, link.target, messages);
    row.relation = link.relation;
    row.confidence = clamp_share(link.confidence);
    row.coverage_source = clamp_share(link.coverage_source);
    row.coverage_target = clamp_share(link.coverage_target);
    row.level_difference = link.level_difference;
    row.level_flag = level_flag(link, pair, messages);
    row.evidence = evidence_line(link);
    row.expires = pair.expires;
    row.decision = link.decision;
    if (persons == Persons::leave_out) row.decision.by.clear();
    return row;
}

TableRow row_without_link(const PairView& pair, const Unlinked& unlinked, bool of_source, const Messages& messages) {
    TableRow row;
    (of_source ? row.source : row.target) = row_end(of_source ? *pair.source : *pair.target, unlinked.item, messages);
    (of_source ? row.target : row.source).standard = (of_source ? *pair.target : *pair.source).standard().id;
    row.evidence = explain(unlinked, of_source ? *pair.target : *pair.source, messages);
    row.expires = pair.expires;
    return row;
}

}  // namespace

void for_each_row(const TableView& view, const PairView& pair, const Messages& messages, const std::function<void(const TableRow&)>& take) {
    const std::vector<const Link*>& links = view.links(pair);
    if (!view.options().all) {
        for (const Link* link : links) take(row_of(pair, *link, view.options().persons, messages));
        return;
    }
    const bool in_place = view.options().sort == TableSort::document;
    const DocumentOrder order = in_place ? DocumentOrder(pair.source->standard()) : DocumentOrder();
    // Both lists are in document order; an item without a link goes where it stands in the source.
    auto unlinked = pair.unlinked_source.begin();
    const auto take_unlinked = [&](const Unlinked& item, bool of_source) {
        if (!item.has_row) take(row_without_link(pair, item, of_source, messages));
    };
    for (const Link* link : links) {
        while (in_place && unlinked != pair.unlinked_source.end() && order.of(unlinked->item) < order.of(link->source)) {
            take_unlinked(*unlinked++, true);
        }
        take(row_of(pair, *link, view.options().persons, messages));
    }
    while (unlinked != pair.unlinked_source.end()) take_unlinked(*unlinked++, true);
    for (const Unlinked& item : pair.unlinked_target) take_unlinked(item, false);
}

std::size_t count_rows(const TableView& view, const PairView& pair) {
    std::size_t count = view.links(pair).size();
    if (!view.options().all) return count;
    const auto without_row = [](const Unlinked& item) { return !item.has_row; };
    for (const std::vector<Unlinked>* side : {&pair.unlinked_source, &pair.unlinked_target})
        count += static_cast<std::size_t>(std::count_if(side->begin(), side->end(), without_row));
    return count;
}

std::string explain(const Unlinked& unlinked, const CodeIndex& other, const Messages& messages) {
    std::string text;
    if (!unlinked.nearest.standard.empty()) {
        const CodeIndex::Place place = other.find(unlinked.nearest);
        text = std::string(messages(Phrase::nearest)) + " " + unlinked.nearest.code();
        if (place.unit != nullptr && place.statement == nullptr) text += " " + place.unit->title;
        text += " (" + confidence_text(unlinked.nearest_confidence, messages) + ")";
    }
    std::string why = unlinked.why;
    if (unlinked.reason == Unlinked::Reason::below_minimum) why = messages(Phrase::below_minimum);
    if (unlinked.reason == Unlinked::Reason::rejected) why = messages(Phrase::was_rejected);
    if (unlinked.reason == Unlinked::Reason::no_candidate) why = messages(Phrase::no_candidate);
    if (!text.empty() && !why.empty()) text += ": ";
    return text + why;
}

}  // namespace kwalign::model
