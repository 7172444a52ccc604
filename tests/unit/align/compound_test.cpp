#include "align/text/compound.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace kwalign::align;

namespace {

std::string split(const std::string& word, const char* lang, const std::set<std::string>& lemmas) {
    const Morphology& rules = morphology_for(lang);
    std::set<std::string> known;
    for (const std::string& lemma : lemmas)
        for (const std::string& key : rules.keys_of_lemma(lemma, 'v')) known.insert(key);
    const KnowsPart knows = [&](const std::vector<std::string>& keys, std::string_view) {
        for (const std::string& key : keys)
            if (known.contains(key)) return true;
        return false;
    };
    std::string out;
    for (const CompoundPart& part : split_compound(word, rules, knows))
        out += (out.empty() ? "" : "+") + word.substr(part.first, part.last - part.first) + (part.known ? "" : "?");
    return out;
}

}  // namespace

TEST_CASE("Dutch compounds split at known words with linking letters", "[align][compound]") {
    CHECK(split("veiligheidsvoorschriften", "nl", {"veiligheid", "voorschrift"}) == "veiligheids+voorschriften");
    CHECK(split("gebruikershandleiding", "nl", {"gebruiker", "handleiding"}) == "gebruikers+handleiding");
}

TEST_CASE("Estonian compounds split whatever the case of their parts", "[align][compound]") {
    CHECK(split("ohutusnõuetest", "et", {"ohutus", "nõue"}) == "ohutus+nõuetest");
    CHECK(split("laoprogrammi", "et", {"lao", "programm"}) == "lao+programmi");
}

TEST_CASE("one unknown part is allowed beside a long known one only", "[align][compound]") {
    CHECK(split("magazijnfrobnicator", "nl", {"magazijn"}) == "magazijn+frobnicator?");
    CHECK(split("ovenfrobnicator", "nl", {"oven"}).empty());
    CHECK(split("frobnicator", "nl", {"magazijn"}).empty());
}

TEST_CASE("English words and overlong words are not split", "[align][compound]") {
    CHECK(split("workplace", "en", {"work", "place"}).empty());
    CHECK(split(std::string(200, 'a'), "nl", {"aaa"}).empty());
}
