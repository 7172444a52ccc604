#include "ingest/office/odt_styles.hpp"

#include "ingest/office/xml_reader.hpp"

#include <algorithm>
#include <charconv>

namespace kwalign::ingest {

namespace {

constexpr int longest_chain = 32;

int number_of(const XmlReader& xml, std::string_view name, int otherwise) {
    const std::string text = xml.attribute(name).value_or("");
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && !text.empty() ? value : otherwise;
}

NumberStyle style_of(std::string_view format) {
    if (format == "1") return NumberStyle::decimal;
    if (format == "a") return NumberStyle::lower_letter;
    if (format == "A") return NumberStyle::upper_letter;
    if (format == "i") return NumberStyle::lower_roman;
    if (format == "I") return NumberStyle::upper_roman;
    return NumberStyle::none;
}

OdtListForm read_levels(XmlReader& xml) {
    OdtListForm form;
    xml.read_content([&] {
        const int level = number_of(xml, "level", 0);
        if (level < 1 || static_cast<std::size_t>(level) > odt_list_levels) return;
        OdtListLevel& target = form[static_cast<std::size_t>(level) - 1];
        if (xml.name() == "list-level-style-bullet" || xml.name() == "list-level-style-image") {
            target.style = NumberStyle::bullet;
        } else if (xml.name() == "list-level-style-number" || xml.name() == "outline-level-style") {
            target.style = style_of(xml.attribute("num-format").value_or(""));
            target.prefix = xml.attribute("num-prefix").value_or("");
            target.suffix = xml.attribute("num-suffix").value_or("");
            target.start = number_of(xml, "start-value", 1);
            target.shown_levels = std::clamp(number_of(xml, "display-levels", 1), 1, level);
        }
    });
    return form;
}

bool is_heavy(std::string_view weight) {
    return weight == "bold" || weight == "600" || weight == "700" || weight == "800" || weight == "900";
}

}  // namespace

void OdtStyles::read(XmlReader& styles) {
    styles.read_content([&] {
        if (styles.name() == "style")
            read_style(styles);
        else if (styles.name() == "list-style")
            m_lists[styles.attribute("name").value_or("")] = read_levels(styles);
        else if (styles.name() == "outline-style")
            m_outline = read_levels(styles);
    });
}

void OdtStyles::read_style(XmlReader& xml) {
    const std::string name = xml.attribute("name").value_or("");
    Style style;
    style.parent = xml.attribute("parent-style-name").value_or("");
    style.form.is_title = name == "Title";
    if (!xml.attribute("master-page-name").value_or("").empty()) style.form.page_break_before = true;
    xml.read_content([&] {
        if (xml.name() == "text-properties") {
            if (const auto weight = xml.attribute("font-weight")) style.form.bold = is_heavy(*weight);
            if (const auto display = xml.attribute("display")) style.form.hidden = *display == "none";
        } else if (xml.name() == "paragraph-properties") {
            if (const auto before = xml.attribute("break-before")) style.form.page_break_before = *before == "page";
            if (const auto after = xml.attribute("break-after")) style.form.page_break_after = *after == "page";
        }
    });
    m_styles[name] = std::move(style);
}

OdtForm OdtStyles::form(const std::string& style) const {
    OdtForm form;
    std::string name = style;
    const auto take = [](auto& mine, const auto& theirs) {
        if (!mine) mine = theirs;
    };
    for (int i = 0; i < longest_chain; ++i) {
        const auto found = m_styles.find(name);
        if (found == m_styles.end()) break;
        take(form.bold, found->second.form.bold);
        take(form.hidden, found->second.form.hidden);
        take(form.page_break_before, found->second.form.page_break_before);
        take(form.page_break_after, found->second.form.page_break_after);
        form.is_title = form.is_title || found->second.form.is_title;
        name = found->second.parent;
    }
    form.is_title = form.is_title || style == "Title";
    return form;
}

const OdtListForm* OdtStyles::list(const std::string& style) const {
    const auto found = m_lists.find(style);
    return found == m_lists.end() ? nullptr : &found->second;
}

}  // namespace kwalign::ingest
