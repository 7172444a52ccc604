#include "tools/command_lexicon.hpp"

#include "align/engine.hpp"
#include "tools/app/lexicon_check.hpp"
#include "tools/app/lexicon_json.hpp"
#include "tools/app/report_json.hpp"
#include "tools/app/text_layout.hpp"

#include <algorithm>
#include <map>
#include <ostream>

namespace kwalign::tools {
namespace {

std::string term_counts(const std::map<std::string, std::size_t>& terms) {
    std::string out;
    for (const auto& [lang, count] : terms) out += (out.empty() ? "" : ", ") + lang + " " + std::to_string(count);
    return out;
}

ExitCode check_files(Context& context) {
    const LexiconReport report = check_lexicon(context.workspace());
    if (context.options.json) {
        context.out << to_json(report);
    } else {
        for (const align::LexiconProblem& problem : report.problems)
            context.out << problem.file << ':' << problem.line << ": " << problem.message << '\n';
        context.say(counted(report.concepts, "concept") + "; terms: " + term_counts(report.terms) + "; " +
                    counted(report.problems.size(), "problem"));
    }
    return report.problems.empty() ? ExitCode::done : ExitCode::warnings;
}

std::string coverage_text(const StandardWords& standard, std::size_t unknown_shown) {
    std::string out = standard.id + "\n";
    for (const auto& [lang, words] : standard.languages) {
        const auto share = [&words](std::size_t part) { return percent(static_cast<double>(part) / static_cast<double>(words.words)); };
        out += "  " + lang + "  " + counted(words.words, "content word") + ", " + percent(words.share()) +
               " known: " + share(words.concepts) + " by concepts, " + share(words.parts) + " compounds known in part, " +
               share(words.tables) + " by translation tables\n";
        if (words.unknown.empty() || unknown_shown == 0) continue;
        out += "      not known:";
        for (std::size_t i = 0; i < std::min(unknown_shown, words.unknown.size()); ++i)
            out += (i == 0 ? " " : ", ") + words.unknown[i].first +
                   (words.unknown[i].second > 1 ? " (" + std::to_string(words.unknown[i].second) + ")" : "");
        if (words.unknown.size() > unknown_shown) out += " and " + std::to_string(words.unknown.size() - unknown_shown) + " more";
        out += "\n";
    }
    return out;
}

}  // namespace

std::string CommandLexicon::name() const { return "lexicon"; }
std::string CommandLexicon::summary() const { return "look words up, measure what is known, and add language data of your own"; }

void CommandLexicon::setup(Arguments& arguments) {
    m_lookup =
        &arguments.subcommand("lookup", "show how a text is understood: words, base forms, parts of compounds, concepts, translations");
    m_lookup->positional("TEXT", m_text, ValueKind::text, "a word or a sentence");
    m_lookup->choice("--lang", m_lang, {"en", "et", "nl"}, "its language; default: guessed");
    m_lookup->flag("--dictionaries", m_dictionaries, "also ask spelling dictionaries for the stems of words that nothing else explains");
    m_check = &arguments.subcommand("check", "check the lexicon's files");
    m_coverage = &arguments.subcommand("coverage", "measure how many content words of standards are known");
    m_coverage->positionals("ID", m_standards, ValueKind::standard, 1,
                            "standards (ids or unambiguous prefixes) or frameworks (all their standards)");
    m_coverage->count("--unknown", m_unknown, 0, 100'000, "show the N most frequent unknown words; default: 10");
    m_import = &arguments.subcommand("import", "add terms from ESCO tables, TBX, TMX or SKOS");
    m_import->positionals("FILE", m_terms.files, ValueKind::file, 1, "files of one collection, such as ESCO in several languages");
    m_import->option("--name", m_terms.name, ValueKind::text, "NAME", "what to call them; default: by the first file's name");
    m_import->choice("--format", m_terms.options.format, align::term_formats(), "default: by each file's name and content");
    m_import->option("--lang", m_terms.options.lang, ValueKind::text, "TAG",
                     "language of ESCO labels; default: by the file's name (skills_en.csv)");
    m_import->options("--keep", m_terms.options.languages, ValueKind::text, "TAG",
                      "keep terms of this language only; may be repeated; default: all");
    m_learn = &arguments.subcommand("learn", "learn word translations from parallel text");
    m_learn->positionals(
        "PARALLEL", m_parallel.files, ValueKind::file, 1,
        "translation memories (.tmx), gettext catalogs (.po, .mo), two-column text (.tsv, English first) or folders of parallel pages");
    m_learn->option("--lang", m_parallel.lang, ValueKind::text, "TAG", "the language that is not English; required");
    m_learn->option("--name", m_parallel.name, ValueKind::text, "NAME", "what to call the table; default: by the first file's name");
    m_learn->option("-o,--output", m_parallel.output, ValueKind::file, "FILE",
                    "write the table there instead of adding it to your own data");
    m_learn->option("--notes", m_parallel.notes, ValueKind::file, "FILE", "lines of provenance and licence for the table's head");
    m_compile = &arguments.subcommand("compile", "compile the lexicon with your imports, so that commands start sooner");
    m_compile->option("-o,--output", m_image, ValueKind::file, "FILE", "write it there; default: lexicon.image in your own data folder");
    m_compile->flag("--shipped", m_shipped_alone, "without your imports");
    m_list = &arguments.subcommand("list", "list shipped and own language data");
    m_remove = &arguments.subcommand("remove", "remove language data of your own");
    m_remove->positional("NAME", m_name, ValueKind::text, "name of an import or of a learned table");
}

void CommandLexicon::check() const {
    const auto is_tag = [](const std::string& tag) {
        return (tag.size() == 2 || tag.size() == 3) && std::all_of(tag.begin(), tag.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    };
    const auto require_tag = [&](const std::string& option, const std::string& tag, const std::string& command) {
        if (!is_tag(tag)) throw UsageError(option + ": \"" + tag + "\" is no language tag such as nl", "kwalign lexicon " + command);
    };
    if (m_import->given()) {
        if (!m_terms.options.lang.empty()) require_tag("--lang", m_terms.options.lang, "import");
        for (const std::string& tag : m_terms.options.languages) require_tag("--keep", tag, "import");
    }
    if (!m_learn->given()) return;
    if (m_parallel.lang.empty()) throw UsageError("--lang is required", "kwalign lexicon learn");
    require_tag("--lang", m_parallel.lang, "learn");
    if (m_parallel.lang == "en") throw UsageError("--lang: tables lead into English, so say the other language", "kwalign lexicon learn");
}

ExitCode CommandLexicon::run(Context& context) {
    if (m_lookup->given()) return look_up(context);
    if (m_coverage->given()) return measure_coverage(context);
    if (m_import->given()) return import(context);
    if (m_learn->given()) return learn(context);
    if (m_compile->given()) return compile(context);
    if (m_list->given()) return list(context);
    if (m_remove->given()) return remove(context);
    return check_files(context);
}

ExitCode CommandLexicon::look_up(Context& context) const {
    Workspace workspace = context.workspace();
    workspace.dictionaries = m_dictionaries;
    const align::Engine engine(workspace.data, engine_extras(workspace));
    std::string text = context.options.json ? engine.explain_text_json(m_text, m_lang) : engine.explain_text(m_text, m_lang);
    if (!text.ends_with('\n')) text += '\n';
    context.out << text;
    return ExitCode::done;
}

ExitCode CommandLexicon::measure_coverage(Context& context) const {
    const std::vector<StandardWords> coverage = lexicon_coverage(context.workspace(), m_standards);
    if (context.options.json)
        context.out << to_json(coverage);
    else
        for (const StandardWords& standard : coverage) context.out << coverage_text(standard, m_unknown);
    return ExitCode::done;
}

ExitCode CommandLexicon::import(Context& context) const {
    const TermImportReport report = import_lexicon(context.workspace(), m_terms);
    if (context.options.json) context.out << to_json(report);
    context.say((report.replaced ? "replaced " : "imported ") + report.name + ": " + counted(report.concepts, "concept") + "; terms: " +
                term_counts(report.terms) + (report.left_out == 0 ? "" : "; " + std::to_string(report.left_out) + " sentences left out"));
    return ExitCode::done;
}

ExitCode CommandLexicon::learn(Context& context) const {
    const LearnReport report = learn_lexicon(context.workspace(), m_parallel);
    if (context.options.json) context.out << to_json(report);
    context.say((report.replaced ? "replaced " : "wrote ") + report.file.string() + ": " + counted(report.keys, "word") + " with " +
                counted(report.translations, "translation") + ", from " + counted(report.segments, "different segment"));
    return ExitCode::done;
}

ExitCode CommandLexicon::compile(Context& context) const {
    const CompileReport report = compile_lexicon(context.workspace(), m_image, m_shipped_alone);
    if (context.options.json) context.out << to_json(report);
    context.say("wrote " + report.file.string() + ": " + counted(report.concepts, "concept") + ", " + counted(report.bytes, "byte"));
    return ExitCode::done;
}

ExitCode CommandLexicon::list(Context& context) const {
    const Workspace workspace = context.workspace();
    const std::vector<LexiconPart> parts = list_lexicon(workspace);
    if (context.options.json) {
        context.out << to_json(parts);
        return ExitCode::done;
    }
    Columns table({Columns::Align::left, Columns::Align::left, Columns::Align::left, Columns::Align::right, Columns::Align::left,
                   Columns::Align::left});
    for (const LexiconPart& part : parts)
        table.add({part.shipped ? "shipped" : "own", part.kind, part.name, std::to_string(part.entries), term_counts(part.terms),
                   part.file.string()});
    context.out << table.str();
    context.say(workspace.user.empty() ? "there is no folder for your own data: neither XDG_DATA_HOME nor HOME is set"
                                       : "your own data is kept in " + workspace.user.string());
    return ExitCode::done;
}

ExitCode CommandLexicon::remove(Context& context) const {
    for (const auto& file : remove_lexicon(context.workspace(), m_name)) context.say("removed " + file.string());
    return ExitCode::done;
}

}  // namespace kwalign::tools
