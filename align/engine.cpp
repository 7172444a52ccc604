#include "align/engine.hpp"

#include "align/embedding/hear_vectors.hpp"
#include "align/explain.hpp"
#include "align/features/function_words.hpp"
#include "align/features/word_bridge.hpp"
#include "align/graph/third_framework.hpp"
#include "align/imported/user_data.hpp"
#include "align/table/coverage.hpp"
#include "align/table/linker.hpp"
#include "align/table/list_links.hpp"
#include "align/table/pair_scores.hpp"
#include "align/table/phrases.hpp"
#include "align/translation/table_set.hpp"
#include "model/digest.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <span>
#include <utility>

namespace kwalign::align {
namespace {

/// Enough for the best partner to be among them on lists of 100,000 (tests/unit/align/candidates_test.cpp).
constexpr std::size_t candidates_of_statement = 64;
std::string addition(const char* kind, const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const auto digest = model::sha256(bytes);
    return std::string(kind) + " " + file.stem().string() + " (" + model::to_hex(digest.data(), 6) + ")";
}

std::vector<std::string> additions_of(const UserData& user, bool dictionaries) {
    std::vector<std::string> out;
    for (const std::filesystem::path& file : user.terms) out.push_back(addition("terms", file));
    for (const std::filesystem::path& file : user.tables) out.push_back(addition("translations", file));
    if (dictionaries)
        for (const char* lang : {"en", "et", "nl"})
            for (const std::filesystem::path& file : model::dictionary_files(lang)) out.push_back(addition("dictionary", file));
    return out;
}

/// Where the inputs named in `names` stand among `inputs`; names of the other level's inputs are passed over.
std::vector<std::size_t> indexes_of(const std::vector<std::string>& names, std::span<const std::string_view> inputs) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < inputs.size(); ++i)
        if (std::find(names.begin(), names.end(), inputs[i]) != names.end()) out.push_back(i);
    return out;
}

/// Coverage and gaps follow from the links that would be suggested: candidates that are listed only because `top` of them were asked for cover
/// nothing.
void measure(const Comparison& c, const AlignOptions& options, model::Pair& pair) {
    if (options.top == 0) {
        pair.coverage = measure_coverage(c, pair.links, pair.statement_links);
        pair.gaps = find_gaps(c, pair.links, pair.statement_links);
        return;
    }
    AlignOptions suggested = options;
    suggested.top = 0;
    const std::vector<model::Link> units = link_units(c, suggested);
    const bool documents = !c.source.entries || !c.target.entries;
    const std::vector<model::Link> statements = documents ? link_statements(c, suggested) : std::vector<model::Link>{};
    pair.coverage = measure_coverage(c, units, statements);
    pair.gaps = find_gaps(c, units, statements);
}

}  // namespace

struct Engine::Impl {
    Impl(const std::filesystem::path& data_folder, const UserData& user, const EngineExtras& extras)
        : additions(additions_of(user, extras.dictionaries)),
          lexicon(Lexicon::open(data_folder / "lexicon", user.terms, lexicon_images(data_folder, extras.user_folder, extras.images))),
          function_words(load_function_words(data_folder / "align" / "function-words.tsv")),
          analyser(lexicon, function_words, extras.dictionaries ? &dictionaries : nullptr),
          bridge(analyser.terms("en"), load_tables(data_folder / "translation", user.tables)),
          phrases(Phrases::load(data_folder / "align" / "phrases.tsv")),
          models{LogisticModel::load(data_folder / "align" / "unit-model.tsv", unit_inputs()),
                 LogisticModel::load(data_folder / "align" / "statement-model.tsv", statement_inputs())} {}

    std::vector<std::string> additions;
    Lexicon lexicon;
    std::set<std::string> function_words;
    model::Spellers dictionaries;
    Analyser analyser;
    WordBridge bridge;
    Phrases phrases;
    Models models;
};

Engine::Engine(const std::filesystem::path& data_folder, const EngineExtras& extras)
    : m_impl(std::make_unique<Impl>(data_folder, find_user_data(extras.user_folder), extras)) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

const std::vector<std::string>& Engine::additions() const noexcept { return m_impl->additions; }

