#include "align/lexicon/analyser.hpp"

#include "tests/unit/align/small_lexicon.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <string>

using namespace kwalign::align;

namespace {

std::string concepts_of(const std::string& text, const char* lang) {
    static const SmallLexicon small;
    static const Lexicon lexicon = Lexicon::load(small.folder());
    static const std::set<std::string> none;
    static const Analyser analyser(lexicon, none);
    std::string out;
    for (const Mention& m : analyser.analyse(text, lang).mentions)
        if (m.concept_known) out += (out.empty() ? "" : " ") + std::string(lexicon[m.concept_id].id);
    return out;
}

}  // namespace

TEST_CASE("the same concepts are found in three languages", "[align][analyser]") {
    CHECK(concepts_of("Kneads the dough and stores bread.", "en") == "knead dough store bread");
    CHECK(concepts_of("Kneedt het deeg; het brood ligt in het magazijn.", "nl") == "knead dough bread warehouse");
    CHECK(concepts_of("Sõtkub tainast ja ladustab leiba.", "et") == "knead dough store bread");
}

TEST_CASE("a longer term wins and its inner words count as inner", "[align][analyser]") {
    CHECK(concepts_of("safety rules", "en") == "safety-rule safety rule");
}

TEST_CASE("Dutch verbs find their particle at the end of the clause", "[align][analyser]") {
    CHECK(concepts_of("lost storingen snel op.", "nl") == "resolve");
    CHECK(concepts_of("slaat het brood in het magazijn op", "nl").find("warehouse") != std::string::npos);
    CHECK(concepts_of("lost brood op het plein aan de klant", "nl").find("resolve") == std::string::npos);
}

TEST_CASE("a Dutch particle may stand before what follows its clause's core", "[align][analyser]") {
    CHECK(concepts_of("lost storingen op bij de klant", "nl") == "resolve");
    CHECK(concepts_of("slaat brood op volgens voorschrift", "nl") == "store bread rule");
    CHECK(concepts_of("lost brood op locatie", "nl") == "bread");  // a preposition: unloads
}

TEST_CASE("terms do not reach over punctuation", "[align][analyser]") {
    CHECK(concepts_of("safety, rules", "en") == "safety rule");
    CHECK(concepts_of("(safety) rules", "en") == "safety rule");
}

TEST_CASE("verb and object are a term in either order where sentences turn them round", "[align][analyser]") {
    const SmallLexicon small(
        "count-stock\tv\tcount stock\tvoorraad tellen\tvarusid loendama\t\t\nheed\tv\theed\trekening houden met\tarvestama\t\t\n");
    const Lexicon lexicon = Lexicon::load(small.folder());
    const std::set<std::string> none;
    const Analyser analyser(lexicon, none);
    for (const auto& [lang, text] : {std::pair{"nl", "voorraad tellen"}, std::pair{"nl", "telt voorraad"},
                                     std::pair{"nl", "houdt rekening met"}, std::pair{"et", "loendab varusid"}}) {
        INFO(text);
        const Analysis analysis = analyser.analyse(text, lang);
        REQUIRE(!analysis.mentions.empty());
        CHECK(analysis.mentions.front().concept_known);
        CHECK(analysis.mentions.front().length >= 2);
    }
}

TEST_CASE("acronyms mean the same in every language, and only in capitals", "[align][analyser]") {
    const SmallLexicon small(
        "service-level\tn\tservice level agreement; SLA\tdienstenovereenkomst\tteenustaseme leping\t\t\n"
        "salad\tn\tlettuce\tsla\tsalat\t\t\n");
    const Lexicon lexicon = Lexicon::load(small.folder());
    const std::set<std::string> none;
    const Analyser analyser(lexicon, none);
    const auto first = [&](const char* text, const char* lang) {
        const Analysis analysis = analyser.analyse(text, lang);
        for (const Mention& m : analysis.mentions)
            if (m.concept_known) return std::string(lexicon[m.concept_id].id);
        return std::string();
    };
    CHECK(first("bewaakt de SLA", "nl") == "service-level");
    CHECK(first("bewaakt de SLA's", "nl") == "service-level");
    CHECK(first("järgib SLA nõudeid", "et") == "service-level");
    CHECK(first("wast de sla", "nl") == "salad");
    CHECK(first("SLA", "nl") == "salad");  // all in capitals: nothing stands out
}

