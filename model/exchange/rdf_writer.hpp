#pragma once

/// RDF written node by node, in Turtle (through serd, which only rdf_turtle.cpp sees) or JSON-LD.

#include "model/exchange/byte_sink.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace kwalign::model {

enum class RdfSyntax { turtle, json_ld };

/// Prefix to namespace. Properties and types are given as "prefix:name" with a prefix of this list.
using RdfPrefixes = std::map<std::string, std::string>;

/// Calls: begin_node, properties, end_node for each node, finish. Inside a node begin_blank opens a node without a name as the value of a
/// property; its properties follow until end_blank. URIs are absolute and free of spaces. Literals are cleaned (clean_text.hpp). Values of
/// a property keep their order; in JSON-LD they stand together. Throws what the sink throws. Not thread-safe.
class RdfWriter {
public:
    RdfWriter() = default;
    virtual ~RdfWriter() = default;
    RdfWriter(const RdfWriter&) = delete;
    RdfWriter& operator=(const RdfWriter&) = delete;

    /// `type` may be empty, for more about a node whose type is said elsewhere.
    virtual void begin_node(std::string_view uri, std::string_view type) = 0;
    virtual void end_node() = 0;
    virtual void begin_blank(std::string_view property, std::string_view type) = 0;
    virtual void end_blank() = 0;
    virtual void uri(std::string_view property, std::string_view value) = 0;
    /// A text in a language; a tag that is none is written as "und".
    virtual void text(std::string_view property, std::string_view value, std::string_view lang) = 0;
    /// A value of a type ("xsd:date"); an empty type means a plain string.
    virtual void literal(std::string_view property, std::string_view value, std::string_view type) = 0;
    virtual void finish() = 0;
};

/// The sink must outlive the writer.
[[nodiscard]] std::unique_ptr<RdfWriter> make_rdf_writer(RdfSyntax syntax, ByteSink& sink, const RdfPrefixes& prefixes);
[[nodiscard]] std::unique_ptr<RdfWriter> make_turtle_writer(ByteSink& sink, const RdfPrefixes& prefixes);
[[nodiscard]] std::unique_ptr<RdfWriter> make_json_ld_writer(ByteSink& sink, const RdfPrefixes& prefixes);

}  // namespace kwalign::model
