#include "ingest/office/odt_reader.hpp"

#include "ingest/office/odt_lists.hpp"
#include "ingest/office/odt_styles.hpp"
#include "ingest/office/office_text.hpp"
#include "ingest/office/xml_reader.hpp"
#include "ingest/office/zip_archive.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>

namespace kwalign::ingest {

namespace {

constexpr int most_columns = 63;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

int count_attribute(const XmlReader& xml, std::string_view name, int most) {
    const std::string text = xml.attribute(name).value_or("1");
    int value = 1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp(value, 1, most);
}

/// A paragraph as it is being read.
struct OpenParagraph {
    MarkedParagraph result;
    std::size_t visible = 0;
    std::size_t visible_bold = 0;
    bool page_before = false;
    bool page_after = false;
    std::vector<MarkedParagraph> boxes;
};

struct RunForm {
    bool bold = false;
    bool hidden = false;
};

class OdtReader {
public:
    OdtReader(const ZipContents& contents, std::string_view place, const model::Limits& limits)
        : m_contents(contents), m_place(place), m_text(place, limits), m_lists(m_styles) {}

    SourceDocument run() {
        if (const std::string* manifest = find("META-INF/manifest.xml");
            manifest != nullptr && manifest->find("encryption-data") != std::string::npos)
            throw model::Error(model::ErrorCode::needs_password, m_place, "the document is encrypted", "save it without a password");
        const std::string* content = find("content.xml");
        if (content == nullptr)
            throw model::Error(model::ErrorCode::damaged, m_place, "the document's content is missing",
                               "open it with the program that made it and save it anew");
        if (const std::string* styles = find("styles.xml")) read_styles(*styles);
        XmlReader xml(*content, m_place + ":content.xml");
        if (xml.name() != "document-content")
            throw model::Error(model::ErrorCode::damaged, m_place + ":content.xml", "it is no document",
                               "open it with the program that made it and save it anew");
        xml.read_content([&] {
            if (xml.name() == "automatic-styles")
                m_styles.read(xml);
            else if (xml.name() == "body")
                read_blocks(xml);
        });
        const bool pictures = std::any_of(m_contents.names.begin(), m_contents.names.end(),
                                          [](const std::string& name) { return name.starts_with("Pictures/"); });
        return m_text.finish(pictures);
    }

private:
    [[nodiscard]] const std::string* find(const std::string& name) const {
        const auto found = m_contents.entries.find(name);
        return found == m_contents.entries.end() ? nullptr : &found->second;
    }

    void read_styles(const std::string& bytes) {
        XmlReader xml(bytes, m_place + ":styles.xml");
        xml.read_content([&] {
            if (is_one_of(xml.name(), {"styles", "automatic-styles"}))
                m_styles.read(xml);
            else if (xml.name() == "master-styles")
                read_running_heads(xml);
        });
    }

    void read_running_heads(XmlReader& xml) {
        xml.read_content([&] {
            xml.read_content([&] {
                if (!xml.name().starts_with("header") && !xml.name().starts_with("footer")) return;
                std::vector<MarkedParagraph> paragraphs;
                m_text.collect(paragraphs, [&] { read_blocks(xml); });
                std::string text;
                for (const MarkedParagraph& paragraph : paragraphs) text += paragraph.text + " ";
                m_text.leave_out(std::move(text));
            });
        });
    }

    void read_blocks(XmlReader& xml) {
        xml.read_content([&] { read_block(xml); });
    }

    void read_block(XmlReader& xml) {
        const std::string_view name = xml.name();
        if (is_one_of(name, {"p", "h"}))
            read_paragraph(xml, {});
        else if (name == "list")
            read_list(xml);
        else if (name == "table")
            read_table(xml);
        else if (name == "soft-page-break")
            break_page();
        else if (!is_one_of(name, {"tracked-changes", "forms", "sequence-decls", "variable-decls", "user-field-decls",
                                   "dde-connection-decls", "annotation", "image", "title", "desc"}))
            read_blocks(xml);  // sections, indexes, frames, text boxes
    }

    void read_list(XmlReader& xml) {
        m_lists.open(xml);
        xml.read_content([&] {
            if (!is_one_of(xml.name(), {"list-item", "list-header"})) return;
            OdtLabel label;
            if (xml.name() == "list-item") label = m_lists.next_item(xml);
            xml.read_content([&] {
                if (!is_one_of(xml.name(), {"p", "h"})) return read_block(xml);
                read_paragraph(xml, label);
                label = {};  // for the first one only
            });
        });
        m_lists.close();
    }

