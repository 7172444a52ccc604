#include "ingest/pdf/pdf_reader.hpp"

#include "ingest/pdf/pdf_file.hpp"
#include "ingest/pdf/pdf_salvage.hpp"
#include "ingest/pdf/pdf_words.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace kwalign::ingest {

namespace {

using model::Error;
using model::ErrorCode;
using model::Finding;
using model::Severity;

/// What was noticed on the pages; throws where there is no text at all, unless that is allowed.
void note_pages(SourceDocument& document, const std::vector<int>& unreadable, const std::string& place, Textless textless) {
    const auto has_text = [](const Page& page) { return !page.runs.empty(); };
    if (std::none_of(document.pages.begin(), document.pages.end(), has_text)) {
        if (unreadable.size() == document.pages.size())
            throw Error(ErrorCode::damaged, place, "no page can be opened", "fetch the file again, or repair it with qpdf");
        if (textless == Textless::refuse)
            throw Error(ErrorCode::no_text, place, "the PDF has no text layer; it is probably a scan",
                        "recognise its text first, for example with ocrmypdf");
    }
    for (const Page& page : document.pages) {
        if (has_text(page)) continue;
        model::SourceSpan span;
        span.page = page.number;
        const bool broken = std::find(unreadable.begin(), unreadable.end(), page.number) != unreadable.end();
        document.findings.push_back(
            {broken ? "page-unreadable" : "page-without-text", Severity::warning,
             "Page " + std::to_string(page.number) + (broken ? " cannot be opened." : " has no text layer: it is empty or a scan."), span});
    }
}

SourceDocument read_bytes(std::string_view bytes, const std::string& place, const std::string& password, const model::Limits& limits,
                          Textless textless) {
    const PdfMessages messages;
    const PdfWords source(bytes, place, password, messages);
    if (source.pages() == 0)
        throw Error(ErrorCode::damaged, place, "the PDF has no pages: " + messages.first(), "fetch the file again, or repair it with qpdf");
    if (source.pages() > limits.max_pages) {
        throw Error(ErrorCode::limit_exceeded, place,
                    std::to_string(source.pages()) + " pages (limit " + std::to_string(limits.max_pages) + ")",
                    "raise the limit max_pages");
    }
    SourceDocument document;
    std::vector<int> unreadable;
    std::size_t text_bytes = 0;
    for (int number = 1; static_cast<std::size_t>(number) <= source.pages(); ++number) {
        std::optional<Page> page = source.read(number, limits);
        if (!page) {
            unreadable.push_back(number);
            page.emplace().number = number;
        }
        for (const TextRun& run : page->runs) text_bytes += run.text.size();
        if (text_bytes > limits.max_text_bytes)
            throw Error(ErrorCode::limit_exceeded, place, "the PDF's text is too long", "raise the limit max_text_bytes");
        document.pages.push_back(std::move(*page));
    }
    note_pages(document, unreadable, place, textless);
    for (const std::string& message : messages.list()) {
        document.findings.push_back({"pdf-damage", Severity::warning, "The PDF is damaged in places: " + message, std::nullopt});
    }
    return document;
}

}  // namespace

SourceDocument read_pdf(std::string_view bytes, std::string_view name, std::string_view password, const model::Limits& limits,
                        Textless textless) {
    const std::string place(name);
    try {
        return read_bytes(bytes, place, std::string(password), limits, textless);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::damaged) throw;
        const std::optional<std::string> rebuilt = rebuild_pdf(bytes);
        if (!rebuilt) throw;
        SourceDocument document;
        try {
            document = read_bytes(*rebuilt, place, {}, limits, Textless::refuse);
        } catch (const Error&) {
            throw error;  // what is wrong with the file itself says more than what is wrong with the rest of it
        }
        const Finding finding{"pdf-salvaged", Severity::warning,
                              "The PDF is damaged; what can still be found in it was read, the rest is lost.", std::nullopt};
        document.findings.insert(document.findings.begin(), finding);
        return document;
    }
}

}  // namespace kwalign::ingest
