#include "ingest/pdf/pdf_reader.hpp"

#include "ingest/pdf/pdf_file.hpp"
#include "ingest/text/utf8.hpp"
#include "model/error.hpp"

#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace kwalign::ingest {

namespace {

using model::Error;
using model::ErrorCode;
using model::Severity;

/// Font names say what the face is: "ABCDEF+OpenSans-BoldItalic".
bool name_has(const std::string& font, std::initializer_list<std::string_view> words) {
    std::string lower = font;
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

/// Poppler's own conversion opens an iconv handle per word, which takes longer than reading the page.
std::string to_utf8(const poppler::ustring& utf16) {
    std::string text;
    text.reserve(utf16.size());
    for (std::size_t i = 0; i < utf16.size(); ++i) {
        const char32_t unit = utf16[i];
        const bool high = unit >= 0xd800 && unit < 0xdc00;
        if (high && i + 1 < utf16.size() && utf16[i + 1] >= 0xdc00 && utf16[i + 1] < 0xe000) {
            append_code_point(text, 0x10000 + ((unit - 0xd800) << 10) + (static_cast<char32_t>(utf16[++i]) - 0xdc00));
        } else {
            append_code_point(text, unit >= 0xd800 && unit < 0xe000 ? replacement_character : unit);
        }
    }
    return text;
}

TextRun to_run(const poppler::text_box& box) {
    TextRun run;
    run.text = to_utf8(box.text());
    const poppler::rectf place = box.bbox();
    run.box = {place.left(), place.top(), place.right(), place.bottom()};
    run.space_after = box.has_space_after();
    if (box.has_font_info()) {
        run.font_size_pt = box.get_font_size();
        run.font_name = box.get_font_name();
        if (const std::size_t plus = run.font_name.find('+'); plus == 6) run.font_name.erase(0, 7);
        run.bold = name_has(run.font_name, {"bold", "black", "heavy", "demi"});
        run.italic = name_has(run.font_name, {"italic", "oblique"});
    }
    return run;
}

Page read_page(const poppler::page& source, int number, const std::string& place, const model::Limits& limits) {
    Page page;
    page.number = number;
    const poppler::rectf size = source.page_rect();
    // The rectangle is that of the unturned page, the boxes of words are those of the page as displayed.
    const auto orientation = source.orientation();
    const bool turned = orientation == poppler::page::landscape || orientation == poppler::page::seascape;
    page.width_pt = turned ? size.height() : size.width();
    page.height_pt = turned ? size.width() : size.height();
    const auto boxes = source.text_list(poppler::page::text_list_include_font);
    if (boxes.size() > limits.max_runs_per_page) {
        throw Error(ErrorCode::limit_exceeded, place + " page " + std::to_string(number),
                    std::to_string(boxes.size()) + " words on one page (limit " + std::to_string(limits.max_runs_per_page) + ")",
                    "raise the limit max_runs_per_page");
    }
    page.runs.reserve(boxes.size());
    for (const poppler::text_box& box : boxes) {
        TextRun run = to_run(box);
        if (!run.text.empty()) page.runs.push_back(std::move(run));
    }
    return page;
}

/// What was noticed on the pages; throws where there is no text at all, unless that is allowed.
void note_pages(SourceDocument& document, const std::vector<int>& unreadable, const std::string& place, Textless textless) {
    const auto has_text = [](const Page& page) { return !page.runs.empty(); };
    if (std::none_of(document.pages.begin(), document.pages.end(), has_text)) {
        if (unreadable.size() == document.pages.size()) throw Error(ErrorCode::damaged, place, "no page can be opened", "fetch the file again, or repair it with qpdf");
        if (textless == Textless::refuse)
            throw Error(ErrorCode::no_text, place, "the PDF has no text layer; it is probably a scan", "recognise its text first, for example with ocrmypdf");
    }
    for (const Page& page : document.pages) {
        if (has_text(page)) continue;
        model::SourceSpan span;
        span.page = page.number;
        const bool broken = std::find(unreadable.begin(), unreadable.end(), page.number) != unreadable.end();
        document.findings.push_back({broken ? "page-unreadable" : "page-without-text", Severity::warning,
                                     "Page " + std::to_string(page.number) + (broken ? " cannot be opened." : " has no text layer: it is empty or a scan."), span});
    }
}

}  // namespace

SourceDocument read_pdf(std::string_view bytes, std::string_view name, std::string_view password, const model::Limits& limits, Textless textless) {
    const std::string place(name);
    const PdfMessages messages;
    const std::unique_ptr<poppler::document> source = open_pdf(bytes, place, std::string(password), messages);

    const int count = source->pages();
    if (count <= 0) throw Error(ErrorCode::damaged, place, "the PDF has no pages: " + messages.first(), "fetch the file again, or repair it with qpdf");
    if (static_cast<std::size_t>(count) > limits.max_pages) {
        throw Error(ErrorCode::limit_exceeded, place, std::to_string(count) + " pages (limit " + std::to_string(limits.max_pages) + ")",
                    "raise the limit max_pages");
    }
    SourceDocument document;
    std::vector<int> unreadable;
    std::size_t text_bytes = 0;
    for (int index = 0; index < count; ++index) {
        const std::unique_ptr<poppler::page> page(source->create_page(index));
        if (page == nullptr) {
            unreadable.push_back(index + 1);
            document.pages.emplace_back();
            document.pages.back().number = index + 1;
            continue;
        }
        document.pages.push_back(read_page(*page, index + 1, place, limits));
        for (const TextRun& run : document.pages.back().runs) text_bytes += run.text.size();
        if (text_bytes > limits.max_text_bytes) throw Error(ErrorCode::limit_exceeded, place, "the PDF's text is too long", "raise the limit max_text_bytes");
    }
    note_pages(document, unreadable, place, textless);
    for (const std::string& message : messages.list()) {
        document.findings.push_back({"pdf-damage", Severity::warning, "The PDF is damaged in places: " + message, std::nullopt});
    }
    return document;
}

}  // namespace kwalign::ingest
