#include "model/interchange/table_view.hpp"

#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

namespace kwalign::model {

CodeIndex::CodeIndex(const Standard& standard) : m_standard(&standard) {
    for (const Unit& unit : standard.units) {
        m_units.emplace(unit.code, &unit);  // of codes that occur twice the first counts, as in Standard::find_unit
        for (const Statement& statement : unit.statements) m_statements.emplace(statement.code, Place{&unit, &statement});
    }
}

const Unit* CodeIndex::unit(std::string_view code) const {
    const auto found = m_units.find(code);
    return found == m_units.end() ? nullptr : found->second;
}

CodeIndex::Place CodeIndex::statement(std::string_view code) const {
    const auto found = m_statements.find(code);
    return found == m_statements.end() ? Place{} : found->second;
}

CodeIndex::Place CodeIndex::find(const Endpoint& endpoint) const {
    if (!endpoint.statement.empty()) return statement(endpoint.statement);
    return {unit(endpoint.unit), nullptr};
}

bool holds(const Link& link) noexcept { return link.relation != Relation::none && link.decision.status != LinkStatus::rejected; }

bool is_shown(const Link& link, const TableOptions& options) noexcept {
    return link.relation == Relation::none ? options.all : link.confidence >= options.min_confidence;
}

namespace {

std::vector<const Link*> shown(const std::vector<Link>& links, const TableOptions& options) {
    std::vector<const Link*> result;
    for (const Link& link : links) {
        if (is_shown(link, options)) result.push_back(&link);
    }
    return result;
}

/// What a title sorts by in the reader's language; equal keys stay in document order.
std::string title_key(const CodeIndex& index, const Endpoint& item, const std::string& lang) {
    const CodeIndex::Place place = index.find(item);
    if (place.statement != nullptr) return collation_key(place.statement->text, lang);
    return collation_key(place.unit != nullptr ? place.unit->title : item.unit, lang);
}

void sort_links(std::vector<const Link*>& links, const PairView& pair, const TableOptions& options) {
    if (options.sort == TableSort::confidence) {
        std::stable_sort(links.begin(), links.end(), [](const Link* a, const Link* b) { return a->confidence > b->confidence; });
    }
    if (options.sort != TableSort::title) return;
    std::vector<std::tuple<std::string, std::string, const Link*>> keyed;
    keyed.reserve(links.size());
    for (const Link* link : links) {
        keyed.emplace_back(title_key(*pair.source, link->source, options.interface_lang),
                           title_key(*pair.target, link->target, options.interface_lang), link);
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    });
    for (std::size_t i = 0; i < links.size(); ++i) links[i] = std::get<2>(keyed[i]);
}

/// What one side of a pair looks like to the search for items without a link.
struct Side {
    const CodeIndex* index = nullptr;
    const std::vector<Link>* all_links = nullptr;
    const std::vector<const Link*>* shown_links = nullptr;
    const std::vector<Gap>* gaps = nullptr;
    bool source = true;

