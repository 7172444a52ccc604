#include "ingest/pdf/pdf_salvage.hpp"

#include "ingest/pdf/pdf_reader.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace kwalign;

namespace {

std::string object(int number, const std::string& body) { return std::to_string(number) + " 0 obj\n" + body + "\nendobj\n"; }

std::string page(int number, const std::string& text) {
    const std::string content = "BT /F1 12 Tf 72 700 Td (" + text + ") Tj ET";
    return object(number, "<</Type /Page /MediaBox [0 0 595 842] /Resources <</Font <</F1 5 0 R>>>> /Contents " +
                              std::to_string(number + 1) + " 0 R>>") +
           object(number + 1, "<</Length " + std::to_string(content.size()) + ">>\nstream\n" + content + "\nendstream");
}

const std::string head = "%PDF-1.4\n" + object(5, "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>");

std::string words(const ingest::Page& read) {
    std::string text;
    for (const auto& run : read.runs) text += run.text + (run.space_after ? " " : "|");
    return text;
}

bool has_finding(const ingest::SourceDocument& document, const std::string& code) {
    return std::any_of(document.findings.begin(), document.findings.end(), [&](const auto& finding) { return finding.code == code; });
}

}  // namespace

TEST_CASE("Pages are found again when index and catalogue are lost", "[ingest][pdf]") {
    const std::string bytes = head + page(10, "Handles incidents") + page(20, "Solves problems");
    const auto rebuilt = ingest::rebuild_pdf(bytes);
    REQUIRE(rebuilt);
    CHECK(rebuilt->starts_with(bytes));
    const auto document = ingest::read_pdf(bytes, "cut.pdf", "", {});
    REQUIRE(document.pages.size() == 2);
    CHECK(words(document.pages[0]) == "Handles incidents|");
    CHECK(words(document.pages[1]) == "Solves problems|");
    CHECK(document.pages[0].width_pt == Approx(595));
    CHECK(has_finding(document, "pdf-salvaged"));
}

TEST_CASE("A catalogue that is there is kept with the order of its pages", "[ingest][pdf]") {
    const std::string tree = object(1, "<</Type /Catalog /Pages 2 0 R>>") + object(2, "<</Type /Pages /Kids [20 0 R 10 0 R] /Count 2>>");
    const auto document = ingest::read_pdf(
        head + tree + page(10, "second") + page(20, "first") + "30 0 obj\n<</Length 9999>>\nstream\nthe file ends he", "cut.pdf", "", {});
    REQUIRE(document.pages.size() == 2);
    CHECK(words(document.pages[0]) == "first|");
    CHECK(words(document.pages[1]) == "second|");
}

TEST_CASE("The last object of a number counts as in an updated file", "[ingest][pdf]") {
    const auto document = ingest::read_pdf(head + page(10, "old") + page(10, "new"), "cut.pdf", "", {});
    REQUIRE(document.pages.size() == 1);
    CHECK(words(document.pages[0]) == "new|");
}

TEST_CASE("What holds no page cannot be rebuilt", "[ingest][pdf]") {
    CHECK_FALSE(ingest::rebuild_pdf(""));
    CHECK_FALSE(ingest::rebuild_pdf("%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n"));
    CHECK_FALSE(ingest::rebuild_pdf("obj obj 0 obj 1 obj 99999999999 0 obj <</Type /Page>>"));
    CHECK_FALSE(ingest::rebuild_pdf(head + page(10, "secret") + "trailer <</Encrypt 9 0 R>>"));
    try {
        static_cast<void>(ingest::read_pdf("%PDF-1.4\nnothing of use", "cut.pdf", "", {}));
        FAIL("read without an error");
    } catch (const model::Error& error) {
        CHECK(error.code() == model::ErrorCode::damaged);
    }
}
