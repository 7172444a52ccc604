#include "ingest/text/encoding.hpp"

#include "ingest/text/mojibake.hpp"
#include "ingest/text/utf8.hpp"
#include "model/text/unicode.hpp"

#include <array>
#include <utility>

namespace kwalign::ingest {

namespace {

constexpr std::size_t sample_bytes = 256 * 1024;

/// UTF-16 text in Latin script has a zero in nearly every second byte.
std::string utf16_without_mark(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, 4096);
    if (sample.size() < 4) return {};
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i) {
        if (sample[i] == '\0') ++zeros[i % 2];
    }
    const std::size_t half = sample.size() / 2;
    if (zeros[1] * 10 >= half * 7 && zeros[0] * 20 <= half) return "UTF-16LE";
    if (zeros[0] * 10 >= half * 7 && zeros[1] * 20 <= half) return "UTF-16BE";
    return {};
}

/// How much a character speaks for the encoding that made it, in tenths.
int plausibility(char32_t c) {
    static constexpr std::u32string_view expected = U"õäöüšžÕÄÖÜŠŽëïéèêáàóòúíçñËÏÉ";
    static constexpr std::u32string_view signs = U"„“”‘’‚–—…•€§°«»·±²³½µ×©®\u00a0\u00ad";
    if (c < 0x80) return 0;
    if (c < 0xa0) return -30;  // C1 controls are in no text
    if (expected.find(c) != std::u32string_view::npos) return 10;
    if (signs.find(c) != std::u32string_view::npos) return 5;
    return -10;
}

int plausibility(std::string_view bytes, std::string_view encoding) {
    int sum = 0;
    const std::string text = model::decode(bytes, encoding);
    for (std::size_t at = 0; at < text.size();) sum += plausibility(next_code_point(text, at));
    return sum;
}

}  // namespace

bool is_mostly_utf8(std::string_view bytes) noexcept {
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const bool ascii = static_cast<unsigned char>(bytes[at]) < 0x80;
        const std::size_t start = at;
        const char32_t c = next_code_point(bytes, at);
        if (ascii) continue;
        // A well-formed U+FFFD takes three bytes; a malformed one is skipped byte by byte.
        if (c == replacement_character && at - start == 1)
            ++bad;
        else
            ++good;
    }
    return bad * 10 <= good;
}

std::string detect_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf")) return "UTF-8";
    if (bytes.starts_with("\xff\xfe")) return "UTF-16LE";
    if (bytes.starts_with("\xfe\xff")) return "UTF-16BE";
    if (std::string guess = utf16_without_mark(bytes); !guess.empty()) return guess;
    if (model::is_valid_utf8(bytes) || is_mostly_utf8(bytes)) return "UTF-8";

    // Western first: where all letters fall on common code points the choice does not matter.
    static constexpr std::array<std::string_view, 3> candidates = {"windows-1252", "windows-1257", "ISO-8859-15"};
    const std::string_view sample = bytes.substr(0, sample_bytes);
    std::string_view best = candidates.front();
    int best_score = plausibility(sample, best);
    for (const std::string_view candidate : candidates) {
        const int score = plausibility(sample, candidate);
        if (score > best_score) {
            best = candidate;
            best_score = score;
        }
    }
    return std::string(best);
}

std::string decode_text(std::string_view bytes, std::string_view encoding) {
    if (encoding == "UTF-8") {
        if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
        return model::is_valid_utf8(bytes) ? std::string(bytes) : repaired_utf8(bytes);
    }
    std::string text = model::decode(bytes, encoding);
    if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
    return text;
}

DecodedText read_encoded(std::string_view bytes) {
    using model::Severity;
    DecodedText result;
    result.encoding = detect_encoding(bytes);
    result.text = decode_text(bytes, result.encoding);
    const auto find = [&](const char* code, Severity severity, std::string message) {
        result.findings.push_back({code, severity, std::move(message), std::nullopt});
    };
    if (result.encoding == "UTF-8") {
        if (!model::is_valid_utf8(bytes)) find("invalid-utf8", Severity::warning, "Some bytes are no UTF-8; they are shown as U+FFFD.");
    } else if (!result.encoding.starts_with("UTF-16")) {
        find("encoding-guessed", Severity::note, "The text was read as " + result.encoding + ", judged by its letters.");
    }
    const MojibakeReport mojibake = repair_mojibake(result.text);
    if (mojibake.repaired > 0)
        find("mojibake-repaired", Severity::note,
             "Characters decoded wrongly before the file was saved were put right in " + std::to_string(mojibake.repaired) + " places (" +
                 mojibake.example + ").");
    if (mojibake.left > 0)
        find("mojibake", Severity::warning,
             "In " + std::to_string(mojibake.left) + " places characters were lost when the text was decoded wrongly.");
    return result;
}

}  // namespace kwalign::ingest
