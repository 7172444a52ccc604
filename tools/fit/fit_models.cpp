/// Fits the scoring models of corpora/align on gold links and says how well they do on pairs of documents left out.
///
///   kwalign_fit STORE DATA (--units FILE | --outcomes FILE | --doc LABEL@FIELD=ID)...
///
/// Writes DATA/align/unit-model.tsv and statement-model.tsv. Documents of different fields teach that they carry no link; pairs of one field
/// that no gold file speaks of are left out. With --dry-run nothing is written. A developer's program: errors end it with a message.

#include "align/engine.hpp"
#include "align/fit/logistic_fit.hpp"
#include "model/interchange/table_writer.hpp"
#include "model/store/store.hpp"
#include "tools/fit/fit_examples.hpp"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

using namespace kwalign;
using tools::FitExamples;

namespace {

struct Arguments {
    std::string store;
    std::filesystem::path data;
    std::vector<std::string> units;
    std::vector<std::string> outcomes;
    std::vector<std::string> documents;
    bool write = true;
};

Arguments parse(int argc, char** argv) {
    Arguments out;
    if (argc < 3)
        throw std::runtime_error("usage: kwalign_fit STORE DATA (--units FILE | --outcomes FILE | --doc LABEL@FIELD=ID)... [--dry-run]");
    out.store = argv[1];
    out.data = argv[2];
    for (int i = 3; i < argc; ++i) {
        const std::string name = argv[i];
        if (name == "--dry-run") {
            out.write = false;
            continue;
        }
        if (i + 1 == argc) throw std::runtime_error(name + " needs a value");
        const std::string value = argv[++i];
        if (name == "--units")
            out.units.push_back(value);
        else if (name == "--outcomes")
            out.outcomes.push_back(value);
        else if (name == "--doc")
            out.documents.push_back(value);
        else
            throw std::runtime_error("unknown option " + name);
    }
    return out;
}

void print(const std::string& what, const align::FitScore& s) {
    std::printf("  %s: %zu right, %zu wrong, %zu missed, F1 %.3f\n", what.c_str(), s.right, s.wrong, s.missed, s.f1());
}

/// What a model fitted without it does on each pair of documents, pooled over the pairs of each gold file.
void print_left_out(const FitExamples& examples, const std::map<std::size_t, align::FitScore>& scores, const std::string& when) {
    std::map<std::string, align::FitScore> by_file;
    for (const auto& [group, score] : scores) {
        const auto file = examples.file_of_group.find(group);
        align::FitScore whole = score;
        if (const auto unseen = examples.unscored.find(group); unseen != examples.unscored.end()) whole.missed += unseen->second;
        by_file[file == examples.file_of_group.end() ? "documents of different fields" : file->second] += whole;
        if (file != examples.file_of_group.end() && when == "0.50")
            print("left out at " + when + ", " + examples.name_of_group.at(group), whole);
    }
    for (const auto& [file, score] : by_file) print("left out at " + when + ", " + file, score);
}

align::LogisticModel fit(const FitExamples& examples, std::size_t inputs) { return align::fit_logistic(examples.list, inputs); }

/// DATA with another unit model, for what would be without a pair of documents.
class OtherData {
public:
    OtherData(const std::filesystem::path& data, const std::string& unit_model)
        : m_folder(std::filesystem::temp_directory_path() / "kwalign-fit-data") {
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder);
        std::filesystem::copy(data / "align", m_folder / "align");
        for (const char* part : {"lexicon", "translation"})
            std::filesystem::create_directory_symlink(std::filesystem::absolute(data / part), m_folder / part);
        model::write_file_atomically(m_folder / "align" / "unit-model.tsv", unit_model);
    }
    ~OtherData() {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    OtherData(const OtherData&) = delete;
    OtherData& operator=(const OtherData&) = delete;
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return m_folder; }

private:
    std::filesystem::path m_folder;
};

/// Statement models see the units' confidence, so both are fitted without the pair.
std::map<std::size_t, align::FitScore> statements_left_out(const Arguments& a, const std::vector<tools::FitDocument>& documents,
                                                           const FitExamples& units, const FitExamples& statements, double threshold) {
    using Level = align::Engine::Level;
    std::map<std::size_t, align::FitScore> out;
    for (const auto& [group, file] : statements.file_of_group) {
        FitExamples rest = units;
        std::erase_if(rest.list, [g = group](const align::Example& e) { return e.group == g; });
        const auto names = align::Engine::input_names(Level::unit);
        const OtherData data(a.data, align::model_file_text(fit(rest, names.size()), names));
        const FitExamples anew = tools::examples_of(align::Engine(data.folder()), Level::statement, a.outcomes, documents);
        FitExamples train = anew;
        std::erase_if(train.list, [g = group](const align::Example& e) { return e.group == g; });
        std::vector<align::Example> test;
        for (const align::Example& e : anew.list)
            if (e.group == group) test.push_back(e);
        out.emplace(group, align::score_at(fit(train, align::Engine::input_names(Level::statement).size()), test, threshold));
    }
    return out;
}

FitExamples fit_and_report(const align::Engine& engine, align::Engine::Level level, const std::vector<std::string>& gold,
                           const std::vector<tools::FitDocument>& documents, const std::optional<std::filesystem::path>& file) {
    FitExamples examples = tools::examples_of(engine, level, gold, documents);
    const std::vector<std::string_view> names = align::Engine::input_names(level);
    const align::LogisticModel fitted = fit(examples, names.size());
    std::printf("%s: %zu pairs\n", level == align::Engine::Level::unit ? "units" : "statements", examples.list.size());
    for (const double threshold : {0.35, 0.4, 0.45, 0.5})
        print("fitted on all, from " + std::to_string(threshold).substr(0, 4), align::score_at(fitted, examples.list, threshold));
    std::size_t unscored = 0;
    for (const auto& [group, count] : examples.unscored) unscored += count;
    std::printf("  signed pairs that share nothing and were not even scored: %zu\n", unscored);
    std::printf("%s", align::model_file_text(fitted, names).c_str());
    if (file) model::write_file_atomically(*file, align::model_file_text(fitted, names));
    return examples;
}

}  // namespace

int main(int argc, char** argv) try {
    using Level = align::Engine::Level;
    const Arguments a = parse(argc, argv);
    const model::Store store(a.store, model::Store::Mode::read_only);
    const std::vector<tools::FitDocument> documents = tools::load_fit_documents(store, a.documents);
    const auto file = [&](const char* name) { return a.write ? std::optional(a.data / "align" / name) : std::nullopt; };
    const FitExamples units = fit_and_report(align::Engine(a.data), Level::unit, a.units, documents, file("unit-model.tsv"));
    for (const double threshold : {0.4, 0.45, 0.5})
        print_left_out(units, align::leave_one_group_out(units.list, align::Engine::input_names(Level::unit).size(), threshold),
                       std::to_string(threshold).substr(0, 4));
    // The statement model reads the unit model, so the engine is made anew.
    const FitExamples statements =
        fit_and_report(align::Engine(a.data), Level::statement, a.outcomes, documents, file("statement-model.tsv"));
    for (const double threshold : {0.3, 0.4, 0.5})
        print_left_out(statements, statements_left_out(a, documents, units, statements, threshold), std::to_string(threshold).substr(0, 4));
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "kwalign_fit: %s\n", error.what());
    return 1;
}
