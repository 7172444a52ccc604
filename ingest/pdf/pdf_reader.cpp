#include "ingest/pdf/pdf_reader.hpp"

#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace kwalign::ingest {
namespace {

/// Messages of the document that this thread is reading. Poppler tells no document with its messages, but it speaks on the thread that
/// called it.
thread_local std::set<std::string>* current_messages = nullptr;

void keep_message(const std::string& message, void*) {
    constexpr std::size_t most = 20;
    if (current_messages != nullptr && current_messages->size() < most) current_messages->insert(message);
}

class MessageScope {
public:
    MessageScope() {
        static std::once_flag once;
        std::call_once(once, [] { poppler::set_debug_error_function(keep_message, nullptr); });
        current_messages = &m_messages;
    }
    ~MessageScope() { current_messages = nullptr; }
    MessageScope(const MessageScope&) = delete;
    MessageScope& operator=(const MessageScope&) = delete;
    [[nodiscard]] const std::set<std::string>& messages() const noexcept { return m_messages; }

private:
    std::set<std::string> m_messages;
};

std::unique_ptr<poppler::document> open(std::string_view bytes, std::string_view name, std::string_view password) {
    poppler::byte_array copy(bytes.begin(), bytes.end());
    const std::string secret(password);
    std::unique_ptr<poppler::document> document(poppler::document::load_from_data(&copy, secret, secret));
    if (!document)
        throw model::Error(model::ErrorCode::damaged, std::string(name), "the PDF is damaged or truncated and cannot be opened", "get the file again from its issuer");
    if (document->is_locked())
        throw model::Error(model::ErrorCode::needs_password, std::string(name), password.empty() ? "the PDF is encrypted" : "the password does not open the PDF",
                           "give the password with --password");
    return document;
}

std::string to_utf8(const poppler::ustring& text) {
    const poppler::byte_array bytes = text.to_utf8();
    return {bytes.begin(), bytes.end()};
}

bool says(std::string name, std::initializer_list<const char*> words) {
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
    return std::any_of(words.begin(), words.end(), [&](const char* w) { return name.find(w) != std::string::npos; });
}

TextRun to_run(const poppler::text_box& box) {
    TextRun run;
    run.text = to_utf8(box.text());
    const poppler::rectf r = box.bbox();
    run.box = {r.left(), r.top(), r.right(), r.bottom()};
    run.space_after = box.has_space_after();
    if (box.has_font_info()) {
        run.font_size_pt = box.get_font_size();
        run.font_name = box.get_font_name();
        run.bold = says(run.font_name, {"bold", "black", "heavy"});
        run.italic = says(run.font_name, {"italic", "oblique"});
    }
    return run;
}

Page read_page(poppler::document& document, int index, std::string_view name, const model::Limits& limits) {
    Page page;
    page.number = index + 1;
    const std::unique_ptr<poppler::page> source(document.create_page(index));
    if (!source) return page;
    const poppler::rectf rect = source->page_rect();
    const bool turned = source->orientation() == poppler::page::landscape || source->orientation() == poppler::page::seascape;
    page.width_pt = turned ? rect.height() : rect.width();
    page.height_pt = turned ? rect.width() : rect.height();
    const std::vector<poppler::text_box> boxes = source->text_list(poppler::page::text_list_include_font);
    if (boxes.size() > limits.max_runs_per_page)
        throw model::Error(model::ErrorCode::limit_exceeded, std::string(name) + " page " + std::to_string(page.number), "more words than a page can hold");
    page.runs.reserve(boxes.size());
    for (const poppler::text_box& box : boxes) page.runs.push_back(to_run(box));
    return page;
}

}  // namespace

std::vector<Page> read_pdf(std::string_view bytes, std::string_view name, std::string_view password, const model::Limits& limits,
                           std::vector<model::Finding>& findings) {
    const MessageScope messages;
    const std::unique_ptr<poppler::document> document = open(bytes, name, password);
    const int count = document->pages();
    if (count <= 0) throw model::Error(model::ErrorCode::damaged, std::string(name), "the PDF has no pages");
    if (static_cast<std::size_t>(count) > limits.max_pages)
        throw model::Error(model::ErrorCode::limit_exceeded, std::string(name), std::to_string(count) + " pages are more than the limit of " + std::to_string(limits.max_pages));
    std::vector<Page> pages;
    std::vector<int> empty;
    for (int i = 0; i < count; ++i) {
        pages.push_back(read_page(*document, i, name, limits));
        if (pages.back().runs.empty()) empty.push_back(i + 1);
    }
    if (empty.size() == pages.size())
        throw model::Error(model::ErrorCode::no_text, std::string(name), "no page has a text layer; it is a scan", "run an OCR program over it first");
    for (const int number : empty)
        findings.push_back({"page-without-text", model::Severity::warning, "Page " + std::to_string(number) + " has no text layer; what it shows was not read.",
                            model::SourceSpan{number, {}, 0, 0}});
    for (const std::string& message : messages.messages())
        findings.push_back({"pdf-syntax", model::Severity::note, "The PDF breaks its own format: " + message, std::nullopt});
    return pages;
}

}  // namespace kwalign::ingest
