#pragma once

#include "ingest/office/list_number.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kwalign::ingest {

class XmlReader;

/// Lists of a DOCX document (word/numbering.xml). Numbers are counted as paragraphs are met in reading order.
/// Source: ECMA-376-1, 17.9.
class DocxNumbering {
public:
    DocxNumbering() = default;
    /// Throws Error(damaged).
    DocxNumbering(std::string_view xml, std::string_view place);

    struct Label {
        bool bulleted = false;
        std::string number;  ///< as printed, e.g. "1.2."; empty for bullets and unnumbered levels
    };
    /// The label of the next paragraph of list `list` (w:numId) on `level` (0..8); nothing where there is no such list.
    [[nodiscard]] std::optional<Label> next(int list, int level);
    /// The level of `list` that belongs to a paragraph style; nothing where none does.
    [[nodiscard]] std::optional<int> level_of_style(int list, const std::string& style) const;

private:
    static constexpr std::size_t levels = 9;
    struct Level {
        NumberStyle style = NumberStyle::decimal;
        std::string text;  ///< "%1.%2."
        std::string paragraph_style;
        int start = 1;
        bool legal = false;  ///< numbers of outer levels are printed as decimals
    };
    using Form = std::array<Level, levels>;
    struct Abstract {
        Form form;
        std::string defines_style;  ///< w:styleLink
        std::string uses_style;     ///< w:numStyleLink
        std::array<std::optional<int>, levels> counters;
    };
    struct List {
        int abstract = 0;
        std::array<std::optional<int>, levels> starts;
        std::map<std::size_t, Level> own;  ///< levels defined for this list alone
        bool begun = false;
    };

    static Level read_level(XmlReader& xml);
    void read_abstract(XmlReader& xml);
    void read_list(XmlReader& xml);
    void follow_style_links();
    [[nodiscard]] static const Level& level_at(const List& list, const Abstract& abstract, std::size_t level);

    std::map<int, Abstract> m_abstracts;
    std::map<int, List> m_lists;
};

}  // namespace kwalign::ingest
