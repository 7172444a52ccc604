#pragma once

/// XML read piece by piece; the only file pair here that sees libxml2. Private to align/imported.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

struct XmlAttribute {
    std::string space;  ///< namespace URI, empty where there is none; that of xml:lang for it
    std::string name;   ///< without prefix
    std::string value;
};

struct XmlPiece {
    enum class Kind { open, close, text };
    Kind kind = Kind::text;
    std::string space;  ///< namespace URI of an element
    std::string name;   ///< of an element, without prefix
    std::vector<XmlAttribute> attributes;
    std::string text;
    std::size_t line = 0;

    /// The value of the attribute with this name in any namespace; empty where it is absent.
    [[nodiscard]] std::string_view attribute(std::string_view wanted) const noexcept;
};

/// Walks over a document. Nothing outside is ever loaded: no DTD, no external entity, no network; a document that uses entities of its own is
/// refused. `bytes` must outlive it. Not thread-safe.
class XmlReader {
public:
    XmlReader(std::string_view bytes, std::string place);
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    /// False at the end. Throws model::Error(bad_data) with file and line for what is not well-formed, limit_exceeded beyond 64 levels.
    [[nodiscard]] bool next(XmlPiece& piece);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::align
