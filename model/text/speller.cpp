#include "model/text/speller.hpp"

#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <hunspell/hunspell.hxx>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <unordered_map>

namespace kwalign::model {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_variants = 4;          // of one language; each takes time and memory
constexpr std::size_t most_remembered = 200'000;  // words; then memory starts anew

/// Signs of a single-byte encoding by their UTF-8 form. Older dictionaries are not in UTF-8.
class ByteTable {
public:
    explicit ByteTable(const std::string& encoding) {
        for (int byte = 0x80; byte < 0x100; ++byte) {
            const char sign = static_cast<char>(byte);
            const std::string text = decode(std::string_view(&sign, 1), encoding);
            if (text != "\xEF\xBF\xBD") m_bytes.emplace(text, sign);
        }
    }

    /// Nothing where the encoding lacks a sign.
    [[nodiscard]] std::optional<std::string> encode(std::string_view text) const {
        std::string result;
        for (std::size_t at = 0; at < text.size();) {
            std::size_t length = 1;
            while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80U) ++length;
            if (length == 1) {
                result += text[at];
            } else {
                const auto found = m_bytes.find(text.substr(at, length));
                if (found == m_bytes.end()) return std::nullopt;
                result += found->second;
            }
            at += length;
        }
        return result;
    }

private:
    std::map<std::string, char, std::less<>> m_bytes;
};

struct Dictionary {
    explicit Dictionary(const fs::path& dic) : words(fs::path(dic).replace_extension(".aff").c_str(), dic.c_str()) {
        const std::string encoding = words.get_dict_encoding();
        if (encoding != "UTF-8") table.emplace(encoding);
    }

    [[nodiscard]] bool knows(const std::string& word) {
        if (!table) return words.spell(word);
        const std::optional<std::string> bytes = table->encode(word);
        return bytes && words.spell(*bytes);
    }

    [[nodiscard]] std::vector<std::string> stems(const std::string& word) {
        if (!table) return words.stem(word);
        const std::optional<std::string> bytes = table->encode(word);
        std::vector<std::string> out = bytes ? words.stem(*bytes) : std::vector<std::string>{};
        for (std::string& stem : out) stem = decode(stem, words.get_dict_encoding());
        return out;
    }

    Hunspell words;
    std::optional<ByteTable> table;
};

