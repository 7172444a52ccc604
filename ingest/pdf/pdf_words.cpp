#include "ingest/pdf/pdf_words.hpp"

#include "ingest/text/utf8.hpp"
#include "model/error.hpp"

#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <TextOutputDev.h>
#include <goo/GooString.h>

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <map>

namespace kwalign::ingest {

namespace {

using model::Error;
using model::ErrorCode;

void hear(::ErrorCategory, Goffset position, const char* message) {
    PdfMessages::say(position >= 0 ? "error (" + std::to_string(position) + "): " + message : std::string("error: ") + message);
}

/// Poppler's settings, set up once: that takes longer than reading a page. Never taken down, because documents in other threads may
/// live until the very end.
void prepare_poppler() {
    static const auto* const settings = new GlobalParamsIniter(&hear);
    static_cast<void>(settings);
}

std::unique_ptr<PDFDoc> load(std::string_view bytes, const std::string& owner, const std::string& user) {
    // The document owns the stream, not the bytes.
    auto* stream = new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
    return std::make_unique<PDFDoc>(stream, GooString(owner), GooString(user));
}

bool is_locked(PDFDoc& document) { return !document.isOk() && document.getErrorCode() == errEncrypted; }

/// Font names say what the face is: "OpenSans-BoldItalic".
bool name_has(const std::string& font, std::initializer_list<std::string_view> words) {
    std::string lower = font;
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

/// What a font's name tells; asked for every word, and a document has few fonts.
struct Face {
    std::string name;
    bool bold = false;
    bool italic = false;
};

class Faces {
public:
    const Face& of(const GooString* printed) {
        const std::string_view key =
            printed == nullptr ? std::string_view() : std::string_view(printed->c_str(), static_cast<std::size_t>(printed->getLength()));
        if (const auto found = m_faces.find(key); found != m_faces.end()) return found->second;
        Face face;
        // "ABCDEF+" stands before the name of a subset.
        face.name = key.find('+') == 6 ? key.substr(7) : key;
        face.bold = name_has(face.name, {"bold", "black", "heavy", "demi"});
        face.italic = name_has(face.name, {"italic", "oblique"});
        return m_faces.emplace(std::string(key), std::move(face)).first->second;
    }

private:
    std::map<std::string, Face, std::less<>> m_faces;
};

/// A word's characters. Character maps may give halves of surrogate pairs as characters of their own; NUL means nothing.
std::string text_of(const TextWord& word) {
    std::string text;
    const int length = word.getLength();
    text.reserve(static_cast<std::size_t>(length));
    for (int i = 0; i < length; ++i) {
        const char32_t unit = *word.getChar(i);
        const char32_t next = i + 1 < length ? static_cast<char32_t>(*word.getChar(i + 1)) : 0;
        if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
            append_code_point(text, 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00));
            ++i;
        } else if (unit != 0) {
            append_code_point(text, (unit >= 0xd800 && unit < 0xe000) || unit > 0x10ffff ? replacement_character : unit);
        }
    }
    return text;
}

TextRun to_run(const TextWord& word, Faces& faces) {
    TextRun run;
    run.text = text_of(word);
    word.getBBox(&run.box.x0, &run.box.y0, &run.box.x1, &run.box.y1);
    run.space_after = word.hasSpaceAfter();
    run.font_size_pt = word.getFontSize();
    if (word.getLength() > 0) {
        const Face& face = faces.of(word.getFontName(0));
        run.font_name = face.name;
        run.bold = face.bold;
        run.italic = face.italic;
    }
    return run;
}

}  // namespace

struct PdfWords::Impl {
    std::string place;
    std::unique_ptr<PDFDoc> document;
    std::unique_ptr<TextOutputDev> device;
    Faces faces;
};

PdfWords::PdfWords(std::string_view bytes, const std::string& place, const std::string& password, const PdfMessages& messages)
    : m_impl(std::make_unique<Impl>()) {
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        throw Error(ErrorCode::limit_exceeded, place, "the PDF is larger than two gigabytes");
    prepare_poppler();
    m_impl->place = place;
    m_impl->document = load(bytes, {}, password);
    if (is_locked(*m_impl->document) && !password.empty()) m_impl->document = load(bytes, password, {});
    if (is_locked(*m_impl->document)) {
        throw Error(ErrorCode::needs_password, place,
                    password.empty() ? "the PDF is encrypted" : "the PDF is encrypted and the password does not fit", "give its password");
    }
    if (!m_impl->document->isOk())
        throw Error(ErrorCode::damaged, place, "the PDF is damaged or cut off: " + messages.first(),
                    "fetch the file again, or repair it with qpdf");
    // Reading order, as `pdftotext` has it by default.
    m_impl->device = std::make_unique<TextOutputDev>(nullptr, false, 0.0, false, false);
}

PdfWords::~PdfWords() = default;

std::size_t PdfWords::pages() const { return static_cast<std::size_t>(std::max(0, m_impl->document->getNumPages())); }

std::optional<Page> PdfWords::read(int number, const model::Limits& limits) const {
    const ::Page* const source = m_impl->document->getPage(number);
    if (source == nullptr || !source->isOk()) return std::nullopt;
    Page page;
    page.number = number;
    // The sizes are those of the unturned page, the boxes of words those of the page as displayed.
    const bool turned = source->getRotate() == 90 || source->getRotate() == 270;
    page.width_pt = turned ? source->getCropHeight() : source->getCropWidth();
    page.height_pt = turned ? source->getCropWidth() : source->getCropHeight();
    m_impl->document->displayPage(m_impl->device.get(), number, 72.0, 72.0, 0, false, false, false);
    const std::unique_ptr<TextWordList> words = m_impl->device->makeWordList();
    const auto count = static_cast<std::size_t>(words == nullptr ? 0 : words->getLength());
    if (count > limits.max_runs_per_page) {
        throw Error(ErrorCode::limit_exceeded, m_impl->place + " page " + std::to_string(number),
                    std::to_string(count) + " words on one page (limit " + std::to_string(limits.max_runs_per_page) + ")",
                    "raise the limit max_runs_per_page");
    }
    page.runs.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        TextRun run = to_run(*words->get(static_cast<int>(i)), m_impl->faces);
        if (!run.text.empty()) page.runs.push_back(std::move(run));
    }
    return page;
}

}  // namespace kwalign::ingest
