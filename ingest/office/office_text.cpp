#include "ingest/office/office_text.hpp"

#include "ingest/text/text_reader.hpp"
#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>

namespace kwalign::ingest {

void OfficeText::add(MarkedParagraph paragraph) {
    if (m_aside != nullptr) {
        m_waiting_bytes += paragraph.text.size();
        m_aside->push_back(std::move(paragraph));
    } else {
        m_blocks.add(paragraph);
    }
    if (m_blocks.size() + m_waiting_bytes > m_limits.max_text_bytes)
        throw model::Error(model::ErrorCode::limit_exceeded, m_place, "the text is too long", "raise the limit max_text_bytes");
}

void OfficeText::leave_out(std::string text) {
    text = model::collapse_spaces(text);
    if (text.find_first_not_of("0123456789 /-.") == std::string::npos) return;  // a page number is no loss
    if (!text.empty() && std::find(m_left_out.begin(), m_left_out.end(), text) == m_left_out.end()) m_left_out.push_back(std::move(text));
}

SourceDocument OfficeText::finish(bool has_pictures) {
    for (const MarkedParagraph& note : m_notes) m_blocks.add(note);
    SourceDocument document;
    document.encoding = "UTF-8";
    const std::string text = m_blocks.take();
    if (has_pictures && text.find_first_not_of(" \t\r\n\f\v") == std::string::npos)
        throw model::Error(model::ErrorCode::no_text, m_place, "the document has pictures but no text",
                           "save it as PDF: pages of pictures are recognised there");
    split_pages(text, m_place, m_limits, document);
    for (const std::string& left : m_left_out)
        document.findings.push_back(
            {"running-head-left-out", model::Severity::note, "A running head or foot is not part of the text: " + left, std::nullopt});
    return document;
}

}  // namespace kwalign::ingest
