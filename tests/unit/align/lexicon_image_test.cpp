#include "align/lexicon/analyser.hpp"
#include "align/lexicon/image.hpp"
#include "tests/unit/align/small_lexicon.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <string>
#include <vector>

using namespace kwalign::align;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, std::string_view bytes) { std::ofstream(file, std::ios::binary) << bytes; }

/// Everything that can be asked of a lexicon, as text.
std::string told(const Lexicon& lexicon) {
    std::string out;
    for (std::uint32_t c = 0; c < lexicon.concepts().size(); ++c) {
        const Concept& entry = lexicon.concepts()[c];
        out += std::string(entry.id) + entry.part_of_speech + std::string(entry.domain);
        for (const ConceptId id : entry.broader) out += ">" + std::to_string(id.value);
        for (const ConceptId id : entry.related) out += "~" + std::to_string(id.value);
        for (const Neighbour& n : entry.neighbours) out += " " + std::to_string(n.id) + ":" + std::to_string(n.degree);
        for (const std::string& lang : lexicon.languages())
            for (const std::string_view term : lexicon.terms({c}, lang)) out += " " + lang + "=" + std::string(term);
        out += "\n";
    }
    const std::set<std::string> none;
    const Analyser analyser(lexicon, none);
    for (const auto& [lang, text] : {std::pair{"en", "Kneads dough by the safety rules"}, std::pair{"nl", "slaat deegproducten op"},
                                     std::pair{"et", "ladustab ahjuleiba ohutusnõuete järgi"}, std::pair{"fi", "leipä"}})
        for (const Mention& m : analyser.analyse(text, lang).mentions)
            out += m.text + (m.concept_known ? "[" + std::string(lexicon[m.concept_id].id) + "]" : "(" + m.key + ")") + " ";
    return out;
}

}  // namespace

TEST_CASE("a lexicon from a mapped image is the lexicon of its text", "[align][lexicon][image]") {
    const SmallLexicon small;
    const fs::path file = small.folder() / "lexicon.image";
    const Lexicon from_text = Lexicon::load(small.folder());
    write(file, from_text.image().bytes());
    REQUIRE(LexiconImage::map(file, digest_of_sources(small.folder(), {})) != nullptr);
    const Lexicon from_image = Lexicon::open(small.folder(), {}, {small.folder() / "absent", file});
    CHECK(from_image.image().bytes().data() != from_text.image().bytes().data());
    CHECK(from_image.image().bytes() == from_text.image().bytes());
    CHECK(told(from_image) == told(from_text));
    CHECK(from_image.term_counts() == std::map<std::string, std::size_t>{{"en", 15}, {"et", 16}, {"nl", 14}});
}

TEST_CASE("an image made from other text is passed over", "[align][lexicon][image]") {
    const SmallLexicon small;
    const fs::path file = small.folder() / "lexicon.image";
    write(file, Lexicon::load(small.folder()).image().bytes());
    write(small.folder() / "more.tsv", "id\tpos\ten\tnl\tet\tbroader\trelated\nyeast\tn\tyeast\tgist\tpärm\t\tdough\n");
    CHECK(LexiconImage::map(file, digest_of_sources(small.folder(), {})) == nullptr);
    CHECK(Lexicon::open(small.folder(), {}, {file}).find("yeast") != nullptr);
}

TEST_CASE("a damaged image is refused or does no harm", "[align][lexicon][image][hostile]") {
    const SmallLexicon small;
    const fs::path file = small.folder() / "lexicon.image";
    const SourceDigest sources = digest_of_sources(small.folder(), {});
    const std::string whole(Lexicon::load(small.folder()).image().bytes());
    for (const std::size_t length : {std::size_t{0}, std::size_t{7}, std::size_t{60}, whole.size() / 2, whole.size() - 1}) {
        write(file, whole.substr(0, length));
        CHECK(LexiconImage::map(file, sources) == nullptr);
    }
    CHECK_THROWS_WITH(LexiconImage::from_bytes(whole.substr(1), "a copy"), Catch::Contains("a copy") && Catch::Contains("compile"));
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); at += 3) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ 0xFFU);
        write(file, bytes);
        if (LexiconImage::map(file, sources) == nullptr)
            ++refused;
        else
            CHECK_FALSE(told(Lexicon::open(small.folder(), {}, {file})).empty());  // other letters, but nothing outside the image
    }
    CHECK(refused > whole.size() / 10);
}

TEST_CASE("siblings are near unless the family is a whole field", "[align][lexicon]") {
    std::string lines = "aa-field\tn\tfield\tveld\tpõld\t\t\n";
    for (int i = 0; i < 40; ++i) {
        const std::string n = std::to_string(10 + i);
        lines += "c" + n + "\tn\tword" + n + "\twoord" + n + "\tsõna" + n + "\t" + (i < 3 ? "c10-family" : "aa-field") + "\t\n";
        if (i == 0) lines += "c10-family\tn\tfamily\tfamilie\tperekond\taa-field\t\n";
    }
    const SmallLexicon small(lines);
    const Lexicon lexicon = Lexicon::load(small.folder());
    const auto degree = [&](std::string_view a, std::string_view b) {
        const Concept* other = lexicon.find(b);
        for (const Neighbour& n : lexicon.find(a)->neighbours)
            if (&lexicon.concepts()[n.id] == other) return n.degree;
        return 0.0;
    };
    CHECK(degree("c10", "c10-family") > degree("c10", "c11"));
    CHECK(degree("c10", "c11") > 0.0);
    CHECK(degree("c11", "c10") == degree("c10", "c11"));
    CHECK(degree("c10", "aa-field") > 0.0);  // the second step up
    CHECK(degree("c20", "c21") == 0.0);      // two of 38
    CHECK(degree("c20", "aa-field") > degree("c10", "aa-field"));
}
