#include "model/exchange/case_package.hpp"

namespace kwalign::model {

CasePackage::CasePackage(ByteSink& sink, std::string_view document) : m_sink(sink) {
    m_sink.write("{\n\"CFDocument\": ");
    m_sink.write(document);
}

void CasePackage::item(std::string_view json) { element(Part::items, json); }
void CasePackage::association(std::string_view json) { element(Part::associations, json); }

void CasePackage::finish(std::string_view definitions) {
    move_to(Part::associations);
    m_sink.write("\n],\n\"CFDefinitions\": ");
    m_sink.write(definitions);
    m_sink.write("\n}\n");
}

void CasePackage::element(Part part, std::string_view json) {
    move_to(part);
    m_sink.write(m_first ? "\n" : ",\n");
    m_sink.write(json);
    m_first = false;
}

void CasePackage::move_to(Part part) {
    while (m_part < part) {
        m_sink.write(m_part == Part::document ? ",\n\"CFItems\": [" : "\n],\n\"CFAssociations\": [");
        m_part = m_part == Part::document ? Part::items : Part::associations;
        m_first = true;
    }
}

}  // namespace kwalign::model
