#include "align/lexicon/merge_imported.hpp"

#include "model/text/unicode.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace kwalign::align {
namespace {

class Merger {
public:
    Merger(std::vector<LexiconLine>& lines, const std::string& name) : m_lines(lines), m_name(name) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            for (const auto& [lang, terms] : lines[i].terms)
                for (const std::string& term : terms) m_owner.emplace(key(lang, term), i);
    }

    void add(const ImportedConcept& entry) {
        const std::set<std::size_t> owners = owners_of_preferred(entry);
        if (owners.size() == 1) {
            take_free_terms(entry, *owners.begin());
            m_line_of[entry.id] = *owners.begin();
            return;
        }
        m_lines.push_back({m_name + "/" + entry.id, entry.part_of_speech, "import:" + m_name, {}, {}, {}, 0});
        const std::size_t line = m_lines.size() - 1;
        for (const std::size_t other : take_free_terms(entry, line)) m_lines[line].related.push_back(m_lines[other].id);
        if (m_lines[line].terms.empty()) {
            m_lines.pop_back();  // every term is somebody's
            return;
        }
        m_line_of[entry.id] = line;
    }

    /// After all are added: the hierarchy among those that stand for themselves.
    void connect(const ImportedConcept& entry) {
        const auto own = m_line_of.find(entry.id);
        if (own == m_line_of.end() || !m_lines[own->second].domain.starts_with("import:")) return;
        for (const auto& [from, to] :
             {std::pair{&entry.broader, &m_lines[own->second].broader}, std::pair{&entry.related, &m_lines[own->second].related}})
            for (const std::string& id : *from) {
                const auto other = m_line_of.find(id);
                if (other == m_line_of.end() || other->second == own->second) continue;
                const std::string& name = m_lines[other->second].id;
                if (std::find(to->begin(), to->end(), name) == to->end()) to->push_back(name);
            }
    }

private:
    static std::string key(const std::string& lang, const std::string& term) { return lang + '\t' + model::fold_case(term); }

    std::set<std::size_t> owners_of_preferred(const ImportedConcept& entry) const {
        std::set<std::size_t> out;
        for (const auto& [lang, terms] : entry.terms)
            if (const auto it = m_owner.find(key(lang, terms.front())); it != m_owner.end()) out.insert(it->second);
        return out;
    }

    /// Gives `line` the terms that nobody has; returns who has the others.
    std::set<std::size_t> take_free_terms(const ImportedConcept& entry, std::size_t line) {
        std::set<std::size_t> others;
        for (const auto& [lang, terms] : entry.terms)
            for (const std::string& term : terms) {
                const auto [it, free] = m_owner.emplace(key(lang, term), line);
                if (free)
                    m_lines[line].terms[lang].push_back(term);
                else if (it->second != line)
                    others.insert(it->second);
            }
        return others;
    }

    std::vector<LexiconLine>& m_lines;
    const std::string& m_name;
    std::unordered_map<std::string, std::size_t> m_owner;
    std::unordered_map<std::string, std::size_t> m_line_of;
};

}  // namespace

void merge_imported(std::vector<LexiconLine>& lines, const std::string& name, const std::vector<ImportedConcept>& concepts) {
    Merger merger(lines, name);
    for (const ImportedConcept& entry : concepts) merger.add(entry);
    for (const ImportedConcept& entry : concepts) merger.connect(entry);
}

}  // namespace kwalign::align
