#pragma once

#include "ingest/office/odt_styles.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kwalign::ingest {

class XmlReader;

/// The label of a list item.
struct OdtLabel {
    bool bulleted = false;
    std::string number;  ///< as printed; empty for bullets and unnumbered levels
};

/// Counts the items of nested lists, and headings. OpenDocument 1.3, part 3, 5.3.
class OdtLists {
public:
    explicit OdtLists(const OdtStyles& styles) : m_styles(styles) {}

    /// On a text:list element.
    void open(const XmlReader& list);
    void close();
    /// On a text:list-item element: its label.
    [[nodiscard]] OdtLabel next_item(const XmlReader& item);
    /// On a text:h element outside lists, of level 1..10: its number; empty where headings are not numbered.
    [[nodiscard]] std::string next_heading(const XmlReader& heading, int level);

private:
    using Counters = std::array<std::optional<int>, odt_list_levels>;
    static std::string next_number(const OdtListForm& form, Counters& counters, std::size_t level, std::optional<int> start);

    const OdtStyles& m_styles;
    std::vector<std::string> m_open;  ///< styles of the lists we are in, outermost first
    std::string m_id;                 ///< of the outermost
    Counters m_counters;
    Counters m_headings;
    std::map<std::string, Counters> m_left;  ///< counters of finished lists, by style and by "#id"
};

}  // namespace kwalign::ingest