/// The *.dic files of a language in a folder, one for each dictionary: links to the same file count once.
std::vector<fs::path> dictionaries_in(const fs::path& folder, std::string_view lang) {
    std::error_code error;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string stem = entry.path().stem().string();
        const bool named = stem == lang || (stem.starts_with(lang) && (stem[lang.size()] == '_' || stem[lang.size()] == '-'));
        const bool whole =
            entry.path().extension() == ".dic" && fs::is_regular_file(fs::path(entry.path()).replace_extension(".aff"), error);
        if (named && whole && fs::is_regular_file(entry.path(), error)) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::set<fs::path> seen;
    std::erase_if(files, [&](const fs::path& file) { return !seen.insert(fs::canonical(file, error)).second; });
    if (files.size() > most_variants) files.resize(most_variants);
    return files;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::vector<fs::path> dictionary_folders() {
    std::vector<fs::path> folders;
    if (const char* named = std::getenv("KWALIGN_DICTIONARIES"); named != nullptr) {
        std::string_view rest = named;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(':'), rest.size());
            if (end > 0) folders.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    for (const char* folder : {"/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/share/myspell", "/usr/local/share/hunspell"})
        folders.emplace_back(folder);
    return folders;
}

std::vector<fs::path> dictionary_files(std::string_view lang, const std::vector<fs::path>& folders) {
    for (const fs::path& folder : folders)
        if (std::vector<fs::path> files = dictionaries_in(folder, lang); !files.empty()) return files;
    return {};
}

struct Speller::Impl {
    std::string lang;
    std::vector<std::unique_ptr<Dictionary>> dictionaries;
    std::mutex lock;  // Hunspell's look-ups change its buffers
    std::unordered_map<std::string, bool> remembered;
    std::unordered_map<std::string, std::vector<std::string>> stems;
};

Speller::Speller(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Speller::~Speller() = default;
Speller::Speller(Speller&&) noexcept = default;
Speller& Speller::operator=(Speller&&) noexcept = default;

std::optional<Speller> Speller::open(std::string_view lang, const std::vector<fs::path>& folders) {
    auto impl = std::make_unique<Impl>();
    impl->lang = lang;
    for (const fs::path& folder : folders) {
        for (const fs::path& file : dictionaries_in(folder, lang)) {
            try {
                impl->dictionaries.push_back(std::make_unique<Dictionary>(file));
            } catch (const Error&) {
                // An encoding that nobody knows: as good as no dictionary.
            }
        }
        if (!impl->dictionaries.empty()) return Speller(std::move(impl));
    }
    return std::nullopt;
}

bool Speller::knows(std::string_view word) const {
    if (word.empty() || word.size() > longest_word) return false;
    const std::string key(word);
    const std::lock_guard guard(m_impl->lock);
    if (const auto found = m_impl->remembered.find(key); found != m_impl->remembered.end()) return found->second;
    const bool known = std::any_of(m_impl->dictionaries.begin(), m_impl->dictionaries.end(),
                                   [&](const auto& dictionary) { return dictionary->knows(key); });
    if (m_impl->remembered.size() >= most_remembered) m_impl->remembered.clear();
    m_impl->remembered.emplace(key, known);
    return known;
}

std::vector<std::string> Speller::stems(std::string_view word) const {
    if (word.empty() || word.size() > longest_word) return {};
    const std::string key(word);
    const std::lock_guard guard(m_impl->lock);
    if (const auto found = m_impl->stems.find(key); found != m_impl->stems.end()) return found->second;
    std::set<std::string> all;
    for (const auto& dictionary : m_impl->dictionaries)
        for (const std::string& stem : dictionary->stems(key)) all.insert(fold_case(stem));
    if (m_impl->stems.size() >= most_remembered) m_impl->stems.clear();
    return m_impl->stems.emplace(key, std::vector<std::string>(all.begin(), all.end())).first->second;
}

const std::string& Speller::language() const noexcept { return m_impl->lang; }

const Speller* Spellers::find(std::string_view lang) const {
    const std::lock_guard guard(m_lock);
    auto found = m_open.find(lang);
    if (found == m_open.end())
        found = m_open.emplace(std::string(lang), lang.empty() ? std::nullopt : Speller::open(lang, m_folders)).first;
    return found->second ? &*found->second : nullptr;
}

const StemList* Spellers::stems(std::string_view lang) const {
    const std::lock_guard guard(m_lock);
    auto found = m_stems.find(lang);
    if (found == m_stems.end())
        found = m_stems.emplace(std::string(lang), lang.empty() ? std::nullopt : StemList::open(lang, m_folders)).first;
    return found->second ? &*found->second : nullptr;
}

std::optional<StemList> StemList::open(std::string_view lang, const std::vector<fs::path>& folders) {
    constexpr std::uintmax_t largest_file = 64U << 20U;
    StemList list;
    for (const fs::path& folder : folders) {
        for (fs::path file : dictionaries_in(folder, lang)) {
            file.replace_extension(".dic");
            std::error_code error;
            if (const std::uintmax_t size = fs::file_size(file, error); error || size > largest_file) continue;
            std::ifstream in(file, std::ios::binary);
            list.m_files.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
        }
        if (!list.m_files.empty()) return list;
    }
    return std::nullopt;
}

bool StemList::has(std::string_view word) const {
    if (word.empty() || !is_ascii(word)) return false;
    const std::string line = "\n" + std::string(word);
    for (const std::string& file : m_files)
        for (std::size_t at = file.find(line); at != std::string::npos; at = file.find(line, at + 1)) {
            const std::size_t end = at + line.size();
            if (end == file.size() || file[end] == '/' || file[end] == '\n' || file[end] == '\r' || file[end] == '\t') return true;
        }
    return false;
}

bool StemList::has_beginning(std::string_view start) const {
    if (start.empty() || !is_ascii(start)) return false;
    const std::string line = "\n" + std::string(start);
    return std::any_of(m_files.begin(), m_files.end(), [&](const std::string& file) { return file.find(line) != std::string::npos; });
}

std::vector<std::string> Spellers::missing() const {
    const std::lock_guard guard(m_lock);
    std::vector<std::string> result;
    for (const auto& [lang, speller] : m_open) {
        if (!speller) result.push_back(lang);
    }
    return result;
}

}  // namespace kwalign::model
