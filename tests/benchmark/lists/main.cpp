/// kwalign_lists_benchmark: two generated lists in two languages, every entry of the one against the other. Prints times, what the candidate
/// search loses against scoring every pair, and both ratios. See README.md beside it.

#include "align/engine.hpp"
#include "align/lexicon/analyser.hpp"
#include "align/lexicon/image.hpp"
#include "model/text/unicode.hpp"
#include "tests/benchmark/lists/bm25.hpp"
#include "tests/support/generated_lists.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::tests {
namespace {

constexpr std::size_t top = 10;

struct Options {
    std::filesystem::path data;
    std::size_t entries = 10'000;
    std::size_t sample = 200;  // sources that are scored against every target
    unsigned jobs = 1;
};

/// Of this process, all threads together: what another program on the machine does not change.
double cpu_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec); };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Ranked targets and their confidences, by source.
struct Ranking {
    std::vector<std::vector<std::pair<std::size_t, double>>> best;
    std::size_t evidence = 0;
    std::size_t links = 0;
    double seconds = 0.0;
    double cpu = 0.0;  ///< seconds

    double found(const std::vector<std::size_t>& partner, std::size_t depth) const {
        std::size_t asked = 0;
        std::size_t right = 0;
        for (std::size_t s = 0; s < best.size(); ++s) {
            if (partner[s] == GeneratedLists::nobody) continue;
            ++asked;
            for (std::size_t i = 0; i < std::min(depth, best[s].size()); ++i) right += best[s][i].first == partner[s] ? 1U : 0U;
        }
        return asked == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(asked);
    }
};

std::size_t number_of(const std::string& code) { return std::stoull(code.substr(1)); }

Ranking rank(const align::Engine& engine, const std::vector<model::Standard>& standards, unsigned jobs, bool every_pair) {
    align::AlignOptions options;
    options.top = top;
    options.jobs = jobs;
    options.level = align::AlignOptions::Level::statement;
    options.every_pair = every_pair;
    const auto start = std::chrono::steady_clock::now();
    const double cpu_before = cpu_seconds();
    const model::EquivalenceTable table = engine.align(standards, {}, options);
    Ranking out;
    out.seconds = seconds_since(start);
    out.cpu = cpu_seconds() - cpu_before;
    out.best.resize(standards.front().units.size());
    const std::size_t first = number_of(standards.front().units.front().code);
    for (const model::Link& link : table.pairs.front().statement_links) {
        out.best[number_of(link.source.code()) - first].emplace_back(number_of(link.target.code()), link.confidence);
        out.evidence += link.evidence.empty() ? 0U : 1U;
        ++out.links;
    }
    return out;
}

/// What BM25 gives when the Dutch words are looked up in the English list, each as it stands and by every English term of its concepts.
Ranking rank_by_bm25(const align::Analyser& analyser, const GeneratedLists& lists, std::size_t sample) {
    std::vector<std::string> texts;
    for (const model::Unit& unit : lists.target.units) texts.push_back(unit.title);
    Bm25 index(texts);
    Ranking out;
    const double cpu_before = cpu_seconds();
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t s = 0; s < sample; ++s) {
        std::vector<std::string> words;
        for (const align::Mention& m : analyser.analyse(lists.source.units[s].title, "nl").mentions) {
            std::vector<std::string> terms{m.text};
            if (m.concept_known) {
                const std::vector<std::string_view> english = analyser.lexicon().terms(m.concept_id, "en");
                if (!english.empty()) terms = {english.begin(), english.end()};
            }
            for (const std::string& term : terms)
                if (term.find('"') == std::string::npos) words.push_back(term);
        }
        out.best.emplace_back();
        for (const std::size_t t : index.search(words, top)) out.best.back().emplace_back(t, 0.0);
    }
    out.seconds = seconds_since(start);
    out.cpu = cpu_seconds() - cpu_before;
    return out;
}

double sum_of_confidence(const Ranking& ranking, std::size_t sources) {
    double sum = 0.0;
    for (std::size_t s = 0; s < sources; ++s)
        for (const auto& [target, confidence] : ranking.best[s]) sum += confidence;
    return sum;
}

double found_in(const Ranking& ranking, const Ranking& of, std::size_t sources) {
    std::size_t all = 0;
    std::size_t found = 0;
    for (std::size_t s = 0; s < sources; ++s)
        for (const auto& [target, confidence] : of.best[s]) {
            ++all;
            // A target as good as the last one that was kept is no loss: which of equals is shown is a matter of order.
            const bool there = std::any_of(ranking.best[s].begin(), ranking.best[s].end(),
                                           [&, t = target](const auto& other) { return other.first == t; });
            const bool as_good = !ranking.best[s].empty() && ranking.best[s].size() == of.best[s].size() &&
                                 confidence <= ranking.best[s].back().second + 1e-9;
            found += there || as_good ? 1U : 0U;
        }
    return all == 0 ? 1.0 : static_cast<double>(found) / static_cast<double>(all);
}

