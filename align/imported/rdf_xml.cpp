#include "align/imported/import_text.hpp"
#include "align/imported/rdf_reader.hpp"
#include "align/imported/xml_reader.hpp"
#include "model/error.hpp"

#include <vector>

namespace kwalign::align {
namespace {

constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view xml = "http://www.w3.org/XML/1998/namespace";

/// An element that is open: they alternate between nodes and properties of the node around them.
struct Open {
    bool node = false;
    std::string subject;    ///< of a node
    std::string predicate;  ///< of a property
    std::string text;
    std::string lang;
    bool has_object = false;  ///< a property whose object was a resource or a nested node
};

std::string absolute(const std::string& base, std::string_view name) {
    return name.find(':') == std::string_view::npos ? base + std::string(name) : std::string(name);
}

class RdfXml {
public:
    RdfXml(std::string_view text, const std::string& place, const RdfSink& sink) : m_reader(text, place), m_place(place), m_sink(sink) {}

    void run() {
        XmlPiece piece;
        while (m_reader.next(piece)) {
            if (piece.kind == XmlPiece::Kind::open)
                open(piece);
            else if (piece.kind == XmlPiece::Kind::close)
                close(piece);
            else if (!m_open.empty() && !m_open.back().node)
                m_open.back().text += piece.text;
        }
        if (!m_started) throw model::Error(model::ErrorCode::bad_data, at_line(m_place, 1), "is no RDF: there is no rdf:RDF element");
    }

private:
    void open(const XmlPiece& piece) {
        if (!m_started) {
            if (piece.space != rdf || piece.name != "RDF")
                throw model::Error(model::ErrorCode::bad_data, at_line(m_place, piece.line),
                                   "is no RDF: the outermost element is " + piece.name + ", not rdf:RDF");
            m_started = true;
            for (const XmlAttribute& a : piece.attributes)
                if (a.space == xml && a.name == "base") m_base = a.value;
            return;
        }
        std::string lang = m_open.empty() ? std::string{} : m_open.back().lang;
        for (const XmlAttribute& a : piece.attributes)
            if (a.space == xml && a.name == "lang") lang = a.value;
        if (m_open.empty() || !m_open.back().node)
            open_node(piece, std::move(lang));
        else
            open_property(piece, std::move(lang));
    }

    void open_node(const XmlPiece& piece, std::string lang) {
        Open node{true, {}, {}, {}, std::move(lang), false};
        for (const XmlAttribute& a : piece.attributes) {
            if (a.space != rdf) continue;
            if (a.name == "about") node.subject = absolute(m_base, a.value);
            if (a.name == "ID") node.subject = m_base + "#" + a.value;
            if (a.name == "nodeID") node.subject = "_:" + a.value;
        }
        if (node.subject.empty()) node.subject = "_:element" + std::to_string(++m_blanks);
        if (!m_open.empty()) {
            say(subject_around(), m_open.back().predicate, node.subject, piece.line);
            m_open.back().has_object = true;
        }
        if (piece.space != rdf || piece.name != "Description")
            say(node.subject, std::string(rdf) + "type", piece.space + piece.name, piece.line);
        m_open.push_back(std::move(node));
    }

    void open_property(const XmlPiece& piece, std::string lang) {
        Open property{false, {}, piece.space + piece.name, {}, std::move(lang), false};
        for (const XmlAttribute& a : piece.attributes) {
            if (a.space != rdf || (a.name != "resource" && a.name != "nodeID")) continue;
            say(m_open.back().subject, property.predicate, a.name == "resource" ? absolute(m_base, a.value) : "_:" + a.value, piece.line);
            property.has_object = true;
        }
        m_open.push_back(std::move(property));
    }

    void close(const XmlPiece& piece) {
        if (m_open.empty()) return;  // rdf:RDF itself
        const Open closed = std::move(m_open.back());
        m_open.pop_back();
        if (!closed.node && !closed.has_object)
            m_sink({m_open.back().subject, closed.predicate, closed.text, true, closed.lang}, piece.line);
    }

    /// The node that the innermost open property belongs to.
    const std::string& subject_around() const { return m_open[m_open.size() - 2].subject; }
    void say(const std::string& subject, const std::string& predicate, std::string object, std::size_t line) {
        m_sink({subject, predicate, std::move(object), false, {}}, line);
    }

    XmlReader m_reader;
    const std::string& m_place;
    const RdfSink& m_sink;
    std::vector<Open> m_open;
    std::string m_base;
    std::size_t m_blanks = 0;
    bool m_started = false;
};

}  // namespace

void read_rdf_xml(std::string_view text, const std::string& place, const RdfSink& sink) { RdfXml(text, place, sink).run(); }

}  // namespace kwalign::align
