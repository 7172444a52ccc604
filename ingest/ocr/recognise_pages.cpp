#include "ingest/ocr/recognise_pages.hpp"

#include "ingest/ocr/read_picture.hpp"
#include "ingest/ocr/readability.hpp"
#include "ingest/ocr/straighten.hpp"
#include "ingest/pdf/page_pictures.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace kwalign::ingest {

namespace {

using model::Severity;

constexpr std::size_t few_words = 25;         // on a page that may be a picture with a stamp or page number of its own
constexpr double glance_dpi = 50.0;           // to see whether more is printed than the text layer says
constexpr double uncovered_ink = 0.012;       // share of the page outside the words' boxes; a page of print has 0.02 and more
constexpr std::size_t many_times_more = 4;    // letters in the picture than in a sparse text layer, to be worth replacing it
constexpr double trusted_confidence = 0.6;    // of a page's mean; a text layer is not given up for less
constexpr double clear_gain = 0.8;            // of likeness, over an unreadable text layer
constexpr double doubted_confidence = 0.8;    // pages below are warned of, not only noted
constexpr std::size_t most_words_named = 12;  // of doubtful words in a finding

enum class Reason { none, no_text, unreadable, sparse };

std::string percent(double share) { return std::to_string(std::lround(100.0 * share)) + " %"; }

std::string joined(const std::vector<std::string>& texts, std::string_view glue) {
    std::string result;
    for (const std::string& text : texts) result += (result.empty() ? std::string{} : std::string(glue)) + text;
    return result;
}

model::SourceSpan page_span(const Page& page) {
    model::SourceSpan span;
    span.page = page.number;
    return span;
}

/// Debian's names for what is missing.
std::string packages_for(const std::vector<std::string>& languages) {
    std::vector<std::string> names;
    for (const std::string& language : languages)
        names.push_back("tesseract-ocr-" + std::string(language == "nl" ? "nld" : language == "et" ? "est" : "eng"));
    return joined(names, ", ");
}

class PageRecognition {
public:
    PageRecognition(SourceDocument& document, std::string_view bytes, std::string_view password, const LanguageModel& languages,
                    const RecognitionOptions& options)
        : m_document(document), m_bytes(bytes), m_password(password), m_languages(languages), m_options(options) {}

    void run() {
        std::vector<Reason> reasons;
        for (const Page& page : m_document.pages) reasons.push_back(reason_for(page));
        const bool needed = std::any_of(reasons.begin(), reasons.end(), [](Reason reason) { return reason != Reason::none; });
        if (!needed || !open_recogniser(reasons)) return;
        std::size_t recognised = 0;
        for (std::size_t i = 0; i < reasons.size(); ++i) {
            if (reasons[i] == Reason::none) continue;
            if (recognised++ >= m_options.most_pages) {
                note("recognition-stopped", Severity::warning,
                     "Pages from " + std::to_string(m_document.pages[i].number) + " on were not recognised: the limit is " +
                         std::to_string(m_options.most_pages) + " pages.",
                     m_document.pages[i]);
                break;
            }
            read(m_document.pages[i], reasons[i]);
        }
    }

private:
    Reason reason_for(const Page& page) {
        if (page.width_pt <= 0.0 && page.runs.empty()) return Reason::none;  // cannot be opened
        if (page.runs.empty()) return Reason::no_text;
        if (is_unreadable(readability_of(text_of(page.runs), m_languages))) return Reason::unreadable;
        return page.runs.size() <= few_words && prints_more(page) ? Reason::sparse : Reason::none;
    }

    /// More ink outside the words than a rule, a logo or a picture would leave.
    bool prints_more(const Page& page) {
        Picture picture = pictures().draw(page.number, glance_dpi);
        if (picture.empty()) return false;
        const double scale = picture.dpi / 72.0;
        for (const TextRun& run : page.runs) {
            const auto bound = [&](double value, std::size_t most) {
                return static_cast<std::size_t>(std::clamp(value * scale, 0.0, static_cast<double>(most)));
            };
            for (std::size_t y = bound(run.box.y0, picture.height); y < bound(run.box.y1 + 1.0, picture.height); ++y) {
                for (std::size_t x = bound(run.box.x0, picture.width); x < bound(run.box.x1 + 1.0, picture.width); ++x)
                    picture.grey[y * picture.width + x] = 255;
            }
        }
        return ink_share(picture) > uncovered_ink;
    }

    PagePictures& pictures() {
        if (!m_pictures) m_pictures.emplace(m_bytes, m_document.path, m_password);
        return *m_pictures;
    }

