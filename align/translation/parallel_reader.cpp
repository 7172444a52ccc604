#include "align/translation/parallel_reader.hpp"

#include "align/translation/parallel_formats.hpp"
#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>

namespace kwalign::align {
namespace {

constexpr std::uintmax_t max_file_bytes = 512ULL * 1024 * 1024;
constexpr std::size_t max_segment_bytes = 4000;

std::string read_bytes(const std::filesystem::path& file) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error) throw model::Error(model::ErrorCode::not_found, file.string(), "cannot be read: " + error.message());
    if (size > max_file_bytes) throw model::Error(model::ErrorCode::limit_exceeded, file.string(), "is larger than 512 MB");
    std::ifstream in(file, std::ios::binary);
    if (!in) throw model::Error(model::ErrorCode::unreadable, file.string(), "cannot be opened");
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> sentences(const std::string& text, std::string_view lang) {
    std::vector<std::size_t> starts = model::sentence_starts(text, lang);
    starts.push_back(text.size());
    std::vector<std::string> out;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        std::string sentence = model::collapse_spaces(std::string_view(text).substr(starts[i], starts[i + 1] - starts[i]));
        if (!sentence.empty()) out.push_back(std::move(sentence));
    }
    return out;
}

/// Cleans `raw` and adds what is a translation.
void add_pair(std::vector<ParallelSegment>& out, const ParallelSegment& raw, std::string_view lang) {
    if (raw.english.size() > max_segment_bytes || raw.foreign.size() > max_segment_bytes) return;
    const std::string english = plain_message(raw.english);
    const std::string foreign = plain_message(raw.foreign);
    const std::vector<std::string> a = sentences(english, "en");
    const std::vector<std::string> b = sentences(foreign, lang);
    if (a.size() == b.size()) {
        for (std::size_t i = 0; i < a.size(); ++i)
            if (a[i] != b[i]) out.push_back({a[i], b[i]});
    } else if (english != foreign && !english.empty() && !foreign.empty()) {
        out.push_back({english, foreign});
    }
}

std::vector<std::filesystem::path> pages_below(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> pages;
    std::filesystem::recursive_directory_iterator it(folder, error);
    for (const std::filesystem::recursive_directory_iterator end; !error && it != end; it.increment(error))
        if (it->path().extension() == ".html") pages.push_back(it->path().lexically_relative(folder));
    if (error) throw model::Error(model::ErrorCode::unreadable, folder.string(), "cannot be read: " + error.message());
    std::sort(pages.begin(), pages.end());
    return pages;
}

std::vector<ParallelSegment> read_pages(const std::filesystem::path& folder, std::string_view lang) {
    const std::filesystem::path english = std::filesystem::exists(folder / "en-US") ? folder / "en-US" : folder / "en";
    const std::filesystem::path foreign = folder / std::string(lang);
    for (const std::filesystem::path& side : {english, foreign})
        if (!std::filesystem::is_directory(side))
            throw model::Error(model::ErrorCode::not_found, side.string(), "no such folder",
                               "a folder of parallel pages holds en-US and " + std::string(lang));
    std::vector<ParallelSegment> out;
    for (const std::filesystem::path& page : pages_below(english)) {
        if (!std::filesystem::is_regular_file(foreign / page)) continue;
        std::vector<ParallelSegment> pairs = pair_pages(read_bytes(english / page), read_bytes(foreign / page));
        out.insert(out.end(), std::make_move_iterator(pairs.begin()), std::make_move_iterator(pairs.end()));
    }
    return out;
}

std::vector<ParallelSegment> read_raw(const std::filesystem::path& path, std::string_view lang) {
    if (std::filesystem::is_directory(path)) return read_pages(path, lang);
    const std::string bytes = read_bytes(path);
    const std::string kind = path.extension().string();
    if (kind == ".mo") return read_mo(bytes, path.string());
    if (kind == ".po") return read_po(bytes);
    if (kind == ".tsv") return read_two_columns(bytes);
    if (kind == ".tmx") return read_tmx(bytes, lang);
    throw model::Error(model::ErrorCode::unsupported, path.string(), "is no parallel text that can be read",
                       "give .tmx, .po, .mo, .tsv or a folder of pages");
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Length of the placeholder, tag or escape at the start of `rest`, or 0.
std::size_t noise_length(std::string_view rest) {
    const auto enclosed = [&](std::string_view open, char close, std::size_t longest) -> std::size_t {
        if (!rest.starts_with(open)) return 0;
        const std::size_t end = rest.substr(0, longest).find(close, open.size());
        return end == std::string_view::npos ? 0 : end + 1;
    };
    if (const std::size_t n = enclosed("$(", ')', 40)) return n;
    if (const std::size_t n = enclosed("${", '}', 60)) return n;
    if (const std::size_t n = enclosed("{", '}', 20)) return n;
    if (rest.size() > 1 && rest[0] == '<' && (is_letter(rest[1]) || rest[1] == '/')) return enclosed("<", '>', 200);
    if (rest.size() > 1 && (rest[0] == '%' || rest[0] == '$') && (is_letter(rest[1]) || is_digit(rest[1]))) {
        std::size_t end = 1;
        while (end < rest.size() && (is_digit(rest[end]) || rest[end] == '$' || (rest[end] >= 'A' && rest[end] <= 'Z'))) ++end;
        return end > 1 ? end : 2;  // "%PRODUCTNAME", "%1", "%1$s"; "%s"
    }
    if (rest.size() > 1 && rest[0] == '\\' && (rest[1] == 'n' || rest[1] == 't')) return 2;
    return 0;
}

}  // namespace

std::string plain_message(std::string_view message) {
    std::string out;
    for (std::size_t i = 0; i < message.size();) {
        if (const std::size_t noise = noise_length(message.substr(i))) {
            out += ' ';
            i += noise;
            continue;
        }
        const char c = message[i];
        const bool before_letter = i + 1 < message.size() && is_letter(message[i + 1]);
        const bool accelerator = before_letter && (c == '~' || c == '_' || c == '&');
        if (!accelerator) out += c;
        ++i;
    }
    return model::collapse_spaces(out);
}

std::vector<ParallelSegment> read_parallel(const std::filesystem::path& path, std::string_view lang) {
    std::vector<ParallelSegment> out;
    for (const ParallelSegment& raw : read_raw(path, lang)) add_pair(out, raw, lang);
    return out;
}

}  // namespace kwalign::align
