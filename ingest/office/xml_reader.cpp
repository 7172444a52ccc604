#include "ingest/office/xml_reader.hpp"

#include "model/error.hpp"

#include <libxml/xmlreader.h>

#include <climits>

namespace kwalign::ingest {

namespace {

using model::Error;
using model::ErrorCode;

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

struct ReaderDeleter {
    void operator()(xmlTextReader* reader) const noexcept { xmlFreeTextReader(reader); }
};

}  // namespace

struct XmlReader::Impl {
    Impl(std::string_view xml, std::string_view given_place) : place(given_place) {
        if (xml.size() > static_cast<std::size_t>(INT_MAX)) throw Error(ErrorCode::limit_exceeded, place, "its XML is too long");
        // Before the parser sees it: it would read the whole declaration first.
        if (xml.find("<!DOCTYPE") != std::string_view::npos) refuse_declaration();
        reader.reset(xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_NOWARNING));
        if (!reader) throw Error(ErrorCode::internal, place, "the XML reader cannot start");
        xmlTextReaderSetStructuredErrorHandler(reader.get(), note_error, this);
    }

    static void note_error(void* context, xmlErrorPtr error) {
        auto* self = static_cast<Impl*>(context);
        if (!self->reason.empty() || error == nullptr || error->message == nullptr || error->level < XML_ERR_ERROR) return;
        self->reason = error->message;
        while (!self->reason.empty() && (self->reason.back() == '\n' || self->reason.back() == ' ')) self->reason.pop_back();
        self->line = error->line;
    }

    /// To the next node; false at the end.
    bool advance() {
        const int result = xmlTextReaderRead(reader.get());
        if (result < 0) {
            throw Error(ErrorCode::damaged, place + (line > 0 ? ":" + std::to_string(line) : std::string()),
                        "its XML is damaged" + (reason.empty() ? std::string() : " (" + reason + ")"),
                        "open it with the program that made it and save it anew");
        }
        if (result > 0 && type() == XML_READER_TYPE_DOCUMENT_TYPE) refuse_declaration();
        return result > 0;
    }

    [[noreturn]] void refuse_declaration() const {
        throw Error(ErrorCode::unsupported, place, "its XML declares a document type, which office documents have not",
                    "save it anew with an office program");
    }

    [[nodiscard]] int type() const { return xmlTextReaderNodeType(reader.get()); }
    [[nodiscard]] int depth() const { return xmlTextReaderDepth(reader.get()); }
    [[nodiscard]] bool is_text() const {
        const int kind = type();
        return kind == XML_READER_TYPE_TEXT || kind == XML_READER_TYPE_CDATA || kind == XML_READER_TYPE_SIGNIFICANT_WHITESPACE ||
               kind == XML_READER_TYPE_WHITESPACE;
    }

    std::string place;
    std::string reason;
    int line = 0;
    std::unique_ptr<xmlTextReader, ReaderDeleter> reader;
};

XmlReader::XmlReader(std::string_view xml, std::string_view place) : m_impl(std::make_unique<Impl>(xml, place)) {
    while (m_impl->advance()) {
        if (m_impl->type() == XML_READER_TYPE_ELEMENT) return;
    }
    throw Error(ErrorCode::damaged, m_impl->place, "its XML is empty");
}

XmlReader::~XmlReader() = default;

std::string_view XmlReader::name() const { return view(xmlTextReaderConstLocalName(m_impl->reader.get())); }
std::string_view XmlReader::name_space() const { return view(xmlTextReaderConstNamespaceUri(m_impl->reader.get())); }

std::optional<std::string> XmlReader::attribute(std::string_view local_name) const {
    xmlTextReader* reader = m_impl->reader.get();
    std::optional<std::string> value;
    for (int more = xmlTextReaderMoveToFirstAttribute(reader); more == 1 && !value; more = xmlTextReaderMoveToNextAttribute(reader)) {
        if (view(xmlTextReaderConstLocalName(reader)) == local_name) value = std::string(view(xmlTextReaderConstValue(reader)));
    }
    xmlTextReaderMoveToElement(reader);
    return value;
}

void XmlReader::read_content(const std::function<void()>& on_element, const std::function<void(std::string_view)>& on_text) {
    if (xmlTextReaderIsEmptyElement(m_impl->reader.get()) == 1) return;
    const int level = m_impl->depth();
    while (m_impl->advance()) {
        // What a callback left unread lies deeper.
        const int depth = m_impl->depth();
        if (depth <= level) return;
        if (depth > level + 1) continue;
        if (m_impl->type() == XML_READER_TYPE_ELEMENT)
            on_element();
        else if (on_text && m_impl->is_text())
            on_text(view(xmlTextReaderConstValue(m_impl->reader.get())));
    }
    throw Error(ErrorCode::damaged, m_impl->place, "its XML ends too early");
}

std::string XmlReader::read_text() {
    std::string text;
    read_content([&] { text += read_text(); }, [&](std::string_view piece) { text += piece; });
    return text;
}

}  // namespace kwalign::ingest
