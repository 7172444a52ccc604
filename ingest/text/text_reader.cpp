#include "ingest/text/text_reader.hpp"

#include "ingest/text/encoding.hpp"
#include "model/error.hpp"

#include <string>
#include <utility>

namespace kwalign::ingest {

namespace {

using model::Error;
using model::ErrorCode;

[[noreturn]] void exceed(std::string_view name, const std::string& what, std::size_t limit, const char* setting) {
    throw Error(ErrorCode::limit_exceeded, std::string(name), what + " (limit " + std::to_string(limit) + ")",
                std::string("raise the limit ") + setting + ", or check the file");
}

}  // namespace

void split_pages(std::string_view text, std::string_view name, const model::Limits& limits, SourceDocument& document) {
    if (text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos)
        throw Error(ErrorCode::empty_input, std::string(name), "the file holds nothing but white space");

    const auto new_page = [&] {
        if (document.pages.size() >= limits.max_pages) exceed(name, "too many pages", limits.max_pages, "max_pages");
        document.pages.emplace_back();
        document.pages.back().number = static_cast<int>(document.pages.size());
    };
    new_page();
    std::size_t start = 0;
    while (start < text.size()) {
        std::size_t end = text.find_first_of("\r\n\f", start);
        if (end == std::string_view::npos) end = text.size();
        if (end - start > limits.max_line_bytes) exceed(name, "a line is too long", limits.max_line_bytes, "max_line_bytes");
        const bool page_ends = end < text.size() && text[end] == '\f';
        // The stretch before a form feed is a line only if something stands there.
        if (!page_ends || end > start) {
            auto& runs = document.pages.back().runs;
            if (runs.size() >= limits.max_runs_per_page * 10)
                exceed(name, "too many lines", limits.max_runs_per_page * 10, "max_runs_per_page");
            TextRun run;
            run.text = text.substr(start, end - start);
            run.space_after = false;
            runs.push_back(std::move(run));
        }
        if (page_ends && text.find_first_not_of(" \t\r\n\f\v", end) != std::string_view::npos) new_page();
        start = end + 1;
        if (end < text.size() && text[end] == '\r' && start < text.size() && text[start] == '\n') ++start;
    }
}

SourceDocument read_text(std::string_view bytes, std::string_view name, const model::Limits& limits) {
    SourceDocument document;
    DecodedText decoded = read_encoded(bytes);
    document.encoding = std::move(decoded.encoding);
    document.findings = std::move(decoded.findings);
    if (decoded.text.size() > limits.max_text_bytes) exceed(name, "the text is too long", limits.max_text_bytes, "max_text_bytes");
    split_pages(decoded.text, name, limits, document);
    return document;
}

}  // namespace kwalign::ingest
