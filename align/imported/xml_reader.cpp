#include "align/imported/xml_reader.hpp"

#include "align/imported/import_text.hpp"
#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <libxml/xmlreader.h>

#include <algorithm>
#include <limits>

namespace kwalign::align {
namespace {

constexpr int max_depth = 64;

struct Deleter {
    void operator()(xmlTextReader* reader) const noexcept { xmlFreeTextReader(reader); }
};

std::string text_of(const xmlChar* text) { return text == nullptr ? std::string{} : std::string(reinterpret_cast<const char*>(text)); }

}  // namespace

struct XmlReader::Impl {
    std::unique_ptr<xmlTextReader, Deleter> reader;
    std::string place;
    std::string message;  ///< of the first error
    std::size_t message_line = 0;
    bool close_pending = false;  ///< an empty element's closing is a piece of its own
    std::string space;
    std::string name;

    static void note(void* self, xmlErrorPtr error) {
        auto* impl = static_cast<Impl*>(self);
        if (error == nullptr || error->level < XML_ERR_ERROR || !impl->message.empty()) return;
        impl->message = error->message == nullptr ? "not well-formed" : model::collapse_spaces(error->message);
        impl->message_line = error->line > 0 ? static_cast<std::size_t>(error->line) : 1;
    }

    std::size_t line() const { return static_cast<std::size_t>(std::max(0, xmlTextReaderGetParserLineNumber(reader.get()))); }

    [[noreturn]] void refuse(const std::string& what) const {
        throw model::Error(model::ErrorCode::bad_data, at_line(place, line()), what);
    }

    void read_attributes(XmlPiece& piece) {
        while (xmlTextReaderMoveToNextAttribute(reader.get()) == 1) {
            if (xmlTextReaderIsNamespaceDecl(reader.get()) == 1) continue;
            piece.attributes.push_back({text_of(xmlTextReaderConstNamespaceUri(reader.get())),
                                        text_of(xmlTextReaderConstLocalName(reader.get())),
                                        text_of(xmlTextReaderConstValue(reader.get()))});
        }
        xmlTextReaderMoveToElement(reader.get());
    }

    /// True if the current node is a piece.
    bool take(XmlPiece& piece) {
        switch (xmlTextReaderNodeType(reader.get())) {
            case XML_READER_TYPE_ELEMENT:
                if (xmlTextReaderDepth(reader.get()) >= max_depth)
                    throw model::Error(model::ErrorCode::limit_exceeded, at_line(place, line()),
                                       "elements are nested deeper than 64 levels");
                piece.kind = XmlPiece::Kind::open;
                close_pending = xmlTextReaderIsEmptyElement(reader.get()) == 1;
                read_attributes(piece);
                break;
            case XML_READER_TYPE_END_ELEMENT: piece.kind = XmlPiece::Kind::close; break;
            case XML_READER_TYPE_TEXT:
            case XML_READER_TYPE_CDATA:
                piece.kind = XmlPiece::Kind::text;
                piece.text = text_of(xmlTextReaderConstValue(reader.get()));
                return true;
            case XML_READER_TYPE_ENTITY_REFERENCE: refuse("the document uses an entity of its own; such documents are not read");
            default: return false;
        }
        piece.space = text_of(xmlTextReaderConstNamespaceUri(reader.get()));
        piece.name = text_of(xmlTextReaderConstLocalName(reader.get()));
        if (close_pending) {
            space = piece.space;
            name = piece.name;
        }
        return true;
    }
};

std::string_view XmlPiece::attribute(std::string_view wanted) const noexcept {
    for (const XmlAttribute& a : attributes)
        if (a.name == wanted) return a.value;
    return {};
}

XmlReader::XmlReader(std::string_view bytes, std::string place) : m_impl(std::make_unique<Impl>()) {
    m_impl->place = std::move(place);
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        throw model::Error(model::ErrorCode::limit_exceeded, m_impl->place, "the file is too large");
    m_impl->reader.reset(
        xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_COMPACT));
    if (!m_impl->reader) throw model::Error(model::ErrorCode::internal, m_impl->place, "the XML reader cannot start");
    xmlTextReaderSetStructuredErrorHandler(m_impl->reader.get(), Impl::note, m_impl.get());
}

XmlReader::~XmlReader() = default;

bool XmlReader::next(XmlPiece& piece) {
    if (m_impl->close_pending) {
        m_impl->close_pending = false;
        piece = {XmlPiece::Kind::close, std::move(m_impl->space), std::move(m_impl->name), {}, {}, m_impl->line()};
        return true;
    }
    for (;;) {
        const int result = xmlTextReaderRead(m_impl->reader.get());
        if (result < 0 || !m_impl->message.empty())
            throw model::Error(model::ErrorCode::bad_data, at_line(m_impl->place, std::max<std::size_t>(1, m_impl->message_line)),
                               m_impl->message.empty() ? "is not well-formed XML" : m_impl->message);
        if (result == 0) return false;
        piece = {};
        piece.line = m_impl->line();
        if (m_impl->take(piece)) return true;
    }
}

}  // namespace kwalign::align