void line(const std::string& what, double value, const std::string& unit) {
    std::cout << std::left << std::setw(58) << what << std::right << std::fixed << std::setprecision(2) << std::setw(10) << value << " "
              << unit << '\n';
}

/// A file for as long as the benchmark runs.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string_view bytes)
        : m_path(std::filesystem::temp_directory_path() / ("kwalign-lists-" + std::to_string(::getpid()) + ".image")) {
        std::ofstream(m_path, std::ios::binary) << bytes;
    }
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }

private:
    std::filesystem::path m_path;
};

align::Engine started(const Options& options, const std::vector<std::filesystem::path>& images, const std::string& how) {
    const auto start = std::chrono::steady_clock::now();
    const double cpu_before = cpu_seconds();
    align::Engine engine(options.data, {{}, images, false});
    line("start-up " + how + ": lexicon, tables and models ready", 1000.0 * seconds_since(start), "ms");
    line("  processor time", 1000.0 * (cpu_seconds() - cpu_before), "ms");
    return engine;
}

int run(const Options& options) {
    const align::Lexicon lexicon = align::Lexicon::load(options.data / "lexicon");
    const TemporaryFile image(lexicon.image().bytes());
    (void)started(options, {}, "from the text");
    const align::Engine engine = started(options, {image.path()}, "compiled");
    const std::set<std::string> no_words;
    const align::Analyser analyser(lexicon, no_words);
    const GeneratedLists lists = generate_lists(lexicon, {options.entries, 0.6, 1});
    std::cout << options.entries << " x " << options.entries << " entries, Dutch against English, top " << top << " with evidence, jobs "
              << options.jobs << '\n';

    const Ranking fast = rank(engine, {lists.source, lists.target}, options.jobs, false);
    line("time", fast.seconds, "s");
    line("  processor time, all threads", fast.cpu, "s");
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    line("peak memory", static_cast<double>(usage.ru_maxrss) / 1024.0, "MB");
    line("links", static_cast<double>(fast.links), "");
    line("links with evidence", 100.0 * static_cast<double>(fast.evidence) / static_cast<double>(std::max<std::size_t>(1, fast.links)),
         "%");
    line("partner at rank 1", 100.0 * fast.found(lists.partner, 1), "%");
    line("partner among the first 10", 100.0 * fast.found(lists.partner, top), "%");

    const std::size_t sample = std::min(options.sample, options.entries);
    if (sample == 0) return EXIT_SUCCESS;
    // The same sources both ways: what is lost must come from the search, not from other word statistics or rivals.
    model::Standard part = lists.source;
    part.units.resize(sample);
    const Ranking part_fast = rank(engine, {part, lists.target}, options.jobs, false);
    const Ranking part_full = rank(engine, {part, lists.target}, options.jobs, true);
    line("sample scored against every target", static_cast<double>(sample), "sources");
    line("confidence lost by the candidate search",
         100.0 * (1.0 - sum_of_confidence(part_fast, sample) / sum_of_confidence(part_full, sample)), "%");
    line("links lost by the candidate search", 100.0 * (1.0 - found_in(part_fast, part_full, sample)), "%");
    const double full = part_full.cpu * static_cast<double>(options.entries) / static_cast<double>(sample);
    line("scoring every pair would take about (processor time)", full, "s");
    line("ratio: scoring every pair / candidate search", full / fast.cpu, "");
    const Ranking bm25 = rank_by_bm25(analyser, lists, sample);
    const double per_source = bm25.cpu / static_cast<double>(sample);
    line("SQLite FTS5 BM25, a query per source (processor time)", per_source * static_cast<double>(options.entries), "s");
    line("ratio: FTS5 BM25 / candidate search", per_source * static_cast<double>(options.entries) / fast.cpu, "");
    line("BM25: partner among the first 10 (sample)", 100.0 * bm25.found(lists.partner, top), "%");
    return EXIT_SUCCESS;
}

int main_of(const std::vector<std::string>& arguments) {
    Options options;
    for (std::size_t i = 0; i + 1 < arguments.size(); i += 2) {
        if (arguments[i] == "--data")
            options.data = arguments[i + 1];
        else if (arguments[i] == "--entries")
            options.entries = std::stoull(arguments[i + 1]);
        else if (arguments[i] == "--sample")
            options.sample = std::stoull(arguments[i + 1]);
        else if (arguments[i] == "--jobs")
            options.jobs = static_cast<unsigned>(std::stoul(arguments[i + 1]));
    }
    if (options.data.empty() || arguments.size() % 2 != 0) {
        std::cerr << "usage: kwalign_lists_benchmark --data CORPORA [--entries N] [--sample N] [--jobs N]\n";
        return 2;
    }
    return run(options);
}

}  // namespace
}  // namespace kwalign::tests

int main(int argc, char** argv) {
    try {
        return kwalign::tests::main_of({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << "kwalign_lists_benchmark: " << error.what() << '\n';
        return EXIT_FAILURE;
    }
}
