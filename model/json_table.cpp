#include "model/json_encode.hpp"

#include "model/error.hpp"

namespace kwalign::model {

namespace {

void write_coverage(JsonWriter& json, const Coverage& coverage) {
    json.begin_object();
    json.member("standard", coverage.standard);
    json.member("by", coverage.by);
    json.member("code", coverage.code);
    json.member("of", coverage.of);
    json.key("numerator"), json.number(coverage.numerator);
    json.key("denominator"), json.number(coverage.denominator);
    json.key("share"), json.number(coverage.share());
    json.key("covered"), json.count(coverage.covered);
    json.key("total"), json.count(coverage.total);
    json.member("uncovered", coverage.uncovered);
    json.end_object();
}

void write_gap(JsonWriter& json, const Gap& gap) {
    json.begin_object();
    json.key("item"), write_endpoint(json, gap.item);
    json.member("by", gap.by);
    json.key("nearest");
    if (gap.nearest.standard.empty())
        json.null();
    else
        write_endpoint(json, gap.nearest);
    json.key("nearest_confidence"), json.number(gap.nearest_confidence);
    json.member("why", gap.why);
    json.end_object();
}

void write_pair(JsonWriter& json, const EquivalenceTable& table, const Pair& pair) {
    if (pair.source >= table.standards.size() || pair.target >= table.standards.size())
        throw Error(ErrorCode::internal, "equivalence table", "a pair names a standard that the table does not hold");
    const Standard& source = table.standards[pair.source];
    const Standard& target = table.standards[pair.target];
    json.begin_object();
    json.member("source", source.id);
    json.member("target", target.id);
    json.member_or_null("expires", expiry_of(source, target));
    write_list(json, "links", pair.links, write_link);
    write_list(json, "statement_links", pair.statement_links, write_link);
    write_list(json, "coverage", pair.coverage, write_coverage);
    write_list(json, "gaps", pair.gaps, write_gap);
    json.end_object();
}

}  // namespace

std::string to_json(const EquivalenceTable& table, Persons persons, int indent) {
    JsonWriter json(indent);
    json.begin_object();
    json.member("title", table.title);
    json.member("generator", table.generator);
    json.member_or_null("created", table.created);
    json.member("method", table.method);
    json.key("standards");
    json.begin_array();
    for (const Standard& standard : table.standards) write_standard(json, standard, persons);
    json.end_array();
    json.key("pairs");
    json.begin_array();
    for (const Pair& pair : table.pairs) write_pair(json, table, pair);
    json.end_array();
    json.end_object();
    return json.take();
}

}  // namespace kwalign::model