    [[nodiscard]] const Endpoint& own(const Link& link) const { return source ? link.source : link.target; }
    [[nodiscard]] const Endpoint& other(const Link& link) const { return source ? link.target : link.source; }
};

/// Links are made between competences; bundles take part by their statements, and prose about a unit asks nothing of anybody.
std::vector<Endpoint> linkable_items(const Standard& standard, TableLevel level, const std::set<Endpoint>& gap_items) {
    std::vector<Endpoint> items;
    for (const Unit& unit : standard.units) {
        Endpoint whole{standard.id, unit.code, {}};
        if (level == TableLevel::unit) {
            if (unit.role == UnitRole::competence || gap_items.contains(whole)) items.push_back(std::move(whole));
            continue;
        }
        const bool linked_by_statement = unit.role == UnitRole::competence || unit.role == UnitRole::bundle;
        for (const Statement& statement : unit.statements) {
            Endpoint item{standard.id, unit.code, statement.code};
            if ((linked_by_statement && statement.kind != StatementKind::description) || gap_items.contains(item)) {
                items.push_back(std::move(item));
            }
        }
    }
    return items;
}

/// For every item of a side its most confident link, whether a reader gets to see it or not.
std::map<Endpoint, const Link*> best_links(const Side& side) {
    std::map<Endpoint, const Link*> best;
    for (const Link& link : *side.all_links) {
        if (link.relation == Relation::none) continue;
        const Link*& known = best[side.own(link)];
        if (known == nullptr || link.confidence > known->confidence) known = &link;
    }
    return best;
}

/// An item whose links are all hidden or rejected: the best of them explains more than the aligner, which thought it linked.
void explain_by_link(Unlinked& unlinked, const Side& side, const Link& link) {
    unlinked.nearest = side.other(link);
    unlinked.nearest_confidence = link.confidence;
    unlinked.reason = link.decision.status == LinkStatus::rejected ? Unlinked::Reason::rejected : Unlinked::Reason::below_minimum;
}

void explain_by_gap(Unlinked& unlinked, const Gap& gap) {
    unlinked.nearest = gap.nearest;
    unlinked.nearest_confidence = gap.nearest_confidence;
    unlinked.reason = Unlinked::Reason::given;
    unlinked.why = gap.why;
}

std::vector<Unlinked> unlinked_items(const Side& side, TableLevel level) {
    const Standard& standard = side.index->standard();
    std::set<Endpoint> linked;
    std::set<Endpoint> with_row_of_none;
    for (const Link* link : *side.shown_links) {
        if (holds(*link)) linked.insert(side.own(*link));
        if (link->relation == Relation::none) with_row_of_none.insert(side.own(*link));
    }
    std::map<Endpoint, const Gap*> gaps;
    std::set<Endpoint> gap_items;
    for (const Gap& gap : *side.gaps) {
        if (gap.item.standard != standard.id) continue;
        gaps.emplace(gap.item, &gap);
        gap_items.insert(gap.item);
    }
    const std::map<Endpoint, const Link*> best = best_links(side);
    std::vector<Unlinked> result;
    for (const Endpoint& item : linkable_items(standard, level, gap_items)) {
        if (linked.contains(item)) continue;
        Unlinked unlinked;
        unlinked.place = side.index->find(item);
        unlinked.item = item;
        unlinked.has_row = with_row_of_none.contains(item);
        if (const auto link = best.find(item); link != best.end())
            explain_by_link(unlinked, side, *link->second);
        else if (const auto gap = gaps.find(item); gap != gaps.end())
            explain_by_gap(unlinked, *gap->second);
        result.push_back(std::move(unlinked));
    }
    return result;
}

}  // namespace

TableView::TableView(const EquivalenceTable& table, const TableOptions& options) : m_table(&table), m_options(options) {
    m_standards.reserve(table.standards.size());
    for (const Standard& standard : table.standards) m_standards.emplace_back(standard);
    for (const Pair& pair : table.pairs) {
        if (pair.source >= m_standards.size() || pair.target >= m_standards.size()) {
            throw Error(ErrorCode::bad_data, table.title, "a pair of the table names a standard that the table does not hold");
        }
        PairView view;
        view.number = m_pairs.size() + 1;
        view.pair = &pair;
        view.source_letter = standard_letter(pair.source);
        view.target_letter = standard_letter(pair.target);
        view.source = &m_standards[pair.source];
        view.target = &m_standards[pair.target];
        view.unit_links = shown(pair.links, options);
        view.statement_links = shown(pair.statement_links, options);
        sort_links(view.unit_links, view, options);
        sort_links(view.statement_links, view, options);
        const bool units = options.level == TableLevel::unit;
        const std::vector<Link>& all_links = units ? pair.links : pair.statement_links;
        const std::vector<const Link*>& links = units ? view.unit_links : view.statement_links;
        view.unlinked_source = unlinked_items({view.source, &all_links, &links, &pair.gaps, true}, options.level);
        view.unlinked_target = unlinked_items({view.target, &all_links, &links, &pair.gaps, false}, options.level);
        view.expires = expiry_of(view.source->standard(), view.target->standard());
        m_pairs.push_back(std::move(view));
    }
}

const std::vector<const Link*>& TableView::links(const PairView& pair) const noexcept {
    return m_options.level == TableLevel::unit ? pair.unit_links : pair.statement_links;
}

}  // namespace kwalign::model
