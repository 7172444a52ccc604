#include "align/imported/term_import.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace kwalign;
using namespace kwalign::align;
using Catch::Matchers::Contains;

namespace {

class Folder {
public:
    Folder() {
        static int count = 0;
        m_path =
            std::filesystem::temp_directory_path() / ("kwalign-imported-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
        std::filesystem::create_directories(m_path);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    std::filesystem::path write(const std::string& name, std::string_view text) const {
        std::ofstream(m_path / name, std::ios::binary) << text;
        return m_path / name;
    }

private:
    std::filesystem::path m_path;
};

std::vector<ImportedConcept> read(const std::string& name, std::string_view text, const TermImportOptions& options = {}) {
    const Folder folder;
    return import_terms({folder.write(name, text)}, options).concepts;
}

/// The message of the error that reading ends with.
std::string refusal(const std::string& name, std::string_view text, const TermImportOptions& options = {}) {
    try {
        (void)read(name, text, options);
    } catch (const model::Error& error) {
        return error.what();
    }
    return "no error";
}

constexpr std::string_view esco_header = "conceptType,conceptUri,skillType,preferredLabel,altLabels,hiddenLabels\n";

}  // namespace

TEST_CASE("ESCO tables of several languages meet by concept", "[align][imported]") {
    const Folder folder;
    const auto english =
        folder.write("skills_en.csv",
                     std::string(esco_header) +
                         "KnowledgeSkillCompetence,http://esco/skill/1,skill,weld metal,\"fuse metal\njoin metal by \"\"welding\"\"\",\n"
                         "KnowledgeSkillCompetence,http://esco/skill/2,knowledge,metallurgy,,\n");
    const auto dutch =
        folder.write("skills_nl.csv", std::string(esco_header) + "KnowledgeSkillCompetence,http://esco/skill/1,skill,metaal lassen,,\n");
    const auto hierarchy =
        folder.write("broaderRelationsSkillPillar.csv",
                     "conceptType,conceptUri,broaderType,broaderUri\nSkill,http://esco/skill/1,Skill,http://esco/skill/2\n");
    const TermImport import = import_terms({english, dutch, hierarchy}, {});
    REQUIRE(import.concepts.size() == 2);
    const ImportedConcept& weld = import.concepts[0];
    CHECK(weld.id == "http://esco/skill/1");
    CHECK(weld.terms.at("en") == std::vector<std::string>{"weld metal", "fuse metal", "join metal by \"welding\""});
    CHECK(weld.terms.at("nl") == std::vector<std::string>{"metaal lassen"});
    CHECK(weld.broader == std::vector<std::string>{"http://esco/skill/2"});
    CHECK(import.concepts[1].terms.at("en") == std::vector<std::string>{"metallurgy"});
    CHECK(import.notes.size() == 3);
    CHECK_THAT(import.notes[1], Contains("skills_nl.csv esco "));
}

TEST_CASE("The names of both genders of an ESCO occupation are two terms", "[align][imported]") {
    const auto concepts = read("occupations_nl.csv", std::string(esco_header) + "Occupation,http://esco/o/1,,ober/serveerster,kelner,\n");
    REQUIRE(concepts.size() == 1);
    CHECK(concepts[0].terms.at("nl") == std::vector<std::string>{"ober", "serveerster", "kelner"});
}

TEST_CASE("Only the languages that are asked for are kept", "[align][imported]") {
    TermImportOptions options;
    options.languages = {"et"};
    const auto concepts =
        read("terms.tbx",
             "<tbx xmlns='urn:iso:std:iso:30042:ed-2'><text><body><conceptEntry id='c1'><langSec xml:lang='en'><termSec><term>oven"
             "</term></termSec></langSec><langSec "
             "xml:lang='et-EE'><termSec><term>ahi</term></termSec></langSec></conceptEntry></body></text></tbx>",
             options);
    REQUIRE(concepts.size() == 1);
    CHECK(concepts[0].terms == std::map<std::string, std::vector<std::string>>{{"et", {"ahi"}}});
}

TEST_CASE("TBX entries of the older element names give terms and word class", "[align][imported]") {
    const auto concepts = read("terms.tbx", R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="t7"><descrip type="superordinateConceptGeneric" target="t8"/>
  <langSet xml:lang="en"><tig><term>bake &amp; roast</term><termNote type="partOfSpeech">verb</termNote></tig><tig><term>bake</term></tig></langSet>
  <langSet xml:lang="nl"><ntig><termGrp><term>bakken</term></termGrp></ntig></langSet>
</termEntry>
<termEntry id="t8"><langSet xml:lang="en"><tig><term>cook</term></tig></langSet></termEntry>
</body></text></martif>)");
    REQUIRE(concepts.size() == 2);
    CHECK(concepts[0].id == "t7");
    CHECK(concepts[0].part_of_speech == 'v');
    CHECK(concepts[0].terms.at("en") == std::vector<std::string>{"bake & roast", "bake"});
    CHECK(concepts[0].terms.at("nl") == std::vector<std::string>{"bakken"});
    CHECK(concepts[0].broader == std::vector<std::string>{"t8"});
}

TEST_CASE("Short units of a translation memory are terms and sentences are not", "[align][imported]") {
    const auto concepts = read("memory.tmx", R"(<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="en-US"><seg>drill <bpt i="1">{b}</bpt>press</seg></tuv><tuv xml:lang="nl-NL"><seg>kolomboormachine</seg></tuv></tu>
<tu><tuv xml:lang="en-US"><seg>Please close the cover before you start the machine again.</seg></tuv><tuv xml:lang="nl-NL"><seg>Sluit de kap voordat u de machine weer start, alstublieft.</seg></tuv></tu>
</body></tmx>)");
    REQUIRE(concepts.size() == 1);
    CHECK(concepts[0].terms.at("en") == std::vector<std::string>{"drill press"});
    CHECK(concepts[0].terms.at("nl") == std::vector<std::string>{"kolomboormachine"});
}

TEST_CASE("SKOS says the same in Turtle and in RDF XML", "[align][imported]") {
    const auto turtle = read("t.ttl", R"(@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix x: <http://example.org/> .
x:weld a skos:Concept ; skos:prefLabel "weld"@en , "lassen"@nl ; skos:altLabel "fusion weld"@en ; skos:broader x:join ; skos:related x:solder .
x:join skos:prefLabel "join"@en ; skos:narrower x:solder .
x:solder skos:prefLabel "solder"@en .
)");
    const auto xml = read("t.rdf", R"(<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
<skos:Concept rdf:about="http://example.org/weld"><skos:altLabel xml:lang="en">fusion weld</skos:altLabel><skos:prefLabel xml:lang="en">weld</skos:prefLabel>
<skos:prefLabel xml:lang="nl">lassen</skos:prefLabel><skos:broader rdf:resource="http://example.org/join"/><skos:related>
<rdf:Description rdf:about="http://example.org/solder"><skos:prefLabel xml:lang="en">solder</skos:prefLabel></rdf:Description></skos:related></skos:Concept>
<rdf:Description rdf:about="http://example.org/join"><skos:prefLabel xml:lang="en">join</skos:prefLabel><skos:narrower rdf:resource="http://example.org/solder"/></rdf:Description>
</rdf:RDF>)");
    REQUIRE(turtle.size() == 3);
    CHECK(turtle == xml);
    CHECK(turtle[2].id == "http://example.org/weld");
    CHECK(turtle[2].terms.at("en") == std::vector<std::string>{"weld", "fusion weld"});
    CHECK(turtle[2].broader == std::vector<std::string>{"http://example.org/join"});
    CHECK(turtle[2].related == std::vector<std::string>{"http://example.org/solder"});
    CHECK(turtle[1].broader == std::vector<std::string>{"http://example.org/join"});
}

TEST_CASE("A damaged import is refused with its line", "[align][imported]") {
    const auto esco = [](const std::string& rows) { return std::string(esco_header) + rows; };
    CHECK_THAT(refusal("s_en.csv", esco("a,b,c\n")), Contains("s_en.csv:2: the row has 3 cells, the header 6"));
    CHECK_THAT(refusal("s_en.csv", esco("a,http://x,c,\"never closed,,\n")), Contains("s_en.csv:2: a cell opens with a quote"));
    CHECK_THAT(refusal("s_en.csv", esco("a,http://x,c,\"x\"y,,\n")), Contains("s_en.csv:2: text follows the closing quote"));
    CHECK_THAT(refusal("s_en.csv", esco("a,,c,label,,\n")), Contains("s_en.csv:2: a concept has no id"));
    CHECK_THAT(refusal("skills.csv", esco("a,http://x,c,label,,\n")), Contains("the language of the labels is not known"));
    CHECK_THAT(refusal("s_en.csv", esco("a,http://x,c,l\xff,,\n")), Contains("s_en.csv:2: this is not UTF-8"));
    CHECK_THAT(refusal("t.tbx", "<tbx>\n<text>\n</tbx>"), Contains("t.tbx:3: "));
    CHECK_THAT(refusal("t.tbx", "<html><body/></html>"), Contains("is no TBX"));
    CHECK_THAT(refusal("t.ttl", "@prefix x: <http://x/> .\nx:a x:b \"open ."), Contains("is no Turtle"));
    CHECK_THAT(refusal("t.rdf", "<?xml version='1.0'?><a/>"), Contains("is no RDF"));
    CHECK_THAT(refusal("t.ttl", "<http://a> <http://b> <http://c> ."), Contains("no SKOS labels"));
    CHECK_THAT(refusal("t.bin", "hello"), Contains("is no format of terms"));
    CHECK_THAT(refusal("t.tbx", ""), Contains("there is nothing in the file"));
}

TEST_CASE("Entities of its own and deep nesting do not get through", "[align][imported]") {
    const std::string bomb =
        "<!DOCTYPE tbx [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
        "<tbx><conceptEntry id='1'><langSec xml:lang='en'><term>&c;</term></langSec></conceptEntry></tbx>";
    CHECK_THAT(refusal("bomb.tbx", bomb), Contains("entity"));
    const std::string file =
        "<!DOCTYPE tbx [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><tbx><conceptEntry id='1'><langSec "
        "xml:lang='en'><term>&f;</term></langSec></conceptEntry></tbx>";
    CHECK_THAT(refusal("file.tbx", file), Contains("entity"));
    std::string deep = "<tbx>";
    for (int i = 0; i < 100; ++i) deep += "<a>";
    CHECK_THAT(refusal("deep.tbx", deep), Contains("deeper than 64"));
}

TEST_CASE("A cut file of any format ends in an error or in whole concepts", "[align][imported]") {
    const std::vector<std::pair<std::string, std::string>> files{
        {"s_en.csv", std::string(esco_header) + "a,http://x/1,c,\"weld, metal\",\"a\nb\",\na,http://x/2,c,cut,,\n"},
        {"t.tbx",
         "<tbx><body><conceptEntry id='c1'><langSec "
         "xml:lang='en'><termSec><term>oven</term></termSec></langSec></conceptEntry></body></tbx>"},
        {"m.tmx", "<tmx><body><tu><tuv xml:lang='en'><seg>oven</seg></tuv><tuv xml:lang='nl'><seg>oven</seg></tuv></tu></body></tmx>"},
        {"t.ttl", "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<http://x/1> skos:prefLabel \"oven\"@en .\n"}};
    for (const auto& [name, text] : files)
        for (std::size_t length = 0; length < text.size(); ++length) {
            CAPTURE(name, length);
            try {
                for (const ImportedConcept& c : read(name, text.substr(0, length))) CHECK_FALSE(c.terms.empty());
            } catch (const model::Error& error) {
                CHECK_FALSE(error.detail().empty());
            }
        }
}

TEST_CASE("A term file says what the import said", "[align][imported]") {
    const std::vector<ImportedConcept> concepts{{"a/1", 'v', {{"en", {"weld", "fuse"}}, {"nl", {"lassen"}}}, {"a/2"}, {}},
                                                {"a/2", '?', {{"en", {"join"}}}, {}, {"a/1"}}};
    const Folder folder;
    const auto file = folder.write("a.tsv", term_file_text(concepts, {"made by hand"}));
    CHECK(read_term_file(file) == concepts);
    CHECK_THROWS_WITH(read_term_file(folder.write("b.tsv", "id\tpos\n")), Contains("b.tsv:1: is no term file"));
    CHECK_THROWS_WITH(read_term_file(folder.write("c.tsv", "kwalign-terms 1\nx\tn\n")), Contains("c.tsv:2: is no line"));
}
