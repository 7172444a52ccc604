#pragma once

/// XML of untrusted files, read forwards. The only files that see libxml2's reader.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kwalign::ingest {

/// Stands on one element at a time. Nothing outside the text is ever fetched, and a document type declaration is refused, so no entity
/// can grow; nesting is bounded by the library (256). Neither copyable nor movable: callbacks refer to it.
class XmlReader {
public:
    /// Moves to the root element. `xml` must outlive the reader; `place` names it in errors. Throws Error(damaged) where it is not
    /// well-formed, Error(unsupported) for a document type declaration.
    XmlReader(std::string_view xml, std::string_view place);
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    /// Local name of the element, without prefix. Valid until the reader moves, as is what name_space() gives.
    [[nodiscard]] std::string_view name() const;
    /// Namespace URI; empty where there is none.
    [[nodiscard]] std::string_view name_space() const;
    /// Value of the attribute with this local name, whatever its prefix.
    [[nodiscard]] std::optional<std::string> attribute(std::string_view local_name) const;

    /// Goes through the content of the element: `on_element` for each child element, on which the reader stands then and which it may
    /// read or leave; `on_text` for each stretch of text, white space included. Afterwards the element is read. Throws Error(damaged).
    void read_content(const std::function<void()>& on_element, const std::function<void(std::string_view)>& on_text = {});
    /// All text of the element, that of its children included. Afterwards the element is read.
    [[nodiscard]] std::string read_text();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::ingest
