#include "align/lexicon/lexicon.hpp"
#include "align/lexicon/lexicon_file.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace kwalign::align {
namespace {

class Checker {
public:
    void take(const std::string& file, const std::vector<LexiconLine>& lines) {
        std::string previous;
        for (const LexiconLine& line : lines) {
            check_id(file, line, previous);
            check_terms(file, line);
            for (const auto& [name, from] : {std::pair{&line.broader, "broader"}, std::pair{&line.related, "related"}})
                for (const std::string& id : *name) m_references.push_back({file, line.line, id, from});
            if (!line.broader.empty()) m_broader[line.id] = line.broader;
            previous = line.id;
        }
    }

    std::vector<LexiconProblem> finish() {
        for (const Reference& r : m_references)
            if (!m_ids.contains(r.id)) add(r.file, r.line, std::string("unknown ") + r.column + " concept \"" + r.id + "\"");
        for (const auto& [id, broader] : m_broader) check_cycle(id);
        return std::move(m_problems);
    }

private:
    struct Reference {
        std::string file;
        std::size_t line;
        std::string id;
        const char* column;
    };

    void add(const std::string& file, std::size_t line, std::string message) { m_problems.push_back({file, line, std::move(message)}); }

    void check_id(const std::string& file, const LexiconLine& line, const std::string& previous) {
        const bool kebab = !line.id.empty() && std::all_of(line.id.begin(), line.id.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        });
        if (!kebab) add(file, line.line, "the id \"" + line.id + "\" is not kebab-case");
        if (line.id < previous) add(file, line.line, "\"" + line.id + "\" is not in order");
        const auto [it, fresh] = m_ids.emplace(line.id, file + ":" + std::to_string(line.line));
        if (!fresh) add(file, line.line, "the id \"" + line.id + "\" stands in " + it->second + " too");
        if (line.part_of_speech != 'n' && line.part_of_speech != 'v' && line.part_of_speech != 'a')
            add(file, line.line, "the part of speech must be n, v or a");
    }

    void check_terms(const std::string& file, const LexiconLine& line) {
        for (const auto& [lang, terms] : line.terms) {
            if (terms.empty()) add(file, line.line, "\"" + line.id + "\" has no " + lang + " term");
            for (const std::string& term : terms) {
                if (term.empty() || term != model::collapse_spaces(term)) add(file, line.line, "stray space or empty term in " + lang);
                const auto [it, fresh] = m_terms.emplace(std::pair{lang, model::fold_case(term)}, line.id);
                if (!fresh) add(file, line.line, "the " + lang + " term \"" + term + "\" stands at \"" + it->second + "\" too");
            }
        }
    }

    void check_cycle(const std::string& start) {
        std::set<std::string> seen;
        std::vector<std::string> open{start};
        while (!open.empty()) {
            const std::string id = std::move(open.back());
            open.pop_back();
            const auto it = m_broader.find(id);
            if (it == m_broader.end() || !seen.insert(id).second) continue;
            for (const std::string& next : it->second) {
                if (next == start) add(m_ids[start], 0, "\"" + start + "\" is broader than itself");
                open.push_back(next);
            }
        }
    }

    std::vector<LexiconProblem> m_problems;
    std::map<std::string, std::string> m_ids;
    std::map<std::pair<std::string, std::string>, std::string> m_terms;
    std::map<std::string, std::vector<std::string>> m_broader;
    std::vector<Reference> m_references;
};

}  // namespace

std::vector<LexiconProblem> Lexicon::check(const std::filesystem::path& folder) {
    Checker checker;
    for (const std::filesystem::path& file : lexicon_files(folder)) checker.take(file.filename().string(), read_lexicon_file(file));
    return checker.finish();
}

}  // namespace kwalign::align
