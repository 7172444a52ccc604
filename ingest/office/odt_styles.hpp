#pragma once

#include "ingest/office/list_number.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kwalign::ingest {

class XmlReader;

/// How one level of a list is printed.
struct OdtListLevel {
    NumberStyle style = NumberStyle::none;
    std::string prefix;
    std::string suffix;
    int start = 1;
    int shown_levels = 1;  ///< "1.2" shows two
};
inline constexpr std::size_t odt_list_levels = 10;
using OdtListForm = std::array<OdtListLevel, odt_list_levels>;

/// What a style says; what is not said comes from its parent.
struct OdtForm {
    std::optional<bool> bold;
    std::optional<bool> hidden;
    std::optional<bool> page_break_before;
    std::optional<bool> page_break_after;
    bool is_title = false;  ///< the style "Title" or one made from it
};

/// Styles of an OpenDocument text (styles.xml and the automatic ones of content.xml), by their name. OpenDocument 1.3, part 3, 16.
class OdtStyles {
public:
    /// Reads an element that holds styles: office:styles or office:automatic-styles.
    void read(XmlReader& styles);

    /// With what the parents say (at most 32 of them, circles end there).
    [[nodiscard]] OdtForm form(const std::string& style) const;
    /// Null where there is none.
    [[nodiscard]] const OdtListForm* list(const std::string& style) const;
    /// Of headings.
    [[nodiscard]] const OdtListForm& outline() const noexcept { return m_outline; }

private:
    struct Style {
        OdtForm form;
        std::string parent;
    };
    void read_style(XmlReader& xml);

    std::map<std::string, Style> m_styles;
    std::map<std::string, OdtListForm> m_lists;
    OdtListForm m_outline;
};

}  // namespace kwalign::ingest
