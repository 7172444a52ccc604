#include "model/exchange/jsonl_exporter.hpp"

#include "model/exchange/identifiers.hpp"
#include "model/exchange/standard_head.hpp"
#include "model/json_encode.hpp"

namespace kwalign::model {

void JsonlExporter::begin() {
    m_sink = &m_context.output.open("export.jsonl");
    const ExportOptions& options = m_context.options;
    JsonWriter json;
    json.begin_object();
    json.member("type", "kwalign");
    json.key("version"), json.integer(jsonl_version);
    json.member_or_null("generator", options.generator);
    json.member_or_null("created", options.created);
    json.key("persons"), json.boolean(options.persons == Persons::keep);
    json.end_object();
    m_sink->write(json.take() + "\n");
}

void JsonlExporter::standard(const Standard& standard) {
    if (m_context.options.persons == Persons::leave_out) {
        for (const Person& person : standard.persons) {
            static_cast<void>(person);
            m_context.losses.add("persons", LossFate::left_out, "named persons are left out", standard.id);
        }
    }
    JsonWriter head;
    head.begin_object();
    head.member("type", "standard");
    head.key("value"), write_standard(head, head_of(standard), m_context.options.persons);
    head.end_object();
    m_sink->write(head.take() + "\n");
    for (const Unit& unit : standard.units) {
        JsonWriter json;
        json.begin_object();
        json.member("type", "unit");
        json.member("standard", standard.id);
        json.key("value"), write_unit(json, unit);
        json.end_object();
        m_sink->write(json.take() + "\n");
    }
    ++m_standards;
    m_units += standard.units.size();
}

void JsonlExporter::begin_pair(const ExportPair& pair) {
    JsonWriter json;
    json.begin_object();
    json.member("type", "pair");
    json.member("source", pair.source().id);
    json.member("target", pair.target().id);
    json.end_object();
    m_sink->write(json.take() + "\n");
}

void JsonlExporter::link(const Link& link) {
    JsonWriter json;
    json.begin_object();
    json.member("type", "link");
    json.key("value");
    if (m_context.options.persons == Persons::leave_out && !link.decision.by.empty()) {
        m_context.losses.add("reviewers", LossFate::left_out, "authors and reviewers are left out", place_of(link));
        Link published = link;
        published.decision.by.clear();
        write_link(json, published);
    } else {
        write_link(json, link);
    }
    json.end_object();
    m_sink->write(json.take() + "\n");
    ++m_links;
}

void JsonlExporter::finish() {
    JsonWriter json;
    json.begin_object();
    json.member("type", "end");
    json.key("standards"), json.count(m_standards);
    json.key("units"), json.count(m_units);
    json.key("links"), json.count(m_links);
    json.end_object();
    m_sink->write(json.take() + "\n");
}

}  // namespace kwalign::model
