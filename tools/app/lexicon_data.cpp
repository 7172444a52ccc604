#include "tools/app/lexicon_data.hpp"

#include "align/features/function_words.hpp"
#include "align/imported/user_data.hpp"
#include "align/translation/learn.hpp"
#include "model/error.hpp"
#include "model/interchange/table_writer.hpp"
#include "model/store/store.hpp"
#include "model/text/unicode.hpp"
#include "tools/app/lexicon_image.hpp"
#include "tools/app/standards.hpp"

#include <fstream>
#include <set>
#include <system_error>

namespace kwalign::tools {
namespace {

namespace fs = std::filesystem;

/// "Skills_en.csv" -> "skills".
std::string name_of_file(const std::string& file) {
    std::string stem = model::strip_marks(model::to_lower(fs::path(file).stem().string()));
    const std::size_t at = stem.rfind('_');
    if (at != std::string::npos && stem.size() - at <= 4) stem.resize(at);
    std::string out;
    for (const char c : stem) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter)
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    out.resize(std::min<std::size_t>(out.size(), 40));
    while (out.ends_with('-')) out.pop_back();
    return out;
}

std::string checked_name(const std::string& wished, const std::vector<std::string>& files) {
    std::string name = wished.empty() && !files.empty() ? name_of_file(files.front()) : wished;
    if (!align::is_user_data_name(name))
        throw model::Error(model::ErrorCode::bad_data, "\"" + name + "\"", "is no name for language data",
                           "say --name with lower-case letters, digits and hyphens");
    return name;
}

const fs::path& user_folder(const Workspace& workspace) {
    if (workspace.user.empty())
        throw model::Error(model::ErrorCode::not_found, "user data", "there is no folder for it", "set XDG_DATA_HOME or HOME");
    return workspace.user;
}

/// True if a file was there before.
bool write_user_file(const fs::path& file, const std::string& text) {
    std::error_code error;
    const bool there = fs::exists(file, error);
    fs::create_directories(file.parent_path(), error);
    if (error) throw model::Error(model::ErrorCode::write_failed, file.parent_path().string(), "cannot be made: " + error.message());
    model::write_file_atomically(file, text);
    return there;
}

std::map<std::string, std::size_t> count_terms(const std::vector<align::ImportedConcept>& concepts) {
    std::map<std::string, std::size_t> out;
    for (const align::ImportedConcept& c : concepts)
        for (const auto& [lang, terms] : c.terms) out[lang] += terms.size();
    return out;
}

std::vector<std::string> lines_of(const std::string& file) {
    std::ifstream in(file);
    if (!in) throw model::Error(model::ErrorCode::not_found, file, "cannot be read");
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// Lines at a file's head that start with '#', without it.
std::vector<std::string> notes_of(const fs::path& file) {
    std::ifstream in(file);
    std::vector<std::string> notes;
    std::string line;
    std::getline(in, line);  // the signature
    while (std::getline(in, line) && line.starts_with('#'))
        if (line.size() > 2) notes.push_back(line.substr(2));
    return notes;
}

LexiconPart shipped_lexicon(const Workspace& workspace) {
    LexiconPart part{true, "lexicon", "kwalign", workspace.lexicon(), 0, {}, {}};
    const align::Lexicon lexicon = open_shipped_lexicon(workspace);
    part.entries = lexicon.concepts().size();
    part.terms = lexicon.term_counts();
    return part;
}

}  // namespace

fs::path find_user_folder(std::string_view xdg_data_home, std::string_view home) {
    if (const fs::path data{xdg_data_home}; data.is_absolute()) return data / "kwalign";
    if (const fs::path folder{home}; folder.is_absolute()) return folder / ".local/share/kwalign";
    return {};
}

TermImportReport import_lexicon(const Workspace& workspace, const TermImportRequest& request) {
    TermImportReport report;
    report.name = checked_name(request.name, request.files);
    report.file = align::terms_file(user_folder(workspace), report.name);
    const align::TermImport import = align::import_terms({request.files.begin(), request.files.end()}, request.options);
    report.concepts = import.concepts.size();
    report.terms = count_terms(import.concepts);
    report.left_out = import.left_out;
    report.replaced = write_user_file(report.file, align::term_file_text(import.concepts, import.notes));
    refresh_user_image(workspace);
    return report;
}

LearnReport learn_lexicon(const Workspace& workspace, const LearnRequest& request) {
    align::LearnOptions options;
    options.lang = request.lang;
    options.function_words = align::load_function_words(workspace.data / "align" / "function-words.tsv");
    LearnReport report;
    report.file = request.output.empty()
                      ? align::table_file(user_folder(workspace), checked_name(request.name, request.files), request.lang)
                      : fs::path(request.output);
    std::vector<std::string> notes = request.notes.empty() ? std::vector<std::string>{} : lines_of(request.notes);
    const align::LearnedTable table = align::learn_tables(std::vector<fs::path>(request.files.begin(), request.files.end()), options);
    if (table.entries.empty())
        throw model::Error(model::ErrorCode::bad_data, request.files.front(),
                           "no word of " + request.lang + " could be learned from " + std::to_string(table.segments) + " segments",
                           "is it parallel text of English and " + request.lang + ", and enough of it?");
    report.segments = table.segments;
    report.words = table.words;
    report.keys = table.entries.size();
    for (const align::TableEntry& entry : table.entries) report.translations += entry.translations.size();
    for (const std::string& file : request.files)
        if (request.notes.empty()) notes.push_back("From " + fs::path(file).filename().string());
    notes.push_back("Learned from " + std::to_string(report.segments) + " different segments with " + std::to_string(report.words) +
                    " words: " + std::to_string(report.keys) + " keys, " + std::to_string(report.translations) + " translations.");
    const std::string text = align::table_text(table.entries, request.lang, notes);
    if (request.output.empty())
        report.replaced = write_user_file(report.file, text);
    else
        model::write_file_atomically(report.file, text);
    return report;
}

std::vector<LexiconPart> list_lexicon(const Workspace& workspace) {
    std::vector<LexiconPart> out{shipped_lexicon(workspace)};
    for (const auto& [lang, table] : align::load_tables(workspace.data / "translation"))
        out.push_back({true, "translations", "kwalign." + lang, workspace.data / "translation" / (lang + "-en.tsv"), table.size(), {}, {}});
    const align::UserData user = align::find_user_data(workspace.user);
    for (const fs::path& file : user.terms) {
        const std::vector<align::ImportedConcept> concepts = align::read_term_file(file);
        out.push_back({false, "terms", align::user_data_name(file), file, concepts.size(), count_terms(concepts), notes_of(file)});
    }
    for (const fs::path& file : user.tables) {
        const align::TranslationTable table = align::TranslationTable::load(file);
        out.push_back({false, "translations", align::user_data_name(file) + "." + table.lang(), file, table.size(), {}, notes_of(file)});
    }
    return out;
}

std::vector<fs::path> remove_lexicon(const Workspace& workspace, const std::string& name) {
    const align::UserData user = align::find_user_data(workspace.user);
    std::vector<fs::path> removed;
    std::set<std::string> names;
    for (const std::vector<fs::path>* files : {&user.terms, &user.tables})
        for (const fs::path& file : *files) {
            names.insert(align::user_data_name(file));
            if (align::user_data_name(file) != name && file.stem().string() != name && file.stem().string() != name + "-en") continue;
            std::error_code error;
            if (!fs::remove(file, error) || error)
                throw model::Error(model::ErrorCode::write_failed, file.string(), "cannot be removed: " + error.message());
            removed.push_back(file);
        }
    if (!removed.empty()) {
        refresh_user_image(workspace);
        return removed;
    }
    std::string there;
    for (const std::string& other : names) there += (there.empty() ? "there are " : ", ") + other;
    throw model::Error(model::ErrorCode::not_found, name, "there is no language data of your own with this name",
                       there.empty() ? "there is none at all" : there);
}

std::vector<StandardWords> lexicon_coverage(const Workspace& workspace, const std::vector<std::string>& names) {
    const model::Store store(workspace.store, model::Store::Mode::read_only);
    const Selection selection = select_standards(store, names, false);
    const align::Lexicon lexicon = open_lexicon(workspace);
    const std::set<std::string> function_words = align::load_function_words(workspace.data / "align" / "function-words.tsv");
    const align::Analyser analyser(lexicon, function_words);
    const align::TranslationTables tables =
        align::load_tables(workspace.data / "translation", align::find_user_data(workspace.user).tables);
    std::vector<StandardWords> out;
    for (const model::Standard& standard : selection.standards)
        out.push_back({standard.id, align::measure_words(standard, analyser, tables)});
    return out;
}

}  // namespace kwalign::tools
