#include "ingest/repair/repair_lines.hpp"

#include "ingest/layout/clean_text.hpp"
#include "ingest/layout/join.hpp"
#include "ingest/ocr/readability.hpp"
#include "ingest/repair/word_repair.hpp"
#include "ingest/text/utf8.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace kwalign::ingest {

namespace {

constexpr std::size_t least_signs = 3;    // of recognition in a text layer; fewer can be the author's
constexpr std::size_t most_shown = 12;    // words in a finding
constexpr std::size_t letters_over = 3;   // of the second part, that a stem must have
constexpr std::size_t shortest_part = 3;  // bytes of a word part that is a word of its own
constexpr double usual_weight = 2.0;      // of the document's main language for a line

/// Signs in a line that text recognition leaves: bullets misread, a zero among letters.
std::size_t signs_in(const Line& line) {
    std::size_t signs = line.bullet == "]" || line.bullet == "." ? 1 : 0;
    for (const Token& token : tokens_of(line.text)) {
        const std::string_view word = std::string_view(line.text).substr(token.first, token.last - token.first);
        const std::size_t zero = word.find('0');
        if (zero == std::string_view::npos || word.size() < 3 || word.find_first_of("123456789") != std::string_view::npos) continue;
        const bool letters = std::count(word.begin(), word.end(), '0') == 1 && zero + 1 < word.size();
        if (letters && (zero == 0 || is_lower_letter(static_cast<unsigned char>(word[zero - 1])))) ++signs;
    }
    return signs;
}

class LineRepair {
public:
    LineRepair(LayoutDocument& document, const SourceDocument& source, const LanguageModel& languages)
        : m_document(document), m_languages(languages) {
        for (const Page& page : source.pages) {
            if (page.recognised) m_recognised.insert(page.number);
        }
        std::size_t signs = 0;
        for (const Line& line : document.lines) signs += signs_in(line);
        m_damaged = signs >= least_signs;
    }

    void run(std::vector<model::Finding>& findings) {
        if (m_damaged || !m_recognised.empty()) mend_words();
        divide_words();
        if (m_mended > 0) {
            std::string shown;
            for (const std::string& example : m_examples) shown += (shown.empty() ? "" : ", ") + example;
            findings.push_back({"words-mended", model::Severity::note,
                                std::to_string(m_mended) + " words that text recognition had damaged were mended by dictionary: " + shown +
                                    (m_mended > m_examples.size() ? ", ..." : "") + ".",
                                std::nullopt});
        }
        for (const std::string& language : m_missing) {
            const std::string package = language == "nl" ? "hunspell-nl" : language == "et" ? "myspell-et" : "hunspell-en-gb";
            findings.push_back({"dictionary-missing", model::Severity::warning,
                                "Damaged words were not mended: there is no spelling dictionary for \"" + language + "\"; install " +
                                    package + " and read the document again.",
                                std::nullopt});
        }
    }

private:
    [[nodiscard]] bool in_reach(const Line& line) const { return m_damaged || m_recognised.contains(line.span.page); }

    [[nodiscard]] const std::vector<std::string>& tags() {
        if (!m_tags) {
            std::string text;
            for (const Line& line : m_document.lines) text += line.text + " ";
            m_tags = languages_of(text, m_languages);
        }
        return *m_tags;
    }

    void mend_words() {
        if (tags().empty()) return;
        const WordKnowledge knowledge(m_document, tags(), m_languages);
        std::vector<std::string> texts;
        for (const Line& line : m_document.lines) texts.push_back(line.text);
        const std::vector<std::string> of_lines = languages_in_context(m_languages, texts, tags(), tags().front(), usual_weight);
        for (const std::string& tag : tags()) {
            if (!knowledge.has_dictionary(tag)) m_missing.insert(tag);
        }
        for (std::size_t i = 0; i < m_document.lines.size(); ++i) {
            Line& line = m_document.lines[i];
            const RepairReach reach = m_recognised.contains(line.span.page) ? RepairReach::recognised : RepairReach::careful;
            if (in_reach(line)) mend_line(line, of_lines[i], knowledge, reach);
        }
    }

