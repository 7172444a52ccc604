#pragma once

/// A forgiving scanner for XML and HTML: tags and text, nothing more. Private to align/translation.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kwalign::align {

struct MarkupPiece {
    enum class Kind { text, open, close, empty };
    Kind kind = Kind::text;
    std::string_view name;        ///< of a tag
    std::string_view attributes;  ///< of a tag, unparsed
    std::string_view text;        ///< of text, entities not resolved
};

/// Walks over `markup`, which must outlive it. Comments, declarations, processing instructions and the content of script and style are skipped.
class MarkupScanner {
public:
    explicit MarkupScanner(std::string_view markup) : m_rest(markup) {}
    /// The next piece, or nothing at the end.
    [[nodiscard]] std::optional<MarkupPiece> next();

private:
    bool skip_past(std::string_view end);
    std::string_view m_rest;
};

/// The value of an attribute, or nothing. Entities are not resolved.
[[nodiscard]] std::optional<std::string_view> attribute(std::string_view attributes, std::string_view name);
/// Appends `text` with the predefined and numeric character references resolved; unknown ones stay as they are.
void append_resolved(std::string& out, std::string_view text);

}  // namespace kwalign::align
