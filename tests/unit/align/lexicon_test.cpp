#include "align/lexicon/lexicon.hpp"

#include "model/error.hpp"
#include "tests/unit/align/small_lexicon.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace kwalign::align;

namespace {

bool complains(const std::string& lines, const std::string& about) {
    const SmallLexicon small(lines);
    const std::vector<LexiconProblem> problems = Lexicon::check(small.folder());
    return std::any_of(problems.begin(), problems.end(),
                       [&](const LexiconProblem& p) { return p.message.find(about) != std::string::npos; });
}

}  // namespace

TEST_CASE("a lexicon is loaded with its terms and hierarchy", "[align][lexicon]") {
    const SmallLexicon small;
    const Lexicon lexicon = Lexicon::load(small.folder());
    REQUIRE(lexicon.concepts().size() == 12);
    const Concept* rule = lexicon.find("safety-rule");
    REQUIRE(rule != nullptr);
    const ConceptId id{static_cast<std::uint32_t>(rule - lexicon.concepts().data())};
    CHECK(lexicon.terms(id, "nl") == std::vector<std::string_view>{"veiligheidsvoorschrift"});
    CHECK(lexicon.terms(id, "fi").empty());
    REQUIRE(rule->broader.size() == 2);
    CHECK(lexicon[rule->broader[0]].id == "rule");
    CHECK(lexicon.find("absent") == nullptr);
}

TEST_CASE("the checker names what a reviewer must mend", "[align][lexicon]") {
    CHECK(complains("b\tn\tbee\tbij\tmesilane\t\t\na\tn\tant\tmier\tsipelgas\t\t\n", "not in order"));
    CHECK(complains("a\tn\tant\t\tsipelgas\t\t\n", "has no nl term"));
    CHECK(complains("a\tn\tant\tmier\tsipelgas\t\t\nb\tn\tAnt\tbij\tmesilane\t\t\n", "stands at"));
    CHECK(complains("a\tn\tant\tmier\tsipelgas\tinsect\t\n", "unknown broader"));
    CHECK(complains("a\tn\tant\tmier\tsipelgas\tb\t\nb\tn\tbee\tbij\tmesilane\ta\t\n", "broader than itself"));
    CHECK(complains("a\tx\tant\tmier\tsipelgas\t\t\n", "part of speech"));
}

TEST_CASE("a line with missing columns is refused with its place", "[align][lexicon]") {
    const SmallLexicon small("a\tn\tant\n");
    CHECK_THROWS_AS(Lexicon::load(small.folder()), kwalign::model::Error);
    CHECK_THROWS_WITH(Lexicon::load(small.folder()), Catch::Contains("small.tsv:2"));
}

TEST_CASE("the shipped lexicon has no problems and is large enough", "[align][lexicon]") {
    const std::filesystem::path folder = std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora" / "lexicon";
    for (const LexiconProblem& problem : Lexicon::check(folder)) FAIL_CHECK(problem.file << ":" << problem.line << ": " << problem.message);
    CHECK(Lexicon::load(folder).concepts().size() >= 1200);
}
