#include "tools/app/lexicon_check.hpp"

#include "ingest/source/byte_source.hpp"
#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <system_error>
#include <tuple>

namespace kwalign::tools {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view header = "id\tpos\ten\tnl\tet\tbroader\trelated";
constexpr std::array<std::string_view, 3> languages{"en", "nl", "et"};

std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    if (text.empty()) return parts;
    std::size_t first = 0;
    for (std::size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator, first)) {
        parts.emplace_back(text.substr(first, end - first));
        first = end + separator.size();
    }
    parts.emplace_back(text.substr(first));
    return parts;
}

bool is_kebab_case(std::string_view id) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !id.empty() && plain(id.front()) && plain(id.back()) && id.find("--") == std::string_view::npos &&
           std::all_of(id.begin(), id.end(), [plain](char c) { return plain(c) || c == '-'; });
}

struct Place {
    std::string file;
    std::size_t line = 0;
    [[nodiscard]] std::string str() const { return file + ":" + std::to_string(line); }
};

class Checker {
public:
    void check_file(const fs::path& file) {
        ++m_report.files;
        m_previous.clear();
        const std::string text = ingest::read_file(file, {});
        Place place{file.filename().string(), 0};
        if (!model::is_valid_utf8(text)) return problem({place.file, 1}, "not UTF-8");
        if (!text.ends_with('\n')) problem({place.file, 1}, "the last line has no line end");
        for (const std::string& line : split(text, "\n")) {
            ++place.line;
            if (place.line == 1) {
                if (line != header) problem(place, "the first line must be \"id pos en nl et broader related\", separated by tabs");
            } else if (!line.empty()) {
                check_concept(place, line);
            }
        }
    }

    LexiconReport finish() {
        for (const auto& [place, id] : m_references) {
            if (!m_ids.contains(id)) problem(place, "unknown concept \"" + id + "\" in broader or related");
        }
        for (const auto& [id, place] : m_ids) {
            if (reaches_itself(id)) problem(place, "\"" + id + "\" is broader than itself, over others");
        }
        std::sort(m_report.problems.begin(), m_report.problems.end(), [](const LexiconProblem& a, const LexiconProblem& b) {
            return std::tie(a.file, a.line, a.message) < std::tie(b.file, b.line, b.message);
        });
        return std::move(m_report);
    }

private:
    void problem(const Place& place, std::string message) { m_report.problems.push_back({place.file, place.line, std::move(message)}); }

    void check_concept(const Place& place, const std::string& line) {
        const std::vector<std::string> cells = split(line, "\t");
        if (cells.size() != 7) return problem(place, "seven columns are needed, " + std::to_string(cells.size()) + " found");
        ++m_report.concepts;
        check_id(place, cells[0]);
        if (cells[1] != "n" && cells[1] != "v" && cells[1] != "a") problem(place, "part of speech must be n, v or a");
        std::array<std::size_t*, 3> counts{&m_report.terms_en, &m_report.terms_nl, &m_report.terms_et};
        for (std::size_t i = 0; i < languages.size(); ++i) {
            const std::vector<std::string> terms = split(cells[2 + i], "; ");
            if (terms.empty()) problem(place, "no term in " + std::string(languages[i]));
            for (const std::string& term : terms) check_term(place, languages[i], term);
            *counts[i] += terms.size();
        }
        for (const std::string& id : split(cells[5], "; ")) {
            m_references.emplace_back(place, id);
            m_broader[cells[0]].push_back(id);
        }
        for (const std::string& id : split(cells[6], "; ")) m_references.emplace_back(place, id);
    }

    void check_id(const Place& place, const std::string& id) {
        if (!is_kebab_case(id)) problem(place, "\"" + id + "\" is no id: lower-case letters, digits and single hyphens");
        const auto [first, added] = m_ids.emplace(id, place);
        if (!added) problem(place, "the id \"" + id + "\" is taken, see " + first->second.str());
        if (!m_previous.empty() && id < m_previous) problem(place, "\"" + id + "\" must stand before \"" + m_previous + "\"");
        m_previous = id;
    }

    void check_term(const Place& place, std::string_view language, const std::string& term) {
        if (term.empty() || model::collapse_spaces(term) != term || term.find(';') != std::string::npos) {
            return problem(place, "terms are separated by \"; \", without further spaces: \"" + term + "\"");
        }
        if (model::to_nfc(term) != term) problem(place, "\"" + term + "\" is not in Unicode normal form C");
        const auto [first, added] = m_terms.emplace(std::pair(std::string(language), model::fold_case(term)), place);
        if (!added) problem(place, "the " + std::string(language) + " term \"" + term + "\" is taken, see " + first->second.str());
    }

    /// Depth-first over `broader`; each concept is visited once, so a circle elsewhere cannot hold it up.
    bool reaches_itself(const std::string& start) const {
        std::set<std::string> visited;
        std::vector<std::string> open{start};
        while (!open.empty()) {
            const std::string id = open.back();
            open.pop_back();
            const auto above = m_broader.find(id);
            if (above == m_broader.end()) continue;
            for (const std::string& next : above->second) {
                if (next == start) return true;
                if (visited.insert(next).second) open.push_back(next);
            }
        }
        return false;
    }

    LexiconReport m_report;
    std::string m_previous;
    std::map<std::string, Place> m_ids;
    std::map<std::pair<std::string, std::string>, Place> m_terms;
    std::map<std::string, std::vector<std::string>> m_broader;
    std::vector<std::pair<Place, std::string>> m_references;
};

}  // namespace

LexiconReport check_lexicon(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed); !failed && entry != fs::directory_iterator{}; entry.increment(failed)) {
        if (entry->path().extension() == ".tsv") files.push_back(entry->path());
    }
    if (files.empty()) throw model::Error(model::ErrorCode::not_found, folder.string(), "no lexicon (*.tsv) here", "check KWALIGN_DATA");
    std::sort(files.begin(), files.end());
    Checker checker;
    for (const fs::path& file : files) checker.check_file(file);
    return checker.finish();
}

}  // namespace kwalign::tools