    void mend_line(Line& line, const std::string& lang, const WordKnowledge& knowledge, RepairReach reach) {
        std::string result;
        std::size_t done = 0;
        for (const Token& token : tokens_of(line.text)) {
            // Parts of addresses and of words cut by a hyphen at the line's end are no words.
            const char before = token.first > 0 ? line.text[token.first - 1] : ' ';
            const char behind = token.last < line.text.size() ? line.text[token.last] : ' ';
            const bool address = before == '.' || before == '@' || before == '_' || behind == '@' || behind == '_' ||
                                 (behind == '.' && token.last + 1 < line.text.size() && line.text[token.last + 1] != ' ');
            if (address || (behind == '-' && line.ends_with_hyphen && token.last + 1 == line.text.size())) continue;
            const std::string word = line.text.substr(token.first, token.last - token.first);
            const std::optional<model::Repair> repair = repair_word(word, lang, knowledge, reach);
            if (!repair) continue;
            result += line.text.substr(done, token.first - done) + repair->after;
            done = token.last;
            line.repairs.push_back(*repair);
            ++m_mended;
            if (m_examples.size() < most_shown) m_examples.push_back(word + " (" + repair->after + ")");
        }
        if (done > 0) line.text = result + line.text.substr(done);
    }

    /// Hyphens at line ends that neither the document's own words nor its habits decide.
    void divide_words() {
        std::optional<WordEvidence> evidence;
        Line* above = nullptr;
        for (Line& line : m_document.lines) {
            if (line.role == LineRole::furniture || line.text.empty()) continue;
            if (above != nullptr && above->ends_with_hyphen && line.break_before != Break::paragraph &&
                is_lower_letter(first_code_point(line.text))) {
                if (!evidence) evidence.emplace(m_document);
                divide(*above, line, *evidence);
            }
            above = &line;
        }
    }

    void divide(Line& above, const Line& below, const WordEvidence& evidence) {
        const std::size_t hyphen = above.text.ends_with('-') ? 1 : above.text.ends_with("\xE2\x80\x90") ? 3 : 0;
        const std::vector<Token> lefts = tokens_of(above.text);
        const std::vector<Token> rights = tokens_of(below.text);
        if (hyphen == 0 || lefts.empty() || rights.empty() || lefts.back().last + hyphen != above.text.size() || rights.front().first != 0)
            return;
        const bool has_hyphen_before = lefts.back().first > 0 && above.text[lefts.back().first - 1] == '-';
        const std::string left = above.text.substr(lefts.back().first, lefts.back().last - lefts.back().first);
        const std::string right = below.text.substr(0, rights.front().last);
        if (has_hyphen_before || left.size() < 2 || evidence.count(left + right) > 0 || evidence.count(left + "-" + right) > 0) return;
        for (const std::string& tag : tags()) {
            // A stem that goes on over the hyphen ("techn" of "tech-niques") tells enough and is found without opening the dictionary.
            const model::StemList* stems = m_languages.spellers().stems(tag);
            const std::string over = left + right.substr(0, std::min<std::size_t>(right.size(), letters_over));
            if (stems == nullptr || !stems->has_beginning(over)) continue;
            const bool parts = left.size() >= shortest_part && right.size() >= shortest_part && stems->has(left) && stems->has(right);
            if (parts) continue;  // "non-profit" and "on-site" may have been meant so
            above.text.replace(above.text.size() - hyphen, hyphen, "\xC2\xAD");
            return;
        }
    }

    LayoutDocument& m_document;
    const LanguageModel& m_languages;
    std::set<int> m_recognised;
    bool m_damaged = false;
    std::optional<std::vector<std::string>> m_tags;
    std::size_t m_mended = 0;
    std::vector<std::string> m_examples;
    std::set<std::string> m_missing;
};

}  // namespace

void repair_lines(LayoutDocument& document, const SourceDocument& source, const LanguageModel& languages,
                  std::vector<model::Finding>& findings) {
    LineRepair(document, source, languages).run(findings);
}

}  // namespace kwalign::ingest