    /// For the languages of the pages that can be read, or for every installed one.
    bool open_recogniser(const std::vector<Reason>& reasons) {
        const std::vector<std::string> installed = installed_recognition_languages();
        std::string readable;
        for (std::size_t i = 0; i < reasons.size(); ++i) {
            if (reasons[i] == Reason::none) readable += text_of(m_document.pages[i].runs);
        }
        const std::vector<std::string> wanted = languages_of(readable, m_languages);
        const auto is_installed = [&](const std::string& language) {
            return std::find(installed.begin(), installed.end(), language) != installed.end();
        };
        std::vector<std::string> missing;
        for (const std::string& language : wanted.empty() ? m_languages.languages() : wanted) {
            is_installed(language) ? m_opened.push_back(language) : missing.push_back(language);
        }
        if (m_opened.empty()) m_opened = installed;
        if (!missing.empty()) {
            m_document.findings.push_back({"recognition-data-missing", Severity::warning,
                                           "Pages without readable text need Tesseract's data for their language (" +
                                               joined(missing, ", ") + "), which is not installed; install " + packages_for(missing) +
                                               " and read the document again.",
                                           std::nullopt});
        }
        m_recogniser = TextRecogniser::open(m_opened);
        return m_recogniser.has_value();
    }

    void read(Page& page, Reason reason) {
        PictureReading reading = read_picture(pictures().draw(page.number, m_options.dpi), *m_recogniser, m_options.page_milliseconds);
        if (!reading.text.complete)
            note("recognition-stopped", Severity::warning,
                 "Recognising page " + std::to_string(page.number) + " took too long; its text may be incomplete.", page);
        if (reading.text.letters == 0 || !is_better(reading.text, page, reason)) {
            if (reason == Reason::unreadable)
                note("text-layer-unreadable", Severity::warning,
                     "The text layer of page " + std::to_string(page.number) +
                         " is in no known language, and its picture gives nothing better.",
                     page);
            return;
        }
        // What was said about a page without text no longer holds.
        std::erase_if(m_document.findings, [&](const model::Finding& finding) {
            return finding.code == "page-without-text" && finding.span && finding.span->page == page.number;
        });
        page.width_pt = reading.text.width_pt;
        page.height_pt = reading.text.height_pt;
        page.runs = std::move(reading.text.runs);
        page.recognised = true;
        tell(page, reading, reason);
    }

    bool is_better(const PictureText& text, const Page& page, Reason reason) const {
        if (reason == Reason::no_text) return true;
        if (text.confidence < trusted_confidence) return false;
        const Readability before = readability_of(text_of(page.runs), m_languages);
        const Readability after = readability_of(text_of(text.runs), m_languages);
        if (reason == Reason::sparse)
            return after.sequences > many_times_more * std::max<std::size_t>(before.sequences, 10) && !is_unreadable(after);
        return before.foreign_share > after.foreign_share + 0.1 || after.likeness > before.likeness + clear_gain;
    }

    void tell(const Page& page, const PictureReading& reading, Reason reason) {
        const std::string number = std::to_string(page.number);
        const std::string why = reason == Reason::unreadable ? "The text layer of page " + number + " is in no known language"
                                : reason == Reason::sparse   ? "Page " + number + " has next to no text of its own"
                                                             : "Page " + number + " has no text layer";
        std::string how = "; its text was recognised from its picture (" + joined(m_opened, "+") + ", mean confidence " +
                          percent(reading.text.confidence);
        if (reading.quarters != 0) how += ", turned by " + std::to_string(90 * reading.quarters) + " degrees";
        if (reason == Reason::unreadable) note("text-layer-unreadable", Severity::warning, why + ".", page);
        note("page-recognised", reading.text.confidence < doubted_confidence ? Severity::warning : Severity::note, why + how + ").", page);
        if (reading.text.doubtful.empty()) return;
        std::vector<std::string> named = reading.text.doubtful;
        if (named.size() > most_words_named) named.resize(most_words_named);
        note("words-doubtful", Severity::note,
             std::to_string(reading.text.doubtful.size()) + " words of page " + number + " were recognised with little confidence: " +
                 joined(named, ", ") + (named.size() < reading.text.doubtful.size() ? ", ..." : "") + ".",
             page);
    }

    void note(std::string code, Severity severity, std::string message, const Page& page) {
        m_document.findings.push_back({std::move(code), severity, std::move(message), page_span(page)});
    }

    SourceDocument& m_document;
    std::string_view m_bytes;
    std::string_view m_password;
    const LanguageModel& m_languages;
    const RecognitionOptions& m_options;
    std::vector<std::string> m_opened;
    std::optional<PagePictures> m_pictures;
    std::optional<TextRecogniser> m_recogniser;
};

}  // namespace

void recognise_pages(SourceDocument& document, std::string_view bytes, std::string_view password, const LanguageModel& languages,
                     const RecognitionOptions& options) {
    const auto has_text = [](const Page& page) { return !page.runs.empty(); };
    if (options.enabled) PageRecognition(document, bytes, password, languages, options).run();
    if (std::any_of(document.pages.begin(), document.pages.end(), has_text)) return;
    const auto missing = std::find_if(document.findings.begin(), document.findings.end(),
                                      [](const model::Finding& finding) { return finding.code == "recognition-data-missing"; });
    const bool can = options.enabled && missing == document.findings.end();
    throw model::Error(
        model::ErrorCode::no_text, document.path,
        can ? "the PDF has no text layer, and no text was recognised in its pages" : "the PDF has no text layer; it is probably a scan",
        missing != document.findings.end() ? missing->message
        : can                              ? "look whether the pages are blank"
                                           : "let its text be recognised, here or for example with ocrmypdf");
}

}  // namespace kwalign::ingest
