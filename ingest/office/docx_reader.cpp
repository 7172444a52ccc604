#include "ingest/office/docx_reader.hpp"

#include "ingest/office/docx_numbering.hpp"
#include "ingest/office/docx_styles.hpp"
#include "ingest/office/office_text.hpp"
#include "ingest/office/open_xml_package.hpp"
#include "ingest/office/xml_reader.hpp"
#include "ingest/text/utf8.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>

namespace kwalign::ingest {

namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements that only hold others: content controls, insertions, links, fields.
bool is_transparent(std::string_view name) {
    return is_one_of(
        name, {"sdt", "sdtContent", "ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "ruby", "rubyBase"});
}

/// A paragraph as it is being read.
struct OpenParagraph {
    MarkedParagraph result;
    DocxForm form;
    std::string style;
    std::size_t visible = 0;
    std::size_t visible_bold = 0;
    bool page_before = false;
    bool page_after = false;
    std::vector<MarkedParagraph> boxes;
};

class DocxReader {
public:
    DocxReader(const OpenXmlPackage& package, std::string_view place, const model::Limits& limits)
        : m_package(package), m_text(place, limits) {
        if (const auto parts = package.parts("styles"); !parts.empty())
            m_styles = DocxStyles(*package.find(parts[0]), package.place_of(parts[0]));
        if (const auto parts = package.parts("numbering"); !parts.empty())
            m_numbering = DocxNumbering(*package.find(parts[0]), package.place_of(parts[0]));
    }

    SourceDocument run() {
        read_part(m_package.main_part());
        for (const char* type : {"footnotes", "endnotes"}) {
            for (const std::string& part : m_package.parts(type)) m_text.collect(m_text.notes(), [&] { read_part(part); });
        }
        for (const char* type : {"header", "footer"}) {
            for (const std::string& part : m_package.parts(type)) read_running_head(part);
        }
        return m_text.finish(m_package.has_pictures());
    }

private:
    void read_part(const std::string& path) {
        XmlReader xml(*m_package.find(path), m_package.place_of(path));
        if (!is_one_of(xml.name(), {"document", "footnotes", "endnotes"}))
            throw model::Error(model::ErrorCode::damaged, m_package.place_of(path), "it is no part of a document",
                               "open it with the program that made it and save it anew");
        xml.read_content([&] {
            const bool separator = xml.attribute("type").has_value();  // of notes: the line above them
            if (xml.name() == "body" || (is_one_of(xml.name(), {"footnote", "endnote"}) && !separator)) read_blocks(xml);
        });
    }

    void read_running_head(const std::string& path) {
        XmlReader xml(*m_package.find(path), m_package.place_of(path));
        std::vector<MarkedParagraph> paragraphs;
        m_text.collect(paragraphs, [&] { read_blocks(xml); });
        std::string text;
        for (const MarkedParagraph& paragraph : paragraphs) text += paragraph.text + " ";
        m_text.leave_out(std::move(text));
    }

    void read_blocks(XmlReader& xml) {
        xml.read_content([&] { read_block(xml); });
    }

    void read_block(XmlReader& xml) {
        const std::string_view name = xml.name();
        if (name == "p")
            read_paragraph(xml);
        else if (name == "tbl")
            read_table(xml);
        else if (name == "AlternateContent")
            read_choice(xml, [&] { read_block(xml); });
        else if (is_transparent(name))
            read_blocks(xml);
    }

    /// The first of several renderings of the same thing.
    template <class Visit>
    void read_choice(XmlReader& xml, Visit visit) {
        bool taken = false;
        xml.read_content([&] {
            if (taken) return;
            taken = true;
            xml.read_content(visit);
        });
    }

    void read_paragraph(XmlReader& xml) {
        OpenParagraph paragraph;
        xml.read_content([&] { read_inline(xml, paragraph); });
        finish(paragraph);
    }

    void read_inline(XmlReader& xml, OpenParagraph& paragraph) {
        const std::string_view name = xml.name();
        if (name == "pPr")
            read_docx_form(xml, paragraph.form, paragraph.style);
        else if (name == "r")
            read_run(xml, paragraph);
        else if (name == "AlternateContent")
            read_choice(xml, [&] { read_inline(xml, paragraph); });
        else if (is_one_of(name, {"oMath", "oMathPara"}))
            put(paragraph, xml.read_text(), false);
        else if (is_transparent(name))
            xml.read_content([&] { read_inline(xml, paragraph); });
    }

    void read_run(XmlReader& xml, OpenParagraph& paragraph) {
        DocxForm form;
        std::string style;
        xml.read_content([&] {
            if (xml.name() == "rPr") {
                read_docx_form(xml, form, style);
                if (!style.empty()) {
                    const DocxForm base = m_styles.form(style);
                    if (!form.bold) form.bold = base.bold;
                    if (!form.hidden) form.hidden = base.hidden;
                }
            } else if (!form.hidden.value_or(false)) {
                read_run_piece(xml, paragraph, form);
            }
        });
    }

    void read_run_piece(XmlReader& xml, OpenParagraph& paragraph, const DocxForm& form) {
        const std::string_view name = xml.name();
        const bool bold = form.bold ? *form.bold : m_styles.form(paragraph.style).bold.value_or(false);
        if (name == "t")
            put(paragraph, xml.read_text(), bold);
        else if (is_one_of(name, {"tab", "ptab"}))
            put(paragraph, "\t", bold);
        else if (name == "br" && xml.attribute("type") == "page")
            break_page(paragraph);
        else if (is_one_of(name, {"br", "cr"}))
            put(paragraph, "\n", bold);
        else if (name == "lastRenderedPageBreak")
            break_page(paragraph);
        else if (name == "noBreakHyphen")
            put(paragraph, "\xe2\x80\x91", bold);
        else if (name == "softHyphen")
            put(paragraph, "\xc2\xad", bold);
        else if (name == "sym")
            put(paragraph, symbol(xml), bold);
        else if (name == "AlternateContent")
            read_choice(xml, [&] { read_run_piece(xml, paragraph, form); });
        else if (is_one_of(name, {"drawing", "pict", "object"}))
            read_boxes(xml, paragraph);
        else if (is_transparent(name))
            xml.read_content([&] { read_run_piece(xml, paragraph, form); });
    }

    /// Text boxes wherever they are inside a drawing.
    void read_boxes(XmlReader& xml, OpenParagraph& paragraph) {
        xml.read_content([&] {
            if (xml.name() == "txbxContent")
                m_text.collect(paragraph.boxes, [&] { read_blocks(xml); });
            else if (xml.name() == "AlternateContent")
                read_choice(xml, [&] { read_box_or_deeper(xml, paragraph); });
            else
                read_boxes(xml, paragraph);
        });
    }
    void read_box_or_deeper(XmlReader& xml, OpenParagraph& paragraph) {
        if (xml.name() == "txbxContent")
            m_text.collect(paragraph.boxes, [&] { read_blocks(xml); });
        else
            read_boxes(xml, paragraph);
    }

    /// A character of a symbol font; those of Word's bullets are meant.
    static std::string symbol(const XmlReader& xml) {
        const std::string code = xml.attribute("char").value_or("");
        unsigned value = 0;
        const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), value, 16);
        if (error != std::errc() || value < 0x20 || value > 0xffff || (value >= 0xd800 && value < 0xe000)) return {};
        std::string text;
        append_code_point(text, value >= 0xf000 && value < 0xf100 ? 0x2022 : static_cast<char32_t>(value));
        return text;
    }

    static void put(OpenParagraph& paragraph, std::string_view text, bool bold) {
        for (const char c : text) paragraph.result.text += c == '\r' ? ' ' : c;
        const auto visible =
            static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\t' && c != '\n'; }));
        paragraph.visible += visible;
        if (bold) paragraph.visible_bold += visible;
    }

    /// A paragraph stays in one piece: on the page where its text begins.
    static void break_page(OpenParagraph& paragraph) { (paragraph.visible == 0 ? paragraph.page_before : paragraph.page_after) = true; }

    void finish(OpenParagraph& paragraph) {
        const DocxForm base = m_styles.form(paragraph.style);
        DocxForm& form = paragraph.form;
        const int outline = form.outline_level.value_or(base.outline_level.value_or(9));
        if (outline >= 0 && outline < 9) paragraph.result.heading_level = std::min(outline + 1, 6);
        paragraph.result.bold = paragraph.visible > 0 && paragraph.visible == paragraph.visible_bold;
        if (const int list = form.list.value_or(base.list.value_or(0)); list > 0) {
            int level = base.list_level.value_or(0);
            if (const auto own = m_numbering.level_of_style(list, paragraph.style)) level = *own;
            if (const auto label = m_numbering.next(list, form.list_level.value_or(level))) {
                paragraph.result.bulleted = label->bulleted;
                paragraph.result.number = label->number;
            }
        }
        const bool breaks = paragraph.page_before || form.page_break_before.value_or(base.page_break_before.value_or(false));
        if (breaks && !m_text.is_aside()) m_text.blocks().break_page();
        m_text.add(std::move(paragraph.result));
        for (MarkedParagraph& box : paragraph.boxes) m_text.add(std::move(box));
        if (paragraph.page_after && !m_text.is_aside()) m_text.blocks().break_page();
    }

    void read_table(XmlReader& xml) {
        if (m_text.is_aside()) {
            xml.read_content([&] { read_aside_row(xml); });
            return;
        }
        m_text.blocks().begin_table();
        xml.read_content([&] { read_row_or_wrapper(xml); });
        m_text.blocks().end_table();
    }

    void read_aside_row(XmlReader& xml) {
        if (xml.name() == "tc")
            read_blocks(xml);
        else if (xml.name() == "tr" || is_transparent(xml.name()))
            xml.read_content([&] { read_aside_row(xml); });
    }

    void read_row_or_wrapper(XmlReader& xml) {
        if (xml.name() == "tr") {
            xml.read_content([&] { read_cell_or_wrapper(xml); });
            m_text.blocks().end_row();
        } else if (is_transparent(xml.name())) {
            xml.read_content([&] { read_row_or_wrapper(xml); });
        }
    }

    void read_cell_or_wrapper(XmlReader& xml) {
        if (is_transparent(xml.name())) {
            xml.read_content([&] { read_cell_or_wrapper(xml); });
        } else if (xml.name() == "trPr") {
            xml.read_content([&] {
                if (xml.name() != "gridBefore") return;
                m_text.blocks().begin_cell();
                m_text.blocks().end_cell(span_of(xml));
            });
        } else if (xml.name() == "tc") {
            std::size_t columns = 1;
            m_text.blocks().begin_cell();
            xml.read_content([&] {
                if (xml.name() != "tcPr") return read_block(xml);
                xml.read_content([&] {
                    if (xml.name() == "gridSpan") columns = span_of(xml);
                });
            });
            m_text.blocks().end_cell(columns);
        }
    }

    static std::size_t span_of(const XmlReader& xml) { return static_cast<std::size_t>(std::clamp(docx_number(xml).value_or(1), 1, 63)); }

    const OpenXmlPackage& m_package;
    OfficeText m_text;
    DocxStyles m_styles;
    DocxNumbering m_numbering;
};

}  // namespace

SourceDocument read_docx(std::string_view bytes, std::string_view name, const model::Limits& limits) {
    const OpenXmlPackage package(bytes, name, limits);
    return DocxReader(package, name, limits).run();
}

}  // namespace kwalign::ingest