TEST_CASE("a numbered standard is told from others by its number", "[align][analyser]") {
    static const SmallLexicon small;
    const Lexicon lexicon = Lexicon::load(small.folder());
    const std::set<std::string> none;
    const Analyser analyser(lexicon, none);
    const auto key = [&](const char* text) { return analyser.analyse(text, "en").mentions.back().key; };
    CHECK(key("applies ISO 27001") == key("applies ISO/IEC 27001"));
    CHECK(key("applies ISO 27001") != key("applies ISO 9001"));
    CHECK(key("applies ISO 27001") != key("applies ISO 27701"));
}

TEST_CASE("compounds give their parts", "[align][analyser]") {
    CHECK(concepts_of("ovenbrood en deegproducten", "nl") == "oven bread dough product");
}

TEST_CASE("a short part of a compound must look like its term", "[align][analyser]") {
    CHECK(concepts_of("ahjuleib", "et") == "oven bread");
    CHECK(concepts_of("ahjuleba", "et").empty());  // of "leib", too little is left to tell
}

TEST_CASE("what is negated counts by half", "[align][analyser]") {
    static const SmallLexicon small;
    static const Lexicon lexicon = Lexicon::load(small.folder());
    static const std::set<std::string> words{"en\twithout", "en\twithout\tnegation", "en\tthe"};
    const Analyser analyser(lexicon, words);
    const Analysis analysis = analyser.analyse("Kneads the dough without the oven. Reports.", "en");
    REQUIRE(analysis.mentions.size() == 4);
    CHECK_FALSE(analysis.mentions[1].negated);
    CHECK(analysis.mentions[2].negated);
    CHECK(analysis.mentions[2].weight == Approx(0.5));
    CHECK_FALSE(analysis.mentions[3].negated);  // another clause
}

TEST_CASE("a Dutch denial after the object reaches back to it and its verb", "[align][analyser]") {
    static const SmallLexicon small;
    const Lexicon lexicon = Lexicon::load(small.folder());
    const std::set<std::string> words{"nl\tniet", "nl\tniet\tnegation"};
    const Analyser analyser(lexicon, words);
    for (const Mention& m : analyser.analyse("kneedt deeg niet", "nl").mentions) CHECK(m.negated);
    for (const Mention& m : analyser.analyse("kneedt deeg. Slaat brood op", "nl").mentions) CHECK_FALSE(m.negated);
}

TEST_CASE("a dictionary explains forms that no rule reaches", "[align][analyser]") {
    const SmallLexicon small;
    const Lexicon lexicon = Lexicon::load(small.folder());
    const std::set<std::string> none;
    std::ofstream(small.folder() / "nl.aff") << "SET UTF-8\nSFX A Y 2\nSFX A aag oegen aag\nSFX A eeg odden eeg\n";
    std::ofstream(small.folder() / "nl.dic") << "2\ndeeg/A\nvraag/A\n";
    const kwalign::model::Spellers dictionaries({small.folder()});
    const auto first = [&](const Analyser& analyser, const char* text, const char* lang) {
        return analyser.analyse(text, lang).mentions.at(0);
    };
    CHECK_FALSE(first(Analyser(lexicon, none), "dodden", "nl").concept_known);
    const Analyser analyser(lexicon, none, &dictionaries);
    const Mention irregular = first(analyser, "dodden", "nl");
    REQUIRE(irregular.concept_known);
    CHECK(lexicon[irregular.concept_id].id == "dough");
    CHECK(irregular.found == Found::dictionary_form);
    CHECK_FALSE(first(analyser, "vroegen", "nl").concept_known);  // its stem is no term
    CHECK_FALSE(first(analyser, "leivad", "et").concept_known);   // no dictionary
}

TEST_CASE("empty text, numbers and unknown languages do no harm", "[align][analyser]") {
    CHECK(concepts_of("", "nl").empty());
    CHECK(concepts_of("2024 42", "et").empty());
    CHECK(concepts_of("Brot und Teig", "de").empty());
}
