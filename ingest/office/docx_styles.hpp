#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kwalign::ingest {

class XmlReader;

/// What a paragraph or its style says about how it is printed; what is not said comes from the style it is based on.
struct DocxForm {
    std::optional<int> outline_level;  ///< 0..8 headings, 9 body text
    std::optional<int> list;           ///< w:numId; 0 takes the paragraph out of lists
    std::optional<int> list_level;
    std::optional<bool> bold;
    std::optional<bool> hidden;
    std::optional<bool> page_break_before;
};

/// The element's w:val as a switch: absent means on.
[[nodiscard]] bool docx_switch(const XmlReader& element);
/// The element's w:val as a number; nothing where it is none.
[[nodiscard]] std::optional<int> docx_number(const XmlReader& element);

/// Styles of a DOCX document (word/styles.xml), by their id.
class DocxStyles {
public:
    /// Nothing known: every lookup gives an empty form.
    DocxStyles() = default;
    /// Throws Error(damaged).
    DocxStyles(std::string_view xml, std::string_view place);

    /// What the style says, that of the styles it is based on included (at most 32 of them, circles end there).
    [[nodiscard]] DocxForm form(const std::string& style) const;

private:
    struct Style {
        DocxForm form;
        std::string base;
    };
    void read_style(XmlReader& xml);

    std::map<std::string, Style> m_styles;
};

/// Reads w:pPr or w:rPr, on which the reader stands, into `form`; `style` receives w:pStyle or w:rStyle.
void read_docx_form(XmlReader& properties, DocxForm& form, std::string& style);

}  // namespace kwalign::ingest
