#include "align/imported/formats.hpp"
#include "align/imported/import_text.hpp"
#include "align/imported/rdf_reader.hpp"
#include "model/error.hpp"

namespace kwalign::align {
namespace {

constexpr std::string_view skos = "http://www.w3.org/2004/02/skos/core#";

class Skos {
public:
    Skos(const std::string& place, ConceptCollector& out) : m_place(place), m_out(out) {}

    void take(const RdfStatement& s, std::size_t line) {
        if (!s.predicate.starts_with(skos)) return;
        const std::string_view property = std::string_view(s.predicate).substr(skos.size());
        const std::string where = at_line(m_place, line);
        if (s.literal) {
            const bool preferred = property == "prefLabel";
            if (!preferred && property != "altLabel" && property != "hiddenLabel") return;
            ++m_labels;
            m_out.add_terms(m_out.at(s.subject, where), s.lang, s.object, preferred);
        } else if (property == "broader" || property == "broaderTransitive" || property == "broadMatch") {
            m_out.at(s.subject, where).broader.push_back(s.object);
        } else if (property == "narrower") {
            m_out.at(s.object, where).broader.push_back(s.subject);
        } else if (property == "related") {
            m_out.at(s.subject, where).related.push_back(s.object);
        }
    }
    void finish() const {
        if (m_labels == 0) throw model::Error(model::ErrorCode::bad_data, m_place, "there are no SKOS labels in it");
    }

private:
    const std::string& m_place;
    ConceptCollector& m_out;
    std::size_t m_labels = 0;
};

}  // namespace

void read_skos(const std::string& text, const std::string& place, ConceptCollector& out) {
    Skos reader(place, out);
    const RdfSink sink = [&](const RdfStatement& s, std::size_t line) { reader.take(s, line); };
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const std::string_view head = first == std::string::npos ? std::string_view{} : std::string_view(text).substr(first, 5);
    if (head.starts_with("<?xml") || head.starts_with("<rdf") || head.starts_with("<!--"))
        read_rdf_xml(text, place, sink);
    else
        read_turtle(text, place, sink);
    reader.finish();
}

}  // namespace kwalign::align
