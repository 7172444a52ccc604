#include "ingest/office/docx_numbering.hpp"

#include "ingest/office/docx_styles.hpp"
#include "ingest/office/xml_reader.hpp"

#include <charconv>

namespace kwalign::ingest {

namespace {

NumberStyle style_of(std::string_view format) {
    if (format == "bullet") return NumberStyle::bullet;
    if (format == "none") return NumberStyle::none;
    if (format == "decimalZero") return NumberStyle::decimal_zero;
    if (format == "lowerLetter") return NumberStyle::lower_letter;
    if (format == "upperLetter") return NumberStyle::upper_letter;
    if (format == "lowerRoman") return NumberStyle::lower_roman;
    if (format == "upperRoman") return NumberStyle::upper_roman;
    return NumberStyle::decimal;
}

std::optional<int> number_attribute_of(const XmlReader& xml, std::string_view name) {
    const std::string text = xml.attribute(name).value_or("");
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || text.empty()) return std::nullopt;
    return value;
}

std::optional<std::size_t> level_attribute_of(const XmlReader& xml, std::size_t levels) {
    const auto level = number_attribute_of(xml, "ilvl");
    if (!level || *level < 0 || static_cast<std::size_t>(*level) >= levels) return std::nullopt;
    return static_cast<std::size_t>(*level);
}

}  // namespace

DocxNumbering::DocxNumbering(std::string_view xml, std::string_view place) {
    XmlReader reader(xml, place);
    reader.read_content([&] {
        if (reader.name() == "abstractNum")
            read_abstract(reader);
        else if (reader.name() == "num")
            read_list(reader);
    });
    follow_style_links();
}

DocxNumbering::Level DocxNumbering::read_level(XmlReader& xml) {
    Level level;
    xml.read_content([&] {
        if (xml.name() == "start")
            level.start = docx_number(xml).value_or(1);
        else if (xml.name() == "numFmt")
            level.style = style_of(xml.attribute("val").value_or(""));
        else if (xml.name() == "lvlText")
            level.text = xml.attribute("val").value_or("");
        else if (xml.name() == "pStyle")
            level.paragraph_style = xml.attribute("val").value_or("");
        else if (xml.name() == "isLgl")
            level.legal = docx_switch(xml);
    });
    return level;
}

void DocxNumbering::read_abstract(XmlReader& xml) {
    const auto id = number_attribute_of(xml, "abstractNumId");
    Abstract abstract;
    xml.read_content([&] {
        if (xml.name() == "styleLink")
            abstract.defines_style = xml.attribute("val").value_or("");
        else if (xml.name() == "numStyleLink")
            abstract.uses_style = xml.attribute("val").value_or("");
        else if (xml.name() == "lvl") {
            if (const auto level = level_attribute_of(xml, levels)) abstract.form[*level] = read_level(xml);
        }
    });
    if (id) m_abstracts.emplace(*id, std::move(abstract));
}

void DocxNumbering::read_list(XmlReader& xml) {
    const auto id = number_attribute_of(xml, "numId");
    List list;
    xml.read_content([&] {
        if (xml.name() == "abstractNumId") list.abstract = docx_number(xml).value_or(0);
        if (xml.name() != "lvlOverride") return;
        const auto level = level_attribute_of(xml, levels);
        if (!level) return;
        xml.read_content([&] {
            if (xml.name() == "startOverride")
                list.starts[*level] = docx_number(xml);
            else if (xml.name() == "lvl")
                list.own[*level] = read_level(xml);
        });
    });
    if (id) m_lists.emplace(*id, std::move(list));
}

/// A list that says "as that style" is printed as the list that defines the style.
void DocxNumbering::follow_style_links() {
    for (auto& [id, abstract] : m_abstracts) {
        if (abstract.uses_style.empty()) continue;
        for (const auto& [other_id, other] : m_abstracts) {
            if (other_id != id && other.defines_style == abstract.uses_style) abstract.form = other.form;
        }
    }
}

const DocxNumbering::Level& DocxNumbering::level_at(const List& list, const Abstract& abstract, std::size_t level) {
    const auto own = list.own.find(level);
    return own == list.own.end() ? abstract.form[level] : own->second;
}

std::optional<DocxNumbering::Label> DocxNumbering::next(int list_id, int given_level) {
    const auto found = m_lists.find(list_id);
    if (found == m_lists.end() || given_level < 0 || static_cast<std::size_t>(given_level) >= levels) return std::nullopt;
    List& list = found->second;
    const auto abstract_found = m_abstracts.find(list.abstract);
    if (abstract_found == m_abstracts.end()) return std::nullopt;
    Abstract& abstract = abstract_found->second;
    const auto level = static_cast<std::size_t>(given_level);

    // Lists of one definition count on together, except where one is told to start anew.
    if (!list.begun) {
        list.begun = true;
        for (std::size_t i = 0; i < levels; ++i) {
            if (list.starts[i]) abstract.counters[i].reset();
        }
    }
    const auto start_of = [&](std::size_t i) { return list.starts[i].value_or(level_at(list, abstract, i).start); };
    std::optional<int>& counter = abstract.counters[level];
    counter = counter && *counter < 1'000'000 ? *counter + 1 : start_of(level);
    for (std::size_t i = 0; i < level; ++i) {
        if (!abstract.counters[i]) abstract.counters[i] = start_of(i);
    }
    for (std::size_t i = level + 1; i < levels; ++i) abstract.counters[i].reset();

    const Level& form = level_at(list, abstract, level);
    Label label;
    if (form.style == NumberStyle::bullet) {
        label.bulleted = true;
        return label;
    }
    for (std::size_t at = 0; at < form.text.size(); ++at) {
        const char c = form.text[at];
        const bool place = c == '%' && at + 1 < form.text.size() && form.text[at + 1] >= '1' && form.text[at + 1] <= '9';
        if (!place) {
            label.number += c;
            continue;
        }
        const auto i = static_cast<std::size_t>(form.text[++at] - '1');
        const NumberStyle style = form.legal && i < level ? NumberStyle::decimal : level_at(list, abstract, i).style;
        label.number += printed_number(abstract.counters[i].value_or(start_of(i)), style);
    }
    return label;
}

std::optional<int> DocxNumbering::level_of_style(int list_id, const std::string& style) const {
    const auto list = m_lists.find(list_id);
    if (list == m_lists.end() || style.empty()) return std::nullopt;
    const auto abstract = m_abstracts.find(list->second.abstract);
    if (abstract == m_abstracts.end()) return std::nullopt;
    for (std::size_t i = 0; i < levels; ++i) {
        if (level_at(list->second, abstract->second, i).paragraph_style == style) return static_cast<int>(i);
    }
    return std::nullopt;
}

}  // namespace kwalign::ingest
