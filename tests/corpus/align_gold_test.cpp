/// Floors of linking quality against gold links. A floor that is undercut fails; raising one is a reviewed change.

#include "align/engine.hpp"
#include "ingest/ingest.hpp"
#include "model/store/store.hpp"
#include "tools/app/evaluate.hpp"
#include "tools/app/workspace.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

using namespace kwalign;
namespace fs = std::filesystem;

namespace {

const fs::path corpora = fs::path(KWALIGN_SOURCE_DIR) / "corpora";

fs::path shared_folder() {
    const char* from_environment = std::getenv("KWALIGN_SHARED");
    return from_environment != nullptr ? fs::path(from_environment) : fs::path(KWALIGN_SHARED_DIR);
}

/// A store of its own with some documents, removed with its folder.
class TemporaryStore {
public:
    TemporaryStore() {
        static int count = 0;
        m_folder = fs::temp_directory_path() / ("kwalign-gold-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
        fs::create_directories(m_folder);
        m_workspace.store = m_folder / "store.db";
        m_workspace.data = corpora;
    }
    ~TemporaryStore() {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }
    TemporaryStore(const TemporaryStore&) = delete;
    TemporaryStore& operator=(const TemporaryStore&) = delete;

    std::string add(const fs::path& document) {
        static const ingest::Ingester ingester(corpora / "templates");
        const model::Standard standard = ingester.read(document);
        model::Store(m_workspace.store).put(standard);
        return standard.id;
    }
    [[nodiscard]] const tools::Workspace& workspace() const noexcept { return m_workspace; }

private:
    fs::path m_folder;
    tools::Workspace m_workspace;
};

double f1_of(const tools::Evaluation& evaluation) { return evaluation.overall.f1().value_or(0.0); }

/// Labels and ids of the real documents, read from `form` ("seeds" or "pdf/digital"); empty where they are not there.
std::vector<std::pair<std::string, std::string>> add_real(TemporaryStore& store, const std::string& form) {
    std::vector<std::pair<std::string, std::string>> documents;
    for (const auto& [label, number] :
         {std::pair{"EE", "000"}, std::pair{"ESSA", "001"}, std::pair{"EECS", "002"}, std::pair{"NLC", "003"}, std::pair{"NLKD", "004"}}) {
        std::error_code absent;
        for (const auto& entry : fs::directory_iterator(shared_folder() / form, absent))
            if (entry.path().filename().string().starts_with(number)) documents.emplace_back(label, store.add(entry.path()));
    }
    return documents;
}

tools::EvaluateRequest request(const fs::path& gold, const std::vector<std::pair<std::string, std::string>>& documents) {
    tools::EvaluateRequest out;
    out.gold = gold;
    out.documents = documents;
    return out;
}

}  // namespace

TEST_CASE("links between the real documents reach the floors", "[corpus][align]") {
    const std::string form = GENERATE(as<std::string>{}, "seeds", "pdf/digital");
    CAPTURE(form);
    TemporaryStore store;
    const auto documents = add_real(store, form);
    if (documents.size() != 5) {
        WARN("skipped: the real documents are not in " << shared_folder());
        return;
    }
    const tools::Evaluation units = tools::evaluate(store.workspace(), request(shared_folder() / "gold" / "units.tsv", documents));
    CHECK(f1_of(units) >= 0.8);
    CHECK(units.overall.mrr().value_or(0.0) >= 0.85);
    // The file judges general skills and the first seven competences only.
    tools::EvaluateRequest judged = request(shared_folder() / "gold" / "outcomes.tsv", documents);
    judged.judged_only = true;
    const tools::Evaluation outcomes = tools::evaluate(store.workspace(), judged);
    CHECK(f1_of(outcomes) >= 0.5);
}

TEST_CASE("a standard of another field gets almost no links", "[corpus][align]") {
    TemporaryStore store;
    const auto documents = add_real(store, "seeds");
    if (documents.size() != 5) {
        WARN("skipped: the real documents are not in " << shared_folder());
        return;
    }
    std::vector<model::Standard> standards;
    const model::Store opened(store.workspace().store, model::Store::Mode::read_only);
    for (const auto& [label, id] : documents) standards.push_back(*opened.get(id));
    const align::Engine engine(corpora);
    std::size_t links = 0;
    for (const model::Pair& pair : engine.align(standards, {}, {}).pairs) {
        const bool foreign = documents[pair.source].first == "EECS" || documents[pair.target].first == "EECS";
        if (foreign) links += pair.links.size() + pair.statement_links.size();
    }
    CHECK(links <= 3);
}

TEST_CASE("every suggested link between real documents has a reason and a place", "[corpus][align]") {
    TemporaryStore store;
    const auto documents = add_real(store, "pdf/digital");
    if (documents.size() != 5) {
        WARN("skipped: the real documents are not in " << shared_folder());
        return;
    }
    std::vector<model::Standard> standards;
    const model::Store opened(store.workspace().store, model::Store::Mode::read_only);
    for (const auto& [label, id] : documents) standards.push_back(*opened.get(id));
    const align::Engine engine(corpora);
    const model::EquivalenceTable table = engine.align(standards, {}, {});
    for (const model::Pair& pair : table.pairs)
        for (const model::Link& link : pair.links) {
            CAPTURE(link.source.unit, link.target.unit);
            REQUIRE_FALSE(link.evidence.empty());
            CHECK_FALSE(link.evidence.front().text.empty());
            for (const auto& [standard, code] : {std::pair{pair.source, link.source.unit}, std::pair{pair.target, link.target.unit}}) {
                const model::Unit* unit = table.standards[standard].find_unit(code);
                REQUIRE(unit != nullptr);
                REQUIRE_FALSE(unit->spans.empty());
                CHECK(unit->spans.front().page > 0);
                CHECK_FALSE(unit->spans.front().box.empty());
            }
        }
}

TEST_CASE("links between the sample documents reach the floor", "[corpus][align]") {
    TemporaryStore store;
    std::vector<std::pair<std::string, std::string>> documents;
    for (const char* name :
         {"ee-developer", "ee-warehouse", "essa-test", "essa-web", "nl-developer", "nl-logistics", "nl-stock-certificate"})
        documents.emplace_back(name, store.add(corpora / "samples" / name / (std::string(name) + ".txt")));
    // These links were never used in fitting.
    std::size_t found = 0;
    std::size_t wrong = 0;
    std::size_t missed = 0;
    for (const auto& entry : fs::directory_iterator(corpora / "samples" / "gold")) {
        if (entry.path().filename().string().find(".units.") == std::string::npos) continue;
        const tools::Evaluation evaluation = tools::evaluate(store.workspace(), request(entry.path(), documents));
        found += evaluation.overall.found;
        wrong += evaluation.overall.wrong;
        missed += evaluation.overall.missed;
    }
    const double f1 = 2.0 * static_cast<double>(found) / static_cast<double>(2 * found + wrong + missed);
    CAPTURE(found, wrong, missed);
    CHECK(f1 >= 0.8);
}
