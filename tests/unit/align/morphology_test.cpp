#include "align/text/morphology.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using kwalign::align::cognate_key;
using kwalign::align::morphology_for;

namespace {

bool same_lexeme(const char* lang, const std::string& lemma, const std::string& form, char part_of_speech = 'n') {
    const auto& rules = morphology_for(lang);
    const auto lemma_keys = rules.keys_of_lemma(lemma, part_of_speech);
    const auto form_keys = rules.keys_of_word(form);
    return std::any_of(lemma_keys.begin(), lemma_keys.end(),
                       [&](const std::string& key) { return std::find(form_keys.begin(), form_keys.end(), key) != form_keys.end(); });
}

}  // namespace

TEST_CASE("Estonian case and number forms share a key with their nominative", "[align][morphology]") {
    const auto [lemma, form] = GENERATE(table<std::string, std::string>({{"intsident", "intsidendi"}, {"intsident", "intsidentide"},
                                                                         {"kaup", "kauba"},           {"kaup", "kaupade"},
                                                                         {"seade", "seadmed"},        {"seade", "seadmete"},
                                                                         {"tase", "tasemel"},         {"aruanne", "aruanded"},
                                                                         {"klient", "kliente"},       {"üldine", "üldiste"},
                                                                         {"haldus", "halduse"},       {"töö", "tööd"},
                                                                         {"võrk", "võrgus"},          {"andmed", "andmete"},
                                                                         {"kaabel", "kaablid"},       {"number", "numbrit"},
                                                                         {"juht", "juhid"},           {"käsk", "käsud"},
                                                                         {"hoolikas", "hoolikalt"},   {"dokument", "dokumentide"}}));
    CAPTURE(lemma, form);
    CHECK(same_lexeme("et", lemma, form));
}

TEST_CASE("Estonian verb forms and action nouns share a key with the infinitive", "[align][morphology]") {
    const auto [lemma, form] = GENERATE(table<std::string, std::string>({{"lahendama", "lahendab"},
                                                                         {"lahendama", "lahendamiseks"},
                                                                         {"lahendama", "lahendatud"},
                                                                         {"haldama", "haldamine"},
                                                                         {"jälgima", "jälgides"},
                                                                         {"analüüsima", "analüüsib"}}));
    CAPTURE(lemma, form);
    CHECK(same_lexeme("et", lemma, form, 'v'));
}

TEST_CASE("Dutch finite forms and participles share a key with the dictionary form", "[align][morphology]") {
    const auto [lemma, form] = GENERATE(table<std::string, std::string>({{"installeren", "installeert"},
                                                                         {"installeren", "geïnstalleerd"},
                                                                         {"registreren", "geregistreerde"},
                                                                         {"afhandelen", "afgehandeld"},
                                                                         {"beheren", "beheert"},
                                                                         {"geven", "geeft"},
                                                                         {"stellen", "stelt"},
                                                                         {"handelen", "handelt"},
                                                                         {"plannen", "gepland"},
                                                                         {"meten", "meet"},
                                                                         {"sluiten", "sluit"},
                                                                         {"zetten", "zet"},
                                                                         {"voldoen", "voldoet"},
                                                                         {"voorzien", "voorziet"},
                                                                         {"toestaan", "toestaat"},
                                                                         {"gebruiken", "gebruikt"}}));
    CAPTURE(lemma, form);
    CHECK(same_lexeme("nl", lemma, form, 'v'));
}

TEST_CASE("Dutch plurals share a key with the singular", "[align][morphology]") {
    CHECK(same_lexeme("nl", "instructie", "instructies"));
    CHECK(same_lexeme("nl", "camera", "camera's"));
    CHECK(same_lexeme("nl", "gebruiker", "gebruikers"));
    CHECK(same_lexeme("nl", "plan", "plannen"));
    CHECK(same_lexeme("nl", "buis", "buizen"));
    CHECK(same_lexeme("nl", "brief", "brieven"));
    CHECK(same_lexeme("nl", "doos", "dozen"));
    CHECK(same_lexeme("nl", "materiaal", "materialen"));
    CHECK(same_lexeme("nl", "wens", "wensen"));
    CHECK(same_lexeme("nl", "kans", "kansen"));
    CHECK(same_lexeme("nl", "vermoeden", "vermoedens"));
}

TEST_CASE("verb forms do not meet nouns that look alike", "[align][morphology]") {
    CHECK_FALSE(same_lexeme("nl", "kies", "kiest"));  // tooth, chooses
    CHECK_FALSE(same_lexeme("nl", "leeg", "legt"));   // empty, lays
    CHECK_FALSE(same_lexeme("nl", "stelen", "stellen", 'v'));
}

TEST_CASE("English spellings of both shores share a key", "[align][morphology]") {
    CHECK(same_lexeme("en", "organise", "organizing"));
    CHECK(same_lexeme("en", "behaviour", "behavior"));
    CHECK(same_lexeme("en", "customer", "customer's"));
}

TEST_CASE("the first letter of an Estonian word never changes", "[align][morphology]") {
    CHECK_FALSE(same_lexeme("et", "tass", "dasside"));
    CHECK_FALSE(same_lexeme("et", "palk", "balki"));
}

TEST_CASE("different words keep different keys", "[align][morphology]") {
    CHECK_FALSE(same_lexeme("et", "haldama", "hindama"));
    CHECK_FALSE(same_lexeme("nl", "beheren", "bezoeken"));
    CHECK_FALSE(same_lexeme("en", "custom", "costume"));
    CHECK_FALSE(same_lexeme("fi", "talo", "talot"));  // no rules: words stay as they are
}

TEST_CASE("borrowed words meet in their cognate key", "[align][morphology]") {
    CHECK(cognate_key("incident") == cognate_key("intsident"));
    CHECK(cognate_key("process") == cognate_key("protsess"));
    CHECK(cognate_key("telefoon") == cognate_key("telephon"));
    CHECK(cognate_key("risk") != cognate_key("disk"));
}
