#include "ingest/office/odt_lists.hpp"

#include "ingest/office/xml_reader.hpp"

#include <charconv>

namespace kwalign::ingest {

namespace {

std::optional<int> start_value(const XmlReader& xml) {
    const std::string text = xml.attribute("start-value").value_or("");
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || text.empty()) return std::nullopt;
    return value;
}

}  // namespace

void OdtLists::open(const XmlReader& list) {
    std::string style = list.attribute("style-name").value_or("");
    if (m_open.empty()) {
        m_id = list.attribute("id").value_or("");
        const std::string before = list.attribute("continue-list").value_or("");
        const bool goes_on = !before.empty() || list.attribute("continue-numbering") == "true";
        const auto found = m_left.find(before.empty() ? style : "#" + before);
        m_counters = goes_on && found != m_left.end() ? found->second : Counters{};
    } else if (style.empty()) {
        style = m_open.back();
    }
    m_open.push_back(std::move(style));
    if (m_open.size() > 1 && m_open.size() <= odt_list_levels) m_counters[m_open.size() - 1].reset();
}

void OdtLists::close() {
    if (m_open.empty()) return;
    if (m_open.size() == 1) {
        m_left[m_open.back()] = m_counters;
        if (!m_id.empty()) m_left["#" + m_id] = m_counters;
    }
    m_open.pop_back();
}

OdtLabel OdtLists::next_item(const XmlReader& item) {
    OdtLabel label;
    if (m_open.empty() || m_open.size() > odt_list_levels) return label;
    const OdtListForm* form = m_styles.list(m_open.back());
    const std::size_t level = m_open.size() - 1;
    if (form == nullptr) return label;
    label.bulleted = (*form)[level].style == NumberStyle::bullet;
    label.number = next_number(*form, m_counters, level, start_value(item));
    return label;
}

std::string OdtLists::next_heading(const XmlReader& heading, int given_level) {
    if (given_level < 1 || static_cast<std::size_t>(given_level) > odt_list_levels || heading.attribute("is-list-header") == "true")
        return {};
    const auto level = static_cast<std::size_t>(given_level) - 1;
    if (heading.attribute("restart-numbering") == "true") m_headings[level].reset();
    return next_number(m_styles.outline(), m_headings, level, start_value(heading));
}

std::string OdtLists::next_number(const OdtListForm& form, Counters& counters, std::size_t level, std::optional<int> start) {
    std::optional<int>& counter = counters[level];
    if (start)
        counter = start;
    else
        counter = counter && *counter < 1'000'000 ? *counter + 1 : form[level].start;
    for (std::size_t i = level + 1; i < odt_list_levels; ++i) counters[i].reset();
    const OdtListLevel& shape = form[level];
    if (shape.style == NumberStyle::bullet || shape.style == NumberStyle::none) return {};
    std::string number;
    for (std::size_t i = level + 1 - static_cast<std::size_t>(shape.shown_levels); i <= level; ++i) {
        const std::string piece = printed_number(counters[i].value_or(form[i].start), form[i].style);
        if (!number.empty() && !piece.empty()) number += '.';
        number += piece;
    }
    return shape.prefix + number + shape.suffix;
}

}  // namespace kwalign::ingest
