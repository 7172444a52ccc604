#include "ingest/office/docx_styles.hpp"

#include "ingest/office/xml_reader.hpp"
#include "model/text/unicode.hpp"

#include <charconv>

namespace kwalign::ingest {

namespace {

constexpr int longest_chain = 32;

/// Built-in styles keep their English names in every language version.
std::optional<int> outline_level_of(const std::string& style_name) {
    const std::string name = model::to_lower(style_name);
    if (name == "title") return 0;
    if (name.size() == 9 && name.starts_with("heading ") && name[8] >= '1' && name[8] <= '9') return name[8] - '1';
    return std::nullopt;
}

void take_missing(DocxForm& form, const DocxForm& base) {
    const auto take = [](auto& mine, const auto& theirs) {
        if (!mine) mine = theirs;
    };
    take(form.outline_level, base.outline_level);
    take(form.list, base.list);
    take(form.list_level, base.list_level);
    take(form.bold, base.bold);
    take(form.hidden, base.hidden);
    take(form.page_break_before, base.page_break_before);
}

void read_list(XmlReader& xml, DocxForm& form) {
    xml.read_content([&] {
        if (xml.name() == "numId")
            form.list = docx_number(xml);
        else if (xml.name() == "ilvl")
            form.list_level = docx_number(xml);
    });
}

}  // namespace

bool docx_switch(const XmlReader& element) {
    const std::string value = element.attribute("val").value_or("1");
    return value != "0" && value != "false" && value != "off" && value != "none";
}

std::optional<int> docx_number(const XmlReader& element) {
    const std::string text = element.attribute("val").value_or("");
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

void read_docx_form(XmlReader& properties, DocxForm& form, std::string& style) {
    XmlReader& xml = properties;
    xml.read_content([&] {
        const std::string_view name = xml.name();
        if (name == "pStyle" || name == "rStyle")
            style = xml.attribute("val").value_or("");
        else if (name == "outlineLvl")
            form.outline_level = docx_number(xml);
        else if (name == "numPr")
            read_list(xml, form);
        else if (name == "b")
            form.bold = docx_switch(xml);
        else if (name == "vanish" || name == "webHidden")
            form.hidden = form.hidden.value_or(false) || docx_switch(xml);
        else if (name == "pageBreakBefore")
            form.page_break_before = docx_switch(xml);
    });
}

DocxStyles::DocxStyles(std::string_view xml, std::string_view place) {
    XmlReader reader(xml, place);
    reader.read_content([&] {
        if (reader.name() == "style") read_style(reader);
    });
}

void DocxStyles::read_style(XmlReader& xml) {
    const std::string id = xml.attribute("styleId").value_or("");
    Style style;
    std::string name;
    std::string unused;
    xml.read_content([&] {
        if (xml.name() == "name")
            name = xml.attribute("val").value_or("");
        else if (xml.name() == "basedOn")
            style.base = xml.attribute("val").value_or("");
        else if (xml.name() == "pPr" || xml.name() == "rPr")
            read_docx_form(xml, style.form, unused);
    });
    if (!style.form.outline_level) style.form.outline_level = outline_level_of(name);
    m_styles.emplace(id, std::move(style));
}

DocxForm DocxStyles::form(const std::string& style) const {
    DocxForm form;
    std::string id = style;
    for (int i = 0; i < longest_chain; ++i) {
        const auto found = m_styles.find(id);
        if (found == m_styles.end()) break;
        take_missing(form, found->second.form);
        id = found->second.base;
    }
    return form;
}

}  // namespace kwalign::ingest
