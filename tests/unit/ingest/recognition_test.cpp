#include "ingest/ocr/page_text.hpp"
#include "ingest/ocr/readability.hpp"
#include "ingest/ocr/straighten.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>

using namespace kwalign;
using namespace kwalign::ingest;

namespace {

const LanguageModel& languages() {
    static const LanguageModel instance(std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora" / "language");
    return instance;
}

const std::string dutch =
    "De beginnend beroepsbeoefenaar neemt de bestelling van de klant op en controleert of alles wat gevraagd werd in het magazijn ligt.";
const std::string estonian =
    "Töötaja võtab kauba vastu, kontrollib saatelehte ja paigutab kauba lattu, järgides ettevõttes kehtivat korda ja ohutusnõudeid.";
const std::string english =
    "The holder receives the goods, checks the papers and puts everything in its place, following the rules of the house and of safety.";
const std::string finnish =
    "Tutkinnon suorittaja vastaanottaa tavarat, tarkistaa asiakirjat ja sijoittaa kaiken paikoilleen noudattaen yrityksen ohjeita ja "
    "määräyksiä.";

/// Every letter replaced by the one thirteen places on, as a broken character map does.
std::string permuted(std::string text) {
    for (char& c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>('a' + (c - 'a' + 13) % 26);
        if (c >= 'A' && c <= 'Z') c = static_cast<char>('A' + (c - 'A' + 13) % 26);
    }
    return text;
}

RecognisedWord word(const std::string& text, double x, double y, int line, double confidence = 95.0) {
    return {text, x, y, x + 20.0 * static_cast<double>(text.size()), y + 30.0, confidence, line, y + 30.0, 21.0};
}

/// 300 dots per inch, white.
Picture paper(std::size_t width, std::size_t height) { return {width, height, 300.0, std::vector<std::uint8_t>(width * height, 255)}; }

void ink(Picture& picture, std::size_t x0, std::size_t y0, std::size_t x1, std::size_t y1) {
    for (std::size_t y = y0; y < y1; ++y)
        std::fill(picture.grey.begin() + static_cast<long>(y * picture.width + x0),
                  picture.grey.begin() + static_cast<long>(y * picture.width + x1), 0);
}

}  // namespace

TEST_CASE("Text of the known languages and of their neighbours is readable", "[ingest][recognition]") {
    for (const std::string& text : {dutch, estonian, english, finnish}) {
        CAPTURE(text, readability_of(text, languages()).likeness);
        CHECK_FALSE(is_unreadable(readability_of(text, languages())));
    }
}

TEST_CASE("Permuted letters and signs without meaning are unreadable", "[ingest][recognition]") {
    for (const std::string& text : {dutch, estonian, english}) {
        CAPTURE(text, readability_of(permuted(text), languages()).likeness);
        CHECK(is_unreadable(readability_of(permuted(text), languages())));
    }
    CHECK(is_unreadable(readability_of("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD \xEF\xBF\xBD\xEF\xBF\xBD ab", languages())));
}

TEST_CASE("Numbers codes and a few words are not judged", "[ingest][recognition]") {
    CHECK_FALSE(is_unreadable(readability_of("B1-K1-W1 23244 2022-08-01 C.1 4/7 12,5", languages())));
    CHECK_FALSE(is_unreadable(readability_of(permuted("Lehekülg vier"), languages())));
    CHECK_FALSE(is_unreadable(readability_of("", languages())));
}

TEST_CASE("Languages of a text are those of its stretches", "[ingest][recognition]") {
    CHECK(languages_of(dutch, languages()) == std::vector<std::string>{"nl"});
    CHECK(languages_of(estonian + " " + estonian + " " + english, languages()) == std::vector<std::string>{"et", "en"});
    CHECK(languages_of("", languages()).empty());
}

TEST_CASE("Recognised words become runs in points with the height of their font", "[ingest][recognition]") {
    RecognisedPage page;
    page.words = {word("Kauba", 300, 300, 0), word("korras", 420, 300, 0), word("ese", 300, 360, 1, 40.0)};
    const PictureText text = to_runs(page, paper(2480, 3508));
    REQUIRE(text.runs.size() == 3);
    CHECK(text.width_pt == Approx(595.2));
    CHECK(text.runs[0].text == "Kauba");
    CHECK(text.runs[0].box.x0 == Approx(72.0));
    CHECK(text.runs[0].font_size_pt == Approx(9.75).margin(0.3));  // small letters of 21 dots
    CHECK(text.runs[0].box.y0 == text.runs[1].box.y0);
    CHECK(text.doubtful == std::vector<std::string>{"ese"});
    CHECK(text.confidence < 0.95);
}

TEST_CASE("Frames dirt and blanks are dropped and repeated signs before lines are bullets", "[ingest][recognition]") {
    RecognisedPage page;
    page.words = {word("|", 100, 300, 0),    word(" ", 120, 300, 0), word("\xC2\xAB", 300, 300, 1),
                  word("loeb", 400, 300, 1), word("e", 300, 360, 2), word("kirjutab", 400, 360, 2)};
    page.words.push_back(word("MA", 900, 300, 3, 30.0));
    page.words.back().y1 = page.words.back().y0 + 2.0;  // as flat as a line
    const PictureText text = to_runs(page, paper(2480, 3508));
    std::string joined;
    for (const TextRun& run : text.runs) joined += run.text + " ";
    CHECK(joined == "\xE2\x80\xA2 loeb \xE2\x80\xA2 kirjutab ");
}

TEST_CASE("A page turned slightly is put straight", "[ingest][recognition]") {
    Picture page = paper(1240, 1754);
    page.dpi = 150.0;
    for (std::size_t line = 0; line < 40; ++line) {
        for (std::size_t letter = 0; letter < 60; ++letter)
            ink(page, 120 + letter * 16, 150 + line * 34, 130 + letter * 16, 164 + line * 34);
    }
    CHECK(std::abs(skew_of(page)) < 0.1);
    CHECK(skew_of(turned(page, -1.0)) == Approx(1.0).margin(0.15));
    CHECK(skew_of(paper(600, 800)) == 0.0);
}

TEST_CASE("Right angles turn the picture and long lines go while short strokes stay", "[ingest][recognition]") {
    Picture page = paper(900, 600);
    ink(page, 100, 100, 800, 103);
    ink(page, 100, 200, 140, 220);
    const Picture clean = cleaned(page);
    CHECK(clean.grey[101 * 900 + 400] == 255);
    CHECK(clean.grey[210 * 900 + 120] == 0);
    const Picture side = quarter_turned(page, 1);
    CHECK(side.width == 600);
    CHECK(side.height == 900);
    CHECK(side.grey[120 * 600 + (599 - 210)] == 0);
    CHECK(ink_share(paper(100, 100)) == 0.0);
}
