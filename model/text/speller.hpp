#pragma once

/// Spelling dictionaries: which words a language has. The only file pair that sees Hunspell.

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kwalign::model {

/// Folders in which dictionaries (`nl.aff` with `nl.dic`, `en_US.aff` ...) are looked for, best first: those of the environment
/// variable KWALIGN_DICTIONARIES (separated by colons), then the system's. They need not exist.
[[nodiscard]] std::vector<std::filesystem::path> dictionary_folders();

/// The dictionaries of `lang` (BCP 47 primary tag) in the first of `folders` that has any: the *.dic files, sorted, of at most four variants.
[[nodiscard]] std::vector<std::filesystem::path> dictionary_files(std::string_view lang,
                                                                  const std::vector<std::filesystem::path>& folders = dictionary_folders());

/// The dictionaries of one language. Several variants of a language ("en_US" and "en_GB") count as one: a word of any is known.
/// Thread rule: share freely; a lock inside orders the look-ups, and what was looked up is remembered.
class Speller {
public:
    /// The dictionaries of `lang` (BCP 47 primary tag: "nl", "en", "et") in the first of `folders` that has any; nothing where
    /// none has. Takes some tenths of a second and some ten megabytes: open once, and late.
    [[nodiscard]] static std::optional<Speller> open(std::string_view lang,
                                                     const std::vector<std::filesystem::path>& folders = dictionary_folders());
    ~Speller();
    Speller(Speller&&) noexcept;
    Speller& operator=(Speller&&) noexcept;

    /// Whether the language has the word (UTF-8), inflected or compounded as the dictionary allows. A word in capitals, or with one
    /// at its start, is known as in small letters. Words of more than `longest_word` bytes and words with signs that the
    /// dictionary's encoding lacks are not.
    [[nodiscard]] bool knows(std::string_view word) const;
    /// The dictionary entries that the word is a form of (UTF-8, case-folded), sorted; none where it is not known. An entry is no lemma in the
    /// grammar's sense: dictionaries list some forms and derive the others ("lahendab" from "lahendanud").
    [[nodiscard]] std::vector<std::string> stems(std::string_view word) const;
    [[nodiscard]] const std::string& language() const noexcept;

    static constexpr std::size_t longest_word = 96;  ///< bytes; Hunspell takes long on longer ones

private:
    struct Impl;
    explicit Speller(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// The stems of a language's dictionaries as their files list them, unread: a look-up searches the bytes, which takes a millisecond where
/// opening a Speller takes some tenths of a second. Knows no inflection. ASCII only, since the files have different encodings. Immutable.
class StemList {
public:
    /// As Speller::open. Files of more than 64 MB are left out.
    [[nodiscard]] static std::optional<StemList> open(std::string_view lang,
                                                      const std::vector<std::filesystem::path>& folders = dictionary_folders());
    /// Whether a stem is exactly `word`; false for words with other letters than ASCII's.
    [[nodiscard]] bool has(std::string_view word) const;
    /// Whether a stem begins with `start`.
    [[nodiscard]] bool has_beginning(std::string_view start) const;

private:
    std::vector<std::string> m_files;
};

/// Dictionaries by language, each opened when it is first asked for. Thread rule: share freely.
class Spellers {
public:
    explicit Spellers(std::vector<std::filesystem::path> folders = dictionary_folders()) : m_folders(std::move(folders)) {}

    /// The dictionary of the language, or null where there is none. Lives as long as this object.
    [[nodiscard]] const Speller* find(std::string_view lang) const;
    /// The stems alone, or null where there is no dictionary. Lives as long as this object.
    [[nodiscard]] const StemList* stems(std::string_view lang) const;
    /// Languages that were asked for in vain, sorted: what a finding should say.
    [[nodiscard]] std::vector<std::string> missing() const;

private:
    std::vector<std::filesystem::path> m_folders;
    mutable std::mutex m_lock;
    mutable std::map<std::string, std::optional<Speller>, std::less<>> m_open;
    mutable std::map<std::string, std::optional<StemList>, std::less<>> m_stems;
};

}  // namespace kwalign::model
