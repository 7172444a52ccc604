#pragma once

/// The user's own language data: bringing it in, showing it, taking it out.

#include "align/imported/term_import.hpp"
#include "align/lexicon/word_coverage.hpp"
#include "tools/app/workspace.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::tools {

/// $XDG_DATA_HOME/kwalign, else $HOME/.local/share/kwalign, as the XDG base directory specification says (a relative path does not count);
/// empty where neither is set: then there is no user data.
[[nodiscard]] std::filesystem::path find_user_folder(std::string_view xdg_data_home, std::string_view home);

struct TermImportRequest {
    std::vector<std::string> files;
    std::string name;  ///< empty: from the first file's name, without its language
    align::TermImportOptions options;
};
struct TermImportReport {
    std::string name;
    std::filesystem::path file;
    std::size_t concepts = 0;
    std::map<std::string, std::size_t> terms;  ///< by language
    std::size_t left_out = 0;                  ///< sentences rather than terms
    bool replaced = false;                     ///< an import of this name was there
};
/// Reads everything, then writes one file: nothing is half imported. Throws model::Error as align::import_terms, bad_data for a name that is
/// none, not_found where there is no user folder, write_failed.
[[nodiscard]] TermImportReport import_lexicon(const Workspace& workspace, const TermImportRequest& request);

struct LearnRequest {
    std::vector<std::string> files;  ///< as align::read_parallel takes them
    std::string lang;                ///< the language that is not English
    std::string name;                ///< empty: from the first file's name
    std::string output;              ///< empty: into the user folder
    std::string notes;               ///< file with lines of provenance and licence for the table's head; empty: none
};
struct LearnReport {
    std::filesystem::path file;
    std::size_t segments = 0;
    std::size_t words = 0;
    std::size_t keys = 0;
    std::size_t translations = 0;
    bool replaced = false;
};
/// Throws model::Error as align::learn_tables, and bad_data where the files hold no pair of the two languages.
[[nodiscard]] LearnReport learn_lexicon(const Workspace& workspace, const LearnRequest& request);

/// One piece of language data.
struct LexiconPart {
    bool shipped = false;
    std::string kind;  ///< "lexicon", "terms" or "translations"
    std::string name;
    std::filesystem::path file;                ///< or folder
    std::size_t entries = 0;                   ///< concepts, or keys of a table
    std::map<std::string, std::size_t> terms;  ///< by language; empty for tables
    std::vector<std::string> notes;            ///< of the user's: where it came from
};
[[nodiscard]] std::vector<LexiconPart> list_lexicon(const Workspace& workspace);

/// Removes the user's terms and tables of that name; returns the files. Throws model::Error(not_found) where there are none.
[[nodiscard]] std::vector<std::filesystem::path> remove_lexicon(const Workspace& workspace, const std::string& name);

struct StandardWords {
    std::string id;
    std::map<std::string, align::WordCoverage> languages;
};
/// How much of the named standards' wording is known. Throws as Store::resolve.
[[nodiscard]] std::vector<StandardWords> lexicon_coverage(const Workspace& workspace, const std::vector<std::string>& names);

}  // namespace kwalign::tools