    void read_paragraph(XmlReader& xml, const OdtLabel& label) {
        OpenParagraph paragraph;
        const OdtForm form = m_styles.form(xml.attribute("style-name").value_or(""));
        paragraph.result.bulleted = label.bulleted;
        paragraph.result.number = label.number;
        if (xml.name() == "h") {
            const int level = count_attribute(xml, "outline-level", 10);
            paragraph.result.heading_level = std::min(level, 6);
            if (label.number.empty() && !label.bulleted) paragraph.result.number = m_lists.next_heading(xml, level);
        } else if (form.is_title) {
            paragraph.result.heading_level = 1;
        }
        paragraph.page_before = form.page_break_before.value_or(false);
        paragraph.page_after = form.page_break_after.value_or(false);
        read_inline(xml, paragraph, {form.bold.value_or(false), form.hidden.value_or(false)});
        paragraph.result.bold = paragraph.visible > 0 && paragraph.visible == paragraph.visible_bold;
        if (paragraph.page_before) break_page();
        m_text.add(std::move(paragraph.result));
        for (MarkedParagraph& box : paragraph.boxes) m_text.add(std::move(box));
        if (paragraph.page_after) break_page();
    }

    void read_inline(XmlReader& xml, OpenParagraph& paragraph, RunForm form) {
        xml.read_content([&] { read_inline_element(xml, paragraph, form); },
                         [&](std::string_view text) {
                             std::string spaced(text);
                             std::replace(spaced.begin(), spaced.end(), '\n', ' ');
                             put(paragraph, spaced, form);
                         });
    }

    void read_inline_element(XmlReader& xml, OpenParagraph& paragraph, RunForm form) {
        const std::string_view name = xml.name();
        if (name == "s")
            put(paragraph, " ", form);
        else if (name == "tab")
            put(paragraph, "\t", form);
        else if (name == "line-break")
            put(paragraph, "\n", form);
        else if (name == "soft-page-break")
            (paragraph.visible == 0 ? paragraph.page_before : paragraph.page_after) = true;
        else if (name == "note")
            read_note(xml);
        else if (name == "text-box")
            m_text.collect(paragraph.boxes, [&] { read_blocks(xml); });
        else if (is_one_of(name, {"frame", "g", "custom-shape", "a"}) && xml.name_space().find("drawing") != std::string_view::npos)
            xml.read_content([&] { read_drawn(xml, paragraph); });
        else if (!is_one_of(name, {"annotation", "ruby-text", "image", "hidden-text", "title", "desc"})) {
            const OdtForm own = m_styles.form(xml.attribute("style-name").value_or(""));
            read_inline(xml, paragraph, {own.bold.value_or(form.bold), own.hidden.value_or(form.hidden)});
        }
    }

    /// Text boxes and the text of shapes.
    void read_drawn(XmlReader& xml, OpenParagraph& paragraph) {
        if (xml.name() == "text-box")
            m_text.collect(paragraph.boxes, [&] { read_blocks(xml); });
        else if (is_one_of(xml.name(), {"p", "h", "list"}))
            m_text.collect(paragraph.boxes, [&] { read_block(xml); });
        else if (is_one_of(xml.name(), {"frame", "g", "custom-shape"}))
            xml.read_content([&] { read_drawn(xml, paragraph); });
    }

    void read_note(XmlReader& xml) {
        xml.read_content([&] {
            if (xml.name() == "note-body") m_text.collect(m_text.notes(), [&] { read_blocks(xml); });
        });
    }

    static void put(OpenParagraph& paragraph, std::string_view text, RunForm form) {
        if (form.hidden) return;
        paragraph.result.text += text;
        const auto visible =
            static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\t' && c != '\n'; }));
        paragraph.visible += visible;
        if (form.bold) paragraph.visible_bold += visible;
    }

    void break_page() {
        if (!m_text.is_aside()) m_text.blocks().break_page();
    }

    void read_table(XmlReader& xml) {
        if (!m_text.is_aside()) m_text.blocks().begin_table();
        read_rows(xml);
        if (!m_text.is_aside()) m_text.blocks().end_table();
    }

    void read_rows(XmlReader& xml) {
        xml.read_content([&] {
            if (xml.name() == "table-row")
                read_row(xml);
            else if (is_one_of(xml.name(), {"table-header-rows", "table-rows", "table-row-group"}))
                read_rows(xml);
            else if (xml.name() == "soft-page-break")
                break_page();
        });
    }

    void read_row(XmlReader& xml) {
        if (m_text.is_aside()) {
            xml.read_content([&] { read_blocks(xml); });
            return;
        }
        BlockText& blocks = m_text.blocks();
        xml.read_content([&] {
            if (!is_one_of(xml.name(), {"table-cell", "covered-table-cell"})) return;
            const auto columns = static_cast<std::size_t>(count_attribute(xml, "number-columns-repeated", most_columns));
            blocks.begin_cell();
            read_blocks(xml);
            blocks.end_cell(columns);
        });
        blocks.end_row();
    }

    const ZipContents& m_contents;
    std::string m_place;
    OfficeText m_text;
    OdtStyles m_styles;
    OdtLists m_lists;
};

}  // namespace

SourceDocument read_odt(std::string_view bytes, std::string_view name, const model::Limits& limits) {
    const auto wanted = [](std::string_view entry) {
        return entry == "content.xml" || entry == "styles.xml" || entry == "META-INF/manifest.xml";
    };
    const ZipContents contents = unpack_zip(bytes, name, wanted, limits);
    return OdtReader(contents, name, limits).run();
}

}  // namespace kwalign::ingest
