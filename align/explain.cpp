#include "align/explain.hpp"

#include "model/text/unicode.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <span>

#include <algorithm>
#include <array>
#include <charconv>

namespace kwalign::align {
namespace {

/// The language whose lexicon knows most of the text; English wins a tie.
std::string guess(const Analyser& analyser, std::string_view text) {
    std::string best = "en";
    double best_weight = -1.0;
    for (const char* lang : {"en", "et", "nl"}) {
        double weight = 0.0;
        for (const Mention& m : analyser.analyse(text, lang).mentions)
            if (m.concept_known) weight += m.found == Found::compound_part ? 0.5 * m.weight : m.weight;
        if (weight > best_weight) {
            best_weight = weight;
            best = lang;
        }
    }
    return best;
}

std::string number(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

std::string ids(const Lexicon& lexicon, std::span<const ConceptId> list) {
    std::vector<std::string> names;
    for (const ConceptId id : list) names.emplace_back(lexicon[id].id);
    return joined(names, ", ");
}

/// By language.
std::map<std::string, std::vector<std::string>> terms_of(const Lexicon& lexicon, ConceptId id) {
    std::map<std::string, std::vector<std::string>> out;
    for (const std::string& lang : lexicon.languages())
        if (const std::vector<std::string_view> terms = lexicon.terms(id, lang); !terms.empty()) out[lang] = {terms.begin(), terms.end()};
    return out;
}

void describe_concept(std::string& out, const Lexicon& lexicon, ConceptId id) {
    const Concept& entry = lexicon[id];
    for (const auto& [lang, terms] : terms_of(lexicon, id)) out += "    " + lang + "  " + joined(terms, "; ") + "\n";
    if (!entry.broader.empty()) out += "    broader  " + ids(lexicon, entry.broader) + "\n";
    if (!entry.related.empty()) out += "    related  " + ids(lexicon, entry.related) + "\n";
}

/// What the tables make of a word: its units with their translations; nothing for English, numbers and function words.
std::vector<ProjectedUnit> projected(const TranslationTables& tables, const Analysis& analysis, const Token& token) {
    const auto table = tables.find(analysis.lang);
    if (table == tables.end() || token.number || token.function_word) return {};
    return table->second.project(token.text);
}

std::string translations(const ProjectedUnit& unit) {
    std::vector<std::string> shown;
    for (const Translation& t : unit.translations) shown.push_back(t.english_key + " " + number(t.probability));
    return shown.empty() ? "not in the table" : joined(shown, ", ");
}

void describe_words(std::string& out, const TranslationTables& tables, const Analysis& analysis) {
    out += "words\n";
    for (const Token& token : analysis.tokens) {
        out += "  " + token.text + "  keys: " + joined(token.keys, " | ") + (token.function_word ? "  (function word)" : "") + "\n";
        for (const ProjectedUnit& unit : projected(tables, analysis, token))
            out += "    by table  " + unit.key + ": " + translations(unit) + "\n";
    }
}

}  // namespace

std::string explain(const Analyser& analyser, const TranslationTables& tables, std::string_view text, std::string_view lang) {
    const Analysis analysis = analyser.analyse(text, lang.empty() ? guess(analyser, text) : lang);
    std::string out = "language  " + analysis.lang + (lang.empty() ? " (guessed)" : "") + "\n";
    describe_words(out, tables, analysis);
    out += "mentions\n";
    for (const Mention& m : analysis.mentions) {
        out += "  " + m.text + "  ";
        if (m.concept_known) {
            out += "[" + std::string(analyser.lexicon()[m.concept_id].id) + "]  by " + std::string(to_string(m.found)) + ", weight " +
                   number(m.weight) + (m.negated ? ", negated" : "") + "\n";
            describe_concept(out, analyser.lexicon(), m.concept_id);
        } else {
            out += "no concept; compared as \"" + m.key + "\"\n";
        }
    }
    return out;
}

std::string explain_json(const Analyser& analyser, const TranslationTables& tables, std::string_view text, std::string_view lang) {
    const Analysis analysis = analyser.analyse(text, lang.empty() ? guess(analyser, text) : lang);
    nlohmann::ordered_json out;
    out["lang"] = analysis.lang;
    out["words"] = nlohmann::ordered_json::array();
    for (const Token& token : analysis.tokens) {
        nlohmann::ordered_json word{{"text", token.text}, {"keys", token.keys}, {"function_word", token.function_word}};
        word["table"] = nlohmann::ordered_json::array();
        for (const ProjectedUnit& unit : projected(tables, analysis, token)) {
            nlohmann::ordered_json entry{{"key", unit.key}, {"translations", nlohmann::ordered_json::array()}};
            for (const Translation& t : unit.translations)
                entry["translations"].push_back({{"key", t.english_key}, {"probability", t.probability}});
            word["table"].push_back(std::move(entry));
        }
        out["words"].push_back(std::move(word));
    }
    out["mentions"] = nlohmann::ordered_json::array();
    for (const Mention& m : analysis.mentions) {
        nlohmann::ordered_json entry;
        entry["text"] = m.text;
        entry["found"] = to_string(m.found);
        entry["weight"] = m.weight;
        entry["negated"] = m.negated;
        entry["concept"] = m.concept_known ? nlohmann::ordered_json(analyser.lexicon()[m.concept_id].id) : nlohmann::ordered_json(nullptr);
        if (m.concept_known)
            entry["terms"] = terms_of(analyser.lexicon(), m.concept_id);
        else
            entry["key"] = m.key;
        out["mentions"].push_back(std::move(entry));
    }
    return out.dump(2) + "\n";
}

}  // namespace kwalign::align
