#include "tools/fit/fit_examples.hpp"

#include "ingest/source/byte_source.hpp"
#include "tools/app/gold.hpp"

#include <filesystem>
#include <set>
#include <stdexcept>
#include <utility>

namespace kwalign::tools {
namespace {

using Codes = std::pair<std::string, std::string>;

/// What the gold files say, by pair of documents; true for sign, false for weak.
struct Judgements {
    std::map<std::size_t, std::map<Codes, bool>> by_group;
    std::map<std::size_t, std::string> file_of_group;
    std::map<std::size_t, std::set<std::string>> sources;
};

std::size_t group_of(std::size_t source, std::size_t target, std::size_t documents) { return source * documents + target; }

Judgements read_judgements(const std::vector<std::string>& files, const std::vector<FitDocument>& documents) {
    Judgements out;
    const auto place = [&](const std::string& label) {
        std::size_t i = 0;
        while (i < documents.size() && documents[i].label != label) ++i;
        return i;
    };
    for (const std::string& file : files)
        for (const GoldRow& row : parse_gold(ingest::read_file(file, {}), file)) {
            std::size_t s = place(row.source_doc);
            std::size_t t = place(row.target_doc);
            if (s == documents.size() || t == documents.size()) continue;
            Codes codes{row.source_code, row.target_code};
            std::string source = row.source_code;
            if (s > t) {
                std::swap(s, t);
                std::swap(codes.first, codes.second);
            }
            const std::size_t group = group_of(s, t, documents.size());
            out.by_group[group][codes] = row.strength == GoldStrength::sign;
            out.file_of_group[group] = std::filesystem::path(file).filename().string();
            out.sources[group].insert(source);
        }
    return out;
}

}  // namespace

std::vector<FitDocument> load_fit_documents(const model::Store& store, const std::vector<std::string>& arguments) {
    std::vector<FitDocument> out;
    for (const std::string& argument : arguments) {
        const std::size_t at = argument.find('@');
        const std::size_t equals = argument.find('=', at == std::string::npos ? 0 : at);
        if (at == std::string::npos || equals == std::string::npos) throw std::runtime_error("\"" + argument + "\" is not LABEL@FIELD=ID");
        const std::vector<std::string> ids = store.resolve(argument.substr(equals + 1));
        if (ids.size() != 1) throw std::runtime_error("\"" + argument + "\" names " + std::to_string(ids.size()) + " standards");
        out.push_back({argument.substr(0, at), argument.substr(at + 1, equals - at - 1), *store.get(ids.front())});
    }
    return out;
}

FitExamples examples_of(const align::Engine& engine, align::Engine::Level level, const std::vector<std::string>& gold,
                        const std::vector<FitDocument>& documents) {
    std::vector<model::Standard> standards;
    for (const FitDocument& d : documents) standards.push_back(d.standard);
    const Judgements judged = read_judgements(gold, documents);
    FitExamples out;
    out.file_of_group = judged.file_of_group;
    std::map<std::size_t, std::set<Codes>> scored;
    for (const align::Engine::Scored& p : engine.scored_pairs(standards, {}, level)) {
        const std::size_t group = group_of(p.source, p.target, documents.size());
        const auto said = judged.by_group.find(group);
        if (said == judged.by_group.end()) {
            if (documents[p.source].field != documents[p.target].field) out.list.push_back({p.values, false, group});
            continue;
        }
        scored[group].insert({p.source_code, p.target_code});
        const auto verdict = said->second.find({p.source_code, p.target_code});
        if (verdict != said->second.end() && !verdict->second) continue;
        const std::set<std::string>& sources = judged.sources.at(group);
        const bool spoken_of = level == align::Engine::Level::unit || sources.contains(p.source_code) || sources.contains(p.target_code);
        if (verdict == said->second.end() && !spoken_of) continue;
        out.list.push_back({p.values, verdict != said->second.end(), group});
    }
    for (const auto& [group, verdicts] : judged.by_group) {
        out.name_of_group[group] = documents[group / documents.size()].label + " - " + documents[group % documents.size()].label;
        for (const auto& [codes, sign] : verdicts)
            if (sign && !scored[group].contains(codes)) ++out.unscored[group];
    }
    return out;
}

}  // namespace kwalign::tools
