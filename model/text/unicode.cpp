#include "model/text/unicode.hpp"

#include "model/error.hpp"

#include <unicode/brkiter.h>
#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/sortkey.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <map>
#include <memory>
#include <mutex>

namespace kwalign::model {
namespace {

[[noreturn]] void fail(const char* what, UErrorCode status) {
    throw Error(ErrorCode::internal, "ICU", std::string(what) + ": " + u_errorName(status));
}

icu::UnicodeString utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    out.reserve(static_cast<std::size_t>(text.length()));
    text.toUTF8String(out);
    return out;
}

bool is_ascii(std::string_view text) noexcept {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

std::string normalized(std::string_view text, const icu::Normalizer2* (*instance)(UErrorCode&), const char* what) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = instance(status);
    if (U_FAILURE(status)) fail(what, status);
    const icu::UnicodeString out = normalizer->normalize(utf16(text), status);
    if (U_FAILURE(status)) fail(what, status);
    return utf8(out);
}

const icu::Normalizer2* nfc(UErrorCode& s) { return icu::Normalizer2::getNFCInstance(s); }
const icu::Normalizer2* nfd(UErrorCode& s) { return icu::Normalizer2::getNFDInstance(s); }
const icu::Normalizer2* nfkc_casefold(UErrorCode& s) { return icu::Normalizer2::getNFKCCasefoldInstance(s); }

/// Break iterators are dear to make and not shareable: one per thread and kind.
icu::BreakIterator& word_iterator() {
    thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> it(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        if (U_FAILURE(status)) fail("word breaks", status);
        return it;
    }();
    return *iterator;
}

icu::BreakIterator& sentence_iterator(const std::string& lang) {
    thread_local std::map<std::string, std::unique_ptr<icu::BreakIterator>> iterators;
    std::unique_ptr<icu::BreakIterator>& it = iterators[lang];
    if (!it) {
        UErrorCode status = U_ZERO_ERROR;
        it.reset(icu::BreakIterator::createSentenceInstance(icu::Locale(lang.c_str()), status));
        if (U_FAILURE(status)) fail("sentence breaks", status);
    }
    return *it;
}

/// Opens UTF-8 in place, so that break positions are byte offsets.
class Utf8Text {
public:
    explicit Utf8Text(std::string_view text) {
        UErrorCode status = U_ZERO_ERROR;
        m_text = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
        if (U_FAILURE(status)) fail("text", status);
    }
    ~Utf8Text() { utext_close(m_text); }
    Utf8Text(const Utf8Text&) = delete;
    Utf8Text& operator=(const Utf8Text&) = delete;
    [[nodiscard]] UText* get() const noexcept { return m_text; }

private:
    UText* m_text = nullptr;
};

}  // namespace

std::string to_nfc(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    return normalized(text, nfc, "NFC");
}

std::string fold_case(std::string_view text) {
    if (is_ascii(text)) return to_lower(text);
    return normalized(text, nfkc_casefold, "case folding");
}

std::string to_lower(std::string_view text) {
    if (is_ascii(text)) {
        std::string out(text);
        for (char& c : out)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return out;
    }
    return utf8(utf16(text).toLower(icu::Locale::getRoot()));
}

std::string strip_marks(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString decomposed = nfd(status)->normalize(utf16(text), status);
    if (U_FAILURE(status)) fail("NFD", status);
    icu::UnicodeString kept;
    for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 c = decomposed.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
    }
    return utf8(kept);
}

std::string collapse_spaces(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool pending = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        std::size_t length = 1;
        bool space = byte == ' ' || (byte >= 0x09 && byte <= 0x0D);
        if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0xA0) {
            space = true;  // U+00A0
            length = 2;
        } else if (byte == 0xE2 && i + 2 < text.size()) {
            // U+2000..U+200A, U+2028, U+2029, U+202F, U+205F are spaces and line ends too
            const auto second = static_cast<unsigned char>(text[i + 1]);
            const auto third = static_cast<unsigned char>(text[i + 2]);
            const bool general = second == 0x80 && ((third >= 0x80 && third <= 0x8A) || third == 0xA8 || third == 0xA9 || third == 0xAF);
            if (general || (second == 0x81 && third == 0x9F)) {
                space = true;
                length = 3;
            }
        }
        if (space) {
            pending = !out.empty();
        } else {
            if (pending) out += ' ';
            pending = false;
            out += text[i];
        }
        i += length;
    }
    return out;
}

std::size_t count_code_points(std::string_view text) noexcept {
    std::size_t n = 0;
    for (const char c : text)
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++n;
    return n;
}

bool is_valid_utf8(std::string_view text) noexcept {
    int32_t i = 0;
    const auto length = static_cast<int32_t>(text.size());
    const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
    while (i < length) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, length, c);
        if (c < 0) return false;
    }
    return true;
}

std::string decode(std::string_view bytes, std::string_view encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::string name(encoding);
    UConverter* converter = ucnv_open(name.c_str(), &status);
    if (U_FAILURE(status)) throw Error(ErrorCode::unsupported, {}, "unknown text encoding \"" + name + "\"");
    const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter, status);
    ucnv_close(converter);
    if (U_FAILURE(status)) fail("decoding", status);
    return utf8(text);
}

std::vector<Word> words(std::string_view text) {
    std::vector<Word> out;
    UErrorCode status = U_ZERO_ERROR;
    const Utf8Text source(text);
    icu::BreakIterator& it = word_iterator();
    it.setText(source.get(), status);
    if (U_FAILURE(status)) fail("word breaks", status);
    int32_t first = it.first();
    for (int32_t last = it.next(); last != icu::BreakIterator::DONE; first = last, last = it.next()) {
        const int32_t rule = it.getRuleStatus();
        if (rule < UBRK_WORD_NONE_LIMIT) continue;
        out.push_back({static_cast<std::size_t>(first), static_cast<std::size_t>(last), rule < UBRK_WORD_NUMBER_LIMIT});
    }
    return out;
}

std::vector<std::size_t> sentence_starts(std::string_view text, std::string_view lang) {
    std::vector<std::size_t> out;
    UErrorCode status = U_ZERO_ERROR;
    const Utf8Text source(text);
    icu::BreakIterator& it = sentence_iterator(std::string(lang));
    it.setText(source.get(), status);
    if (U_FAILURE(status)) fail("sentence breaks", status);
    for (int32_t at = it.first(); at != icu::BreakIterator::DONE; at = it.next())
        if (static_cast<std::size_t>(at) < text.size()) out.push_back(static_cast<std::size_t>(at));
    return out;
}

std::string collation_key(std::string_view text, std::string_view lang) {
    thread_local std::map<std::string, std::unique_ptr<icu::Collator>> collators;
    std::unique_ptr<icu::Collator>& collator = collators[std::string(lang)];
    UErrorCode status = U_ZERO_ERROR;
    if (!collator) {
        collator.reset(icu::Collator::createInstance(icu::Locale(std::string(lang).c_str()), status));
        if (U_FAILURE(status)) fail("collation", status);
    }
    icu::CollationKey key;
    collator->getCollationKey(utf16(text), key, status);
    if (U_FAILURE(status)) fail("collation", status);
    int32_t count = 0;
    const uint8_t* bytes = key.getByteArray(count);
    return std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

}  // namespace kwalign::model
