#include "model/exchange/json_exporter.hpp"

#include "model/exchange/identifiers.hpp"

namespace kwalign::model {

void JsonExporter::begin() {
    m_sink = &m_context.output.open("standards.json");
    m_sink->write("[");
}

void JsonExporter::standard(const Standard& standard) {
    if (m_context.options.persons == Persons::leave_out) {
        for (std::size_t i = 0; i < standard.persons.size(); ++i)
            m_context.losses.add("persons", LossFate::left_out, "named persons are left out", standard.id);
    }
    // An array whatever the number: a program that loads three standards can load one.
    m_sink->write(m_first ? "\n" : ",\n");
    m_sink->write(to_json(standard, m_context.options.persons));
    m_first = false;
}

void JsonExporter::link(const Link& link) {
    m_context.losses.add("links", LossFate::left_out, "an array of standards holds no links; JSON Lines (jsonl) do", place_of(link));
}

void JsonExporter::finish() { m_sink->write(m_first ? "]\n" : "\n]\n"); }

}  // namespace kwalign::model
