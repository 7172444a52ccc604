#include "align/explain.hpp"

#include "model/text/unicode.hpp"

#include <nlohmann/json.hpp>

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

std::string ids(const Lexicon& lexicon, const std::vector<ConceptId>& list) {
    std::vector<std::string> names;
    for (const ConceptId id : list) names.push_back(lexicon[id].id);
    return joined(names, ", ");
}

void describe_concept(std::string& out, const Lexicon& lexicon, ConceptId id) {
    const Concept& entry = lexicon[id];
    for (const auto& [lang, terms] : entry.terms) out += "    " + lang + "  " + joined(terms, "; ") + "\n";
    if (!entry.broader.empty()) out += "    broader  " + ids(lexicon, entry.broader) + "\n";
    if (!entry.related.empty()) out += "    related  " + ids(lexicon, entry.related) + "\n";
}

}  // namespace

std::string explain(const Analyser& analyser, std::string_view text, std::string_view lang) {
    const Analysis analysis = analyser.analyse(text, lang.empty() ? guess(analyser, text) : lang);
    std::string out = "language  " + analysis.lang + (lang.empty() ? " (guessed)" : "") + "\nwords\n";
    for (const Token& token : analysis.tokens) out += "  " + token.text + "  keys: " + joined(token.keys, " | ") + "\n";
    out += "mentions\n";
    for (const Mention& m : analysis.mentions) {
        out += "  " + m.text + "  ";
        if (m.concept_known) {
            out += "[" + analyser.lexicon()[m.concept_id].id + "]  by " + std::string(to_string(m.found)) + ", weight " + number(m.weight) + "\n";
            describe_concept(out, analyser.lexicon(), m.concept_id);
        } else {
            out += "no concept; compared as \"" + m.key + "\"\n";
        }
    }
    return out;
}

std::string explain_json(const Analyser& analyser, std::string_view text, std::string_view lang) {
    const Analysis analysis = analyser.analyse(text, lang.empty() ? guess(analyser, text) : lang);
    nlohmann::ordered_json out;
    out["lang"] = analysis.lang;
    out["words"] = nlohmann::ordered_json::array();
    for (const Token& token : analysis.tokens) out["words"].push_back({{"text", token.text}, {"keys", token.keys}});
    out["mentions"] = nlohmann::ordered_json::array();
    for (const Mention& m : analysis.mentions) {
        nlohmann::ordered_json entry;
        entry["text"] = m.text;
        entry["found"] = to_string(m.found);
        entry["weight"] = m.weight;
        entry["concept"] = m.concept_known ? nlohmann::ordered_json(analyser.lexicon()[m.concept_id].id) : nlohmann::ordered_json(nullptr);
        if (m.concept_known) entry["terms"] = analyser.lexicon()[m.concept_id].terms;
        else entry["key"] = m.key;
        out["mentions"].push_back(std::move(entry));
    }
    return out.dump(2) + "\n";
}

}  // namespace kwalign::align
