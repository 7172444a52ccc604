/// kwalign_learn: builds and measures the shipped translation tables. See tools/learn/rebuild, which calls it.

#include "align/features/function_words.hpp"
#include "align/lexicon/analyser.hpp"
#include "align/translation/learn.hpp"
#include "align/translation/table.hpp"
#include "tools/learn/programs.hpp"
#include "tools/learn/retrieval.hpp"

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace kwalign::tools {
namespace {

constexpr const char* usage =
    "usage: kwalign_learn table LANG DATA OUT NOTES NAME=PATH...   writes a table learned from all paths\n"
    "       kwalign_learn held-out LANG DATA NAME=PATH...          leaves every NAME out once, prints the share of its segments found "
    "again\n"
    "LANG nl or et; DATA the corpora folder; NOTES a file with provenance and licence; PATH what read_parallel reads\n";
constexpr std::size_t min_words = 5;  // shorter messages say too little to be found by
constexpr std::size_t few = 300;
constexpr std::size_t many = 5000;
constexpr std::size_t max_groups = 10;  // groups of `few` segments per program

align::LearnOptions options_for(const std::string& lang, const std::filesystem::path& data) {
    align::LearnOptions options;
    options.lang = lang;
    options.function_words = align::load_function_words(data / "align" / "function-words.tsv");
    return options;
}

int write_table(const std::vector<std::string>& arguments) {
    const std::string& lang = arguments[1];
    std::ifstream notes_file(arguments[4]);
    std::vector<std::string> notes;
    for (std::string line; std::getline(notes_file, line);) notes.push_back(line);
    const std::vector<ProgramText> programs = read_programs({arguments.begin() + 5, arguments.end()}, lang);
    const align::LearnedTable table = align::learn_tables(without_program(programs, programs.size()), options_for(lang, arguments[2]));
    std::size_t translations = 0;
    for (const align::TableEntry& entry : table.entries) translations += entry.translations.size();
    notes.push_back("");
    notes.push_back("Learned from " + std::to_string(table.segments) + " different segments with " + std::to_string(table.words) +
                    " words: " + std::to_string(table.entries.size()) + " keys, " + std::to_string(translations) + " translations.");
    std::ofstream out(arguments[3], std::ios::binary);
    out << align::table_text(table.entries, lang, notes);
    std::cout << arguments[3] << ": " << notes.back() << '\n';
    return out.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}

struct Shares {
    double tables = 0.0;
    double lexicon = 0.0;
    double both = 0.0;
    std::size_t segments = 0;

    void add(const Shares& more) {
        const double old_part = static_cast<double>(segments) / static_cast<double>(segments + more.segments);
        tables = tables * old_part + more.tables * (1.0 - old_part);
        lexicon = lexicon * old_part + more.lexicon * (1.0 - old_part);
        both = both * old_part + more.both * (1.0 - old_part);
        segments += more.segments;
    }
};

void print(const std::string& lang, const std::string& program, std::size_t size, const Shares& shares) {
    std::cout << std::left << std::setw(4) << lang << std::setw(10) << program << std::right << std::setw(6) << size << std::setw(9)
              << shares.segments << std::fixed << std::setprecision(1) << std::setw(9) << 100.0 * shares.tables << std::setw(9)
              << 100.0 * shares.lexicon << std::setw(9) << 100.0 * shares.both << '\n';
}

Shares measure(const std::vector<align::ParallelSegment>& segments, const align::TranslationTable& table, const align::Analyser& analyser,
               const std::string& lang) {
    return {share_found(segments, table, analyser, lang, {true, false}), share_found(segments, table, analyser, lang, {false, true}),
            share_found(segments, table, analyser, lang, {true, true}), segments.size()};
}

int held_out(const std::vector<std::string>& arguments) {
    const std::string& lang = arguments[1];
    const std::filesystem::path data = arguments[2];
    const align::LearnOptions options = options_for(lang, data);
    const align::Lexicon lexicon = align::Lexicon::load(data / "lexicon");
    const align::Analyser analyser(lexicon, options.function_words);
    const std::vector<ProgramText> programs = read_programs({arguments.begin() + 3, arguments.end()}, lang);
    std::cout << "lang program  among segments   tables  lexicon     both   (% found at rank 1, the program left out of learning)\n";
    Shares all_few;
    Shares all_many;
    for (std::size_t p = 0; p < programs.size(); ++p) {
        const std::vector<align::ParallelSegment> tests = test_segments(programs, p, min_words);
        if (tests.size() < few) continue;
        const align::LearnedTable learned = align::learn_tables(without_program(programs, p), options);
        const align::TranslationTable table = align::TranslationTable::parse(align::table_text(learned.entries, lang, {}), "learned");
        Shares of_few;
        for (std::size_t g = 0; g < std::min(max_groups, tests.size() / few); ++g) {
            const auto first = tests.begin() + static_cast<std::ptrdiff_t>(g * few);
            of_few.add(measure({first, first + few}, table, analyser, lang));
        }
        print(lang, programs[p].name, few, of_few);
        all_few.add(of_few);
        if (tests.size() < many) continue;
        const Shares of_many = measure({tests.begin(), tests.begin() + many}, table, analyser, lang);
        print(lang, programs[p].name, many, of_many);
        all_many.add(of_many);
    }
    print(lang, "all", few, all_few);
    if (all_many.segments > 0) print(lang, "all", many, all_many);
    return EXIT_SUCCESS;
}

int run(const std::vector<std::string>& arguments) {
    if (arguments.size() >= 6 && arguments[0] == "table") return write_table(arguments);
    if (arguments.size() >= 5 && arguments[0] == "held-out") return held_out(arguments);
    std::cerr << usage;
    return 2;
}

}  // namespace
}  // namespace kwalign::tools

int main(int argc, char** argv) {
    try {
        return kwalign::tools::run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << "kwalign_learn: " << error.what() << '\n';
        return EXIT_FAILURE;
    }
}
