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

/// The links of a table as its readers get to see them, handed on when there are enough.
class LinkStream {
public:
    LinkStream(JsonWriter& json, Persons persons, const std::function<bool(const Link&)>& shown,
               const std::function<void(std::string_view)>& sink)
        : m_json(json), m_persons(persons), m_shown(shown), m_sink(sink) {}

    void write(std::string_view key, const std::vector<Link>& links) {
        m_json.key(key);
        m_json.begin_array();
        for (const Link& link : links) {
            if (!m_shown(link)) continue;
            if (m_persons == Persons::leave_out && !link.decision.by.empty()) {
                Link nameless = link;
                nameless.decision.by.clear();
                write_link(m_json, nameless);
            } else {
                write_link(m_json, link);
            }
            flush();
        }
        m_json.end_array();
    }
    void flush() {
        constexpr std::size_t enough = 65'536;
        if (m_json.size() >= enough) m_sink(m_json.take_part());
    }

private:
    JsonWriter& m_json;
    Persons m_persons;
    const std::function<bool(const Link&)>& m_shown;
    const std::function<void(std::string_view)>& m_sink;
};

void write_pair(JsonWriter& json, LinkStream& links, const EquivalenceTable& table, const Pair& pair) {
    if (pair.source >= table.standards.size() || pair.target >= table.standards.size())
        throw Error(ErrorCode::internal, "equivalence table", "a pair names a standard that the table does not hold");
    const Standard& source = table.standards[pair.source];
    const Standard& target = table.standards[pair.target];
    json.begin_object();
    json.member("source", source.id);
    json.member("target", target.id);
    json.member_or_null("expires", expiry_of(source, target));
    links.write("links", pair.links);
    links.write("statement_links", pair.statement_links);
    write_list(json, "coverage", pair.coverage, write_coverage);
    write_list(json, "gaps", pair.gaps, write_gap);
    json.end_object();
}

}  // namespace

void write_json(const EquivalenceTable& table, Persons persons, int indent, const std::function<bool(const Link&)>& shown,
                const std::function<void(std::string_view)>& sink) {
    JsonWriter json(indent);
    LinkStream links(json, persons, shown, sink);
    json.begin_object();
    json.member("title", table.title);
    json.member("generator", table.generator);
    json.member_or_null("created", table.created);
    json.member("method", table.method);
    json.key("standards");
    json.begin_array();
    for (const Standard& standard : table.standards) {
        write_standard(json, standard, persons);
        links.flush();
    }
    json.end_array();
    json.key("pairs");
    json.begin_array();
    for (const Pair& pair : table.pairs) write_pair(json, links, table, pair);
    json.end_array();
    write_list(json, "joint_coverage", table.joint, write_coverage);
    json.end_object();
    sink(json.take());
}

std::string to_json(const EquivalenceTable& table, Persons persons, int indent) {
    std::string text;
    const auto keep = [&text](std::string_view part) { text += part; };
    const auto all = [](const Link&) { return true; };
    write_json(table, persons, indent, all, keep);
    return text;
}

}  // namespace kwalign::model
