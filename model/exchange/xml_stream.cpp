#include "model/exchange/xml_stream.hpp"

#include "model/error.hpp"
#include "model/exchange/clean_text.hpp"

#include <libxml/xmlwriter.h>

#include <exception>
#include <string>

namespace kwalign::model {

namespace {

const xmlChar* to_xml(const std::string& text) noexcept { return reinterpret_cast<const xmlChar*>(text.c_str()); }

struct WriterDeleter {
    void operator()(xmlTextWriter* writer) const noexcept { xmlFreeTextWriter(writer); }
};

}  // namespace

struct XmlStream::Impl {
    explicit Impl(ByteSink& given) : sink(&given) {
        xmlOutputBuffer* buffer = xmlOutputBufferCreateIO(write, close, this, nullptr);
        writer.reset(buffer ? xmlNewTextWriter(buffer) : nullptr);
        if (!writer) throw Error(ErrorCode::write_failed, "XML", "the XML writer cannot start");
    }

    /// An exception must not pass through the library; it waits in `failure` until check().
    static int write(void* context, const char* bytes, int length) {
        auto* self = static_cast<Impl*>(context);
        if (self->failure || self->closing) return length;
        try {
            self->sink->write({bytes, static_cast<std::size_t>(length)});
        } catch (...) {
            self->failure = std::current_exception();  // not said to the library, which would print it
        }
        return length;
    }
    static int close(void*) { return 0; }

    void check(int result) const {
        if (failure) std::rethrow_exception(failure);
        if (result < 0) throw Error(ErrorCode::write_failed, "XML", "the XML writer failed");
    }

    ByteSink* sink;
    std::exception_ptr failure;
    bool closing = false;  ///< given up: what the library still holds goes nowhere
    std::unique_ptr<xmlTextWriter, WriterDeleter> writer;
};

XmlStream::XmlStream(ByteSink& sink) : m_impl(std::make_unique<Impl>(sink)) {
    xmlTextWriter* writer = m_impl->writer.get();
    m_impl->check(xmlTextWriterSetIndent(writer, 1));
    m_impl->check(xmlTextWriterStartDocument(writer, nullptr, "UTF-8", nullptr));
}

XmlStream::~XmlStream() { m_impl->closing = true; }

void XmlStream::begin(std::string_view name, Attributes attributes) {
    xmlTextWriter* writer = m_impl->writer.get();
    m_impl->check(xmlTextWriterStartElement(writer, to_xml(std::string(name))));
    for (const auto& [key, value] : attributes)
        m_impl->check(xmlTextWriterWriteAttribute(writer, to_xml(std::string(key)), to_xml(clean_text(value))));
}

void XmlStream::end() { m_impl->check(xmlTextWriterEndElement(m_impl->writer.get())); }

void XmlStream::element(std::string_view name, std::string_view text, Attributes attributes) {
    begin(name, attributes);
    if (!text.empty()) m_impl->check(xmlTextWriterWriteString(m_impl->writer.get(), to_xml(clean_text(text))));
    end();
}

void XmlStream::finish() {
    m_impl->check(xmlTextWriterEndDocument(m_impl->writer.get()));
    m_impl->check(xmlTextWriterFlush(m_impl->writer.get()));
}

}  // namespace kwalign::model
