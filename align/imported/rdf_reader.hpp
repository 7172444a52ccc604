#pragma once

/// RDF statements from Turtle and RDF/XML. Private to align/imported.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace kwalign::align {

struct RdfStatement {
    std::string subject;    ///< URI, or "_:name" of a blank node
    std::string predicate;  ///< URI
    std::string object;     ///< URI, blank node or the text of a literal
    bool literal = false;
    std::string lang;  ///< of a literal, as written
};

/// Called in file order; what it throws ends the reading and comes out.
using RdfSink = std::function<void(const RdfStatement& statement, std::size_t line)>;

/// Turtle or N-Triples through serd. Throws model::Error(bad_data) with file and line; limit_exceeded beyond 20 million statements.
void read_turtle(const std::string& text, const std::string& place, const RdfSink& sink);

/// RDF/XML as thesauri are published in it: node elements, property elements with text, rdf:resource or a nested node; without collections,
/// reification and XML literals, whose content is passed over. Throws like XmlReader.
void read_rdf_xml(std::string_view text, const std::string& place, const RdfSink& sink);

}  // namespace kwalign::align