model::EquivalenceTable Engine::align(const std::vector<model::Standard>& standards, const std::vector<const model::Standard*>& background,
                                      const AlignOptions& options) const {
    model::EquivalenceTable table;
    table.generator = options.generator;
    table.created = options.created;
    const Speaker speaker{m_impl->phrases, options.language};
    table.method = speaker.say("method");
    if (!m_impl->additions.empty()) table.method += " " + speaker.say("method.additions", {speaker.listed(m_impl->additions)});
    if (options.vectors != nullptr && options.vectors->size() > 0) table.method += " " + speaker.say("method.vectors");
    table.standards = standards;

    FeatureSpace space(m_impl->lexicon, &m_impl->bridge);
    std::vector<StandardFeatures> features;
    features.reserve(standards.size());
    for (const model::Standard& standard : table.standards)
        features.push_back(extract_features(standard, m_impl->analyser, space, options.jobs));
    for (const model::Standard* standard : background) (void)extract_features(*standard, m_impl->analyser, space, options.jobs);
    space.freeze();

    ScoringOptions scoring{candidates_of_statement, options.jobs, indexes_of(options.muted, unit_inputs()),
                           indexes_of(options.muted, statement_inputs())};
    std::vector<ScoredTablePair> scored;
    for (std::size_t a = 0; a < features.size(); ++a)
        for (std::size_t b = a + 1; b < features.size(); ++b) {
            scoring.candidates = candidates_for(features[a], features[b], options);
            scored.push_back({a, b, score_pair(features[a], features[b], space, m_impl->models, scoring)});
            if (options.vectors != nullptr) hear_vectors(features[a], features[b], *options.vectors, scored.back().scores);
            if (score_entries(features[a], features[b], options)) keep_entries(scored.back().scores, options);
        }
    support_through_third(features, scored);

    for (const ScoredTablePair& p : scored) {
        const Comparison c{features[p.source], features[p.target], space, p.scores, {m_impl->phrases, options.language}};
        model::Pair pair;
        pair.source = p.source;
        pair.target = p.target;
        if (score_entries(c.source, c.target, options)) {
            pair.statement_links = link_statements(c, options);
            table.pairs.push_back(std::move(pair));
            continue;
        }
        pair.links = link_units(c, options);
        if (!c.source.entries || !c.target.entries) pair.statement_links = link_statements(c, options);  // entries are linked as units
        measure(c, options, pair);
        table.pairs.push_back(std::move(pair));
    }
    return table;
}

std::vector<Engine::Scored> Engine::scored_pairs(const std::vector<model::Standard>& standards,
                                                 const std::vector<const model::Standard*>& background, Level level) const {
    FeatureSpace space(m_impl->lexicon, &m_impl->bridge);
    std::vector<StandardFeatures> features;
    for (const model::Standard& standard : standards) features.push_back(extract_features(standard, m_impl->analyser, space));
    for (const model::Standard* standard : background) (void)extract_features(*standard, m_impl->analyser, space);
    space.freeze();
    std::vector<Scored> out;
    for (std::size_t a = 0; a < features.size(); ++a)
        for (std::size_t b = a + 1; b < features.size(); ++b) {
            const std::vector<StatementPair> pairs =
                score_statement_pairs(features[a], features[b], space, candidates_for(features[a], features[b], {}), 0);
            const std::vector<UnitPair> units = hear_witnesses(features[a], features[b], pairs, space, 0);
            if (level == Level::unit) {
                for (const UnitPair& u : units)
                    if (features[a].units[u.source].linkable && features[b].units[u.target].linkable)
                        out.push_back(
                            {a, b, features[a].units[u.source].unit->code, features[b].units[u.target].unit->code, unit_values(u)});
                continue;
            }
            std::vector<double> confidence;
            for (const UnitPair& u : units) confidence.push_back(m_impl->models.unit.probability(unit_values(u)));
            const std::vector<std::vector<double>> values = statement_values(features[a], features[b], pairs, units, confidence, space);
            for (std::size_t i = 0; i < pairs.size(); ++i) {
                const StatementFeatures& s = features[a].statements[pairs[i].source];
                const StatementFeatures& t = features[b].statements[pairs[i].target];
                if (!s.prose && !t.prose) out.push_back({a, b, s.statement->code, t.statement->code, values[i]});
            }
        }
    return out;
}

std::vector<std::string_view> Engine::input_names(Level level) {
    const std::span<const std::string_view> names = level == Level::unit ? unit_inputs() : statement_inputs();
    return {names.begin(), names.end()};
}

std::string Engine::explain_text(std::string_view text, std::string_view lang) const {
    return explain(m_impl->analyser, m_impl->bridge.tables(), text, lang);
}
std::string Engine::explain_text_json(std::string_view text, std::string_view lang) const {
    return explain_json(m_impl->analyser, m_impl->bridge.tables(), text, lang);
}

}  // namespace kwalign::align
