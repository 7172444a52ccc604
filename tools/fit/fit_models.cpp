/// Fits the scoring models of corpora/align on gold links and says how well they do on document pairs left out.
///
///   kwalign_fit STORE DATA UNITS.tsv OUTCOMES.tsv LABEL=ID... [!LABEL=ID...]
///
/// Writes DATA/align/unit-model.tsv and statement-model.tsv. Documents marked with "!" are of another field: their pairs carry no link
/// and teach the models that. A developer's program: errors end it with a message.

#include "align/engine.hpp"
#include "align/fit/logistic_fit.hpp"
#include "ingest/source/byte_source.hpp"
#include "model/interchange/table_writer.hpp"
#include "model/store/store.hpp"
#include "tools/app/gold.hpp"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace kwalign;

namespace {

struct Document {
    std::string label;
    model::Standard standard;
    bool foreign = false;  ///< of another field than all others
};

using Key = std::pair<std::pair<std::size_t, std::size_t>, std::pair<std::string, std::string>>;

/// Judged pairs by documents and codes; true for sign, absent for nothing said.
std::map<Key, bool> read_judgements(const std::string& file, const std::vector<Document>& documents, std::set<std::string>& sources) {
    std::map<Key, bool> out;
    const auto place = [&](const std::string& label) {
        std::size_t i = 0;
        while (i < documents.size() && documents[i].label != label) ++i;
        return i;
    };
    for (const tools::GoldRow& row : tools::parse_gold(ingest::read_file(file, {}), file)) {
        std::size_t s = place(row.source_doc);
        std::size_t t = place(row.target_doc);
        if (s == documents.size() || t == documents.size()) continue;
        sources.insert(row.source_doc + ' ' + row.source_code);
        std::string source = row.source_code;
        std::string target = row.target_code;
        if (s > t) {
            std::swap(s, t);
            std::swap(source, target);
        }
        out[{{s, t}, {source, target}}] = row.strength == tools::GoldStrength::sign;
    }
    return out;
}

/// What the gold says of every scored pair: sign links hold, weak ones are left out, everything else does not hold. Of a pair of documents
/// that the gold judges, sources that it names nowhere are left out, too.
std::vector<align::Example> examples_of(const std::vector<align::Engine::Scored>& pairs, const std::map<Key, bool>& judged,
                                        const std::vector<Document>& documents, const std::set<std::string>& sources) {
    std::set<std::pair<std::size_t, std::size_t>> judged_pairs;
    for (const auto& [key, sign] : judged) judged_pairs.insert(key.first);
    std::vector<align::Example> out;
    for (const align::Engine::Scored& p : pairs) {
        const bool foreign = documents[p.source].foreign || documents[p.target].foreign;
        if (foreign) {
            // Only pairs of a document that the gold judges: they are what the others are compared with.
            const std::size_t known = documents[p.source].foreign ? p.target : p.source;
            const bool known_judged = std::any_of(judged_pairs.begin(), judged_pairs.end(), [&](const auto& q) { return q.first == known || q.second == known; });
            if (!known_judged) continue;
        } else if (!judged_pairs.contains({p.source, p.target})) continue;
        const auto verdict = judged.find({{p.source, p.target}, {p.source_code, p.target_code}});
        if (verdict != judged.end() && !verdict->second) continue;
        const bool source_judged = sources.contains(documents[p.source].label + ' ' + p.source_code) || sources.contains(documents[p.target].label + ' ' + p.target_code);
        if (!foreign && verdict == judged.end() && !source_judged) continue;
        out.push_back({p.values, verdict != judged.end(), foreign ? documents.size() * documents.size() : p.source * documents.size() + p.target});
    }
    return out;
}

void fit(const align::Engine& engine, align::Engine::Level level, const std::string& gold, const std::vector<Document>& documents,
         const std::filesystem::path& file) {
    std::vector<model::Standard> standards;
    for (const Document& d : documents) standards.push_back(d.standard);
    std::set<std::string> sources;
    const std::map<Key, bool> judged = read_judgements(gold, documents, sources);
    const std::vector<align::Example> examples = examples_of(engine.scored_pairs(standards, {}, level), judged, documents, sources);
    const std::vector<std::string_view> names = align::Engine::input_names(level);
    const align::LogisticModel fitted = align::fit_logistic(examples, names.size());
    std::printf("%s: %zu pairs\n", file.filename().c_str(), examples.size());
    for (const double threshold : {0.3, 0.35, 0.4, 0.5}) {
        const align::FitScore score = align::score_at(fitted, examples, threshold);
        std::printf("  fitted on all, from %.2f: %zu right, %zu wrong, %zu missed, F1 %.3f\n", threshold, score.right, score.wrong, score.missed, score.f1());
    }
    for (const align::FitScore& score : align::leave_one_group_out(examples, names.size()))
        if (score.right + score.missed > 0)
            std::printf("  a pair of documents left out: %zu right, %zu wrong, %zu missed, F1 %.3f\n", score.right, score.wrong, score.missed, score.f1());
    model::write_file_atomically(file, align::model_file_text(fitted, names));
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 7) {
        std::fputs("usage: kwalign_fit STORE DATA UNITS.tsv OUTCOMES.tsv LABEL=ID... [!LABEL=ID...]\n", stderr);
        return 2;
    }
    const model::Store store(argv[1], model::Store::Mode::read_only);
    const std::filesystem::path data = argv[2];
    std::vector<Document> documents;
    for (int i = 5; i < argc; ++i) {
        std::string argument = argv[i];
        const bool foreign = argument.starts_with('!');
        if (foreign) argument.erase(0, 1);
        const std::size_t equals = argument.find('=');
        documents.push_back({argument.substr(0, equals), *store.get(store.resolve(argument.substr(equals + 1)).front()), foreign});
    }
    fit(align::Engine(data), align::Engine::Level::unit, argv[3], documents, data / "align" / "unit-model.tsv");
    // The statement model reads the unit model, so the engine is made anew.
    fit(align::Engine(data), align::Engine::Level::statement, argv[4], documents, data / "align" / "statement-model.tsv");
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "kwalign_fit: %s\n", error.what());
    return 1;
}
