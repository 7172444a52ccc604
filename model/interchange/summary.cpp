#include "model/interchange/summary.hpp"

#include "model/interchange/numbers.hpp"
#include "model/text/locale.hpp"

#include <algorithm>
#include <set>

namespace kwalign::model {

namespace {

std::string qualification_label(const Standard& standard, const std::string& title, const Messages& messages) {
    for (const Qualification& qualification : standard.qualifications) {
        if (qualification.title != title) continue;
        std::string label = title + " (" + qualification_kind(qualification.kind, messages) + ")";
        return qualification.code.empty() ? label : qualification.code + " " + label;
    }
    return title;
}

void add_side(std::vector<CoverageLine>& lines, const PairView& pair, bool source, const Messages& messages) {
    const Standard& standard = (source ? pair.source : pair.target)->standard();
    const std::string& own = source ? pair.source_letter : pair.target_letter;
    const std::string& by = source ? pair.target_letter : pair.source_letter;
    Coverage sum;
    std::vector<CoverageLine> qualifications;
    for (const Coverage& coverage : pair.pair->coverage) {
        if (coverage.standard != standard.id) continue;
        if (coverage.of == "unit") {
            sum.numerator += coverage.numerator;
            sum.denominator += coverage.denominator;
            sum.covered += coverage.covered;
            sum.total += coverage.total;
        } else {
            CoverageLine line = coverage_line(coverage, messages);
            line.letter = own;
            line.by = by;
            line.label = qualification_label(standard, coverage.code, messages);
            qualifications.push_back(std::move(line));
        }
    }
    if (sum.total > 0 || sum.denominator > 0.0) {
        sum.of = "unit";
        CoverageLine line = coverage_line(sum, messages);
        line.letter = own;
        line.by = by;
        line.label = messages(Phrase::all_units_together);
        lines.push_back(std::move(line));
    }
    lines.insert(lines.end(), qualifications.begin(), qualifications.end());
}

}  // namespace

CoverageLine coverage_line(const Coverage& coverage, const Messages& messages) {
    const std::string_view counted = messages(coverage.of == "unit" ? Phrase::counted_statements : Phrase::counted_units);
    return {{},
            {},
            {},
            std::to_string(coverage.covered) + "/" + std::to_string(coverage.total) + " " + std::string(counted),
            messages.number(compact(coverage.numerator)) + "/" + messages.number(compact(coverage.denominator)),
            clamp_share(coverage.share()),
            coverage.uncovered};
}

std::vector<CoverageLine> coverage_summary(const PairView& pair, const Messages& messages) {
    std::vector<CoverageLine> lines;
    add_side(lines, pair, true, messages);
    add_side(lines, pair, false, messages);
    return lines;
}

std::vector<const Coverage*> unit_coverage(const PairView& pair, const CodeIndex& side) {
    std::vector<const Coverage*> result;
    for (const Coverage& coverage : pair.pair->coverage) {
        if (coverage.of == "unit" && coverage.standard == side.standard().id) result.push_back(&coverage);
    }
    return result;
}

std::vector<std::pair<Relation, std::size_t>> relation_counts(const std::vector<const Link*>& links) {
    std::vector<std::pair<Relation, std::size_t>> counts;
    for (const Relation relation : all_relations) {
        const auto same = std::count_if(links.begin(), links.end(), [relation](const Link* link) {
            return link->relation == relation && link->decision.status != LinkStatus::rejected;
        });
        counts.emplace_back(relation, static_cast<std::size_t>(same));
    }
    return counts;
}

std::string relation_counts_line(const std::vector<const Link*>& links, const Messages& messages) {
    std::string line;
    for (const auto& [relation, count] : relation_counts(links)) {
        if (count == 0) continue;
        if (!line.empty()) line += ", ";
        line += std::string(messages.word(relation)) + " " + std::to_string(count);
    }
    return line.empty() ? std::string(messages(Phrase::no_links)) : line;
}

std::string table_title(const EquivalenceTable& table, const Messages& messages) {
    if (!table.title.empty()) return table.title;
    std::vector<std::string> titles;
    for (const Standard& standard : table.standards) {
        if (!standard.title.empty()) titles.push_back(standard.title);
    }
    return titles.empty() ? std::string(messages(Phrase::equivalence_table)) : joined(titles, " \u2013 ");
}

std::string pair_title(const PairView& pair) {
    return pair.source_letter + ": " + pair.source->standard().title + " \u2192 " + pair.target_letter + ": " +
           pair.target->standard().title;
}

std::string provenance_line(const EquivalenceTable& table, const Messages& messages) {
    std::string line;
    if (!table.created.empty()) line = std::string(messages(Phrase::created)) + " " + local_date(table.created, messages.lang());
    if (!table.generator.empty()) {
        if (!line.empty()) line += " \u00b7 ";
        line += std::string(messages(Phrase::made_with)) + " " + table.generator;
    }
    return line;
}

std::string validity(const Standard& standard, const Messages& messages) {
    std::string text;
    if (!standard.valid_from.empty()) text = messages(Phrase::valid_from, {local_date(standard.valid_from, messages.lang())});
    if (!standard.valid_until.empty()) {
        if (!text.empty()) text += ' ';
        text += messages(Phrase::valid_until, {local_date(standard.valid_until, messages.lang())});
    }
    return text.empty() ? std::string(messages(Phrase::not_stated)) : text;
}

std::string page_label(const std::vector<SourceSpan>& spans, const Messages& messages) {
    int first = 0;
    int last = 0;
    for (const SourceSpan& span : spans) {
        if (span.page <= 0) continue;
        first = first == 0 ? span.page : std::min(first, span.page);
        last = std::max(last, span.page);
    }
    if (first == 0) return {};
    if (first == last) return messages(Phrase::page_abbreviated, {std::to_string(first)});
    return messages(Phrase::pages_abbreviated, {std::to_string(first) + "\u2013" + std::to_string(last)});
}

std::string place_label(const Statement& statement, const Messages& messages) {
    const bool one_place = !statement.spans.empty() && statement.spans.front().page > 0 && !statement.spans.front().box.empty();
    if (!one_place) return page_label(statement.spans, messages);
    constexpr double millimetres_per_point = 25.4 / 72.0;
    const SourceSpan& first = statement.spans.front();
    return messages(Phrase::place_on_page, {std::to_string(first.page), fixed(std::max(0.0, first.box.y0) * millimetres_per_point, 0)});
}

std::string confidence_text(double confidence, const Messages& messages) { return messages.number(confidence_label(confidence)); }

std::string title_lang(const Standard& standard) {
    for (const auto& [lang, title] : standard.titles) {
        if (title == standard.title) return lang;
    }
    return standard.languages.empty() ? std::string() : standard.languages.front();
}

std::string language_names(const std::vector<std::string>& tags, const Messages& messages) {
    std::vector<std::string> names;
    for (const std::string& tag : tags) names.push_back(language_name(tag, messages.lang()));
    return joined(names, ", ");
}

std::string level_line(const Standard& standard) {
    std::string line = level_label(standard, nullptr);
    const std::string eqf = eqf_label(standard);
    const bool says_so = standard.level && standard.level->scheme == "EQF";
    if (!eqf.empty() && !says_so) line += (line.empty() ? "" : " \u00b7 ") + eqf;
    return line;
}

std::vector<std::string> at_a_glance(const TableView& view, const PairView& pair, const Messages& messages) {
    std::vector<std::string> sentences;
    for (const CoverageLine& line : coverage_summary(pair, messages)) {
        if (line.label == messages(Phrase::all_units_together))
            sentences.push_back(messages(Phrase::glance_covered, {line.by, percent(line.share), line.letter, line.counts}));
    }
    const auto with_counterpart = [&](bool of_source) {
        const CodeIndex& side = of_source ? *pair.source : *pair.target;
        std::set<std::string_view> gaps;  // a ranked list (--top) has candidates for these too
        for (const Gap& gap : pair.pair->gaps)
            if (gap.item.standard == side.standard().id && gap.item.statement.empty()) gaps.insert(gap.item.unit);
        std::set<std::string_view> linked;
        for (const Link* link : pair.unit_links) {
            const std::string& unit = of_source ? link->source.unit : link->target.unit;
            if (holds(*link) && (link->decision.status == LinkStatus::confirmed || !gaps.contains(unit))) linked.insert(unit);
        }
        std::size_t units = 0;
        std::size_t found = 0;
        for (const Unit& unit : side.standard().units) {
            if (unit.role != UnitRole::competence) continue;
            ++units;
            if (linked.contains(unit.code)) ++found;
        }
        const std::string& own = of_source ? pair.source_letter : pair.target_letter;
        const std::string& other = of_source ? pair.target_letter : pair.source_letter;
        sentences.push_back(messages(Phrase::glance_units, {std::to_string(found), std::to_string(units), own, other}));
    };
    with_counterpart(true);
    with_counterpart(false);
    std::size_t differing = 0;
    for (const Link* link : view.links(pair)) {
        if (holds(*link) && link->level_difference.value_or(0) != 0) ++differing;
    }
    if (differing > 0) sentences.push_back(messages(Phrase::glance_levels, {std::to_string(differing)}));
    return sentences;
}

std::string level_flag(const Link& link, const PairView& pair, const Messages& messages) {
    if (!link.level_difference || *link.level_difference == 0) return {};
    const int difference = *link.level_difference;
    return messages(difference > 0 ? Phrase::level_higher : Phrase::level_lower,
                    {pair.target_letter, std::to_string(difference > 0 ? difference : -difference)});
}

std::string qualification_kind(std::string_view kind, const Messages& messages) {
    if (kind == "whole") return std::string(messages(Phrase::whole));
    if (kind == "partial") return std::string(messages(Phrase::partial));
    if (kind == "profile") return std::string(messages(Phrase::profile));
    if (kind == "certificate") return std::string(messages(Phrase::certificate));
    return std::string(kind);
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += separator;
        text += part;
    }
    return text;
}

}  // namespace kwalign::model
