#include "align/imported/term_import.hpp"
#include "align/lexicon/analyser.hpp"
#include "small_lexicon.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <string>

using namespace kwalign::align;

namespace {

/// The small lexicon with an import laid over it.
class WithImport {
public:
    explicit WithImport(const std::vector<ImportedConcept>& concepts) {
        const auto file = m_small.folder() / "extra.terms";
        std::ofstream(file, std::ios::binary) << term_file_text(concepts, {});
        m_lexicon = Lexicon::load(m_small.folder(), {file});
    }
    const Lexicon& lexicon() const { return m_lexicon; }

private:
    SmallLexicon m_small;
    Lexicon m_lexicon;
};

std::vector<std::string_view> terms_of(const Lexicon& lexicon, const Concept& entry, std::string_view lang) {
    return lexicon.terms({static_cast<std::uint32_t>(&entry - lexicon.concepts().data())}, lang);
}

std::set<std::string> concepts_in(const Lexicon& lexicon, std::string_view text, std::string_view lang) {
    const std::set<std::string> no_words;
    const Analyser analyser(lexicon, no_words);
    std::set<std::string> out;
    for (const Mention& m : analyser.analyse(text, lang).mentions)
        if (m.concept_known) out.emplace(lexicon[m.concept_id].id);
    return out;
}

}  // namespace

TEST_CASE("An imported concept joins the shipped one that its preferred terms name", "[align][imported][lexicon]") {
    const WithImport data({{"http://x/1", '?', {{"en", {"oven", "baking oven"}}, {"de", {"Backofen"}}}, {}, {}}});
    const Concept* oven = data.lexicon().find("oven");
    REQUIRE(oven != nullptr);
    CHECK(terms_of(data.lexicon(), *oven, "en") == std::vector<std::string_view>{"oven", "baking oven"});
    CHECK(data.lexicon().find("extra/http://x/1") == nullptr);
    CHECK(concepts_in(data.lexicon(), "Der Backofen ist heiß", "de") == std::set<std::string>{"oven"});
}

TEST_CASE("A new imported concept stands by itself and leaves taken terms alone", "[align][imported][lexicon]") {
    const WithImport data({{"1", 'n', {{"en", {"proofing cabinet", "oven"}}, {"nl", {"rijskast"}}}, {"2"}, {}},
                           {"2", '?', {{"en", {"bakery equipment"}}}, {}, {}}});
    const Concept* cabinet = data.lexicon().find("extra/1");
    REQUIRE(cabinet != nullptr);
    CHECK(terms_of(data.lexicon(), *cabinet, "en") == std::vector<std::string_view>{"proofing cabinet"});
    CHECK(cabinet->domain == "import:extra");
    CHECK(is_imported_domain(cabinet->domain));
    REQUIRE(cabinet->broader.size() == 1);
    CHECK(data.lexicon()[cabinet->broader[0]].id == "extra/2");
    REQUIRE(cabinet->related.size() == 1);
    CHECK(data.lexicon()[cabinet->related[0]].id == "oven");
    CHECK(concepts_in(data.lexicon(), "Hij controleert de rijskasten", "nl") == std::set<std::string>{"extra/1"});
    CHECK(concepts_in(data.lexicon(), "proofing cabinets", "en") == std::set<std::string>{"extra/1"});
}

TEST_CASE("A term of unknown word class is found as a verb and as a noun", "[align][imported][lexicon]") {
    const WithImport data({{"1", '?', {{"nl", {"garen"}}, {"et", {"hapendama"}}}, {}, {}}});
    CHECK(concepts_in(data.lexicon(), "hapendamine", "et") == std::set<std::string>{"extra/1"});
    CHECK(concepts_in(data.lexicon(), "garen", "nl") == std::set<std::string>{"extra/1"});
}

TEST_CASE("A concept without an English term is shown by another", "[align][imported][lexicon]") {
    const WithImport data({{"1", 'n', {{"et", {"nisuleib"}}}, {}, {}}});
    const Concept* bread = data.lexicon().find("extra/1");
    REQUIRE(bread != nullptr);
    CHECK(data.lexicon().label({static_cast<std::uint32_t>(bread - data.lexicon().concepts().data())}) == "nisuleib");
}
