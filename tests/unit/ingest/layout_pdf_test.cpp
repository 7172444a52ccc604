#include "ingest/source/byte_source.hpp"
#include "model/error.hpp"
#include "tests/unit/ingest/layout_page.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>
#include <vector>

using namespace kwalign;
using model::ErrorCode;

namespace {

/// A PDF of plain objects: one content stream and one /Rotate value per page, fonts F1 (Helvetica) and F2 (Helvetica-Bold).
std::string pdf_of(const std::vector<std::string>& contents, int rotate = 0) {
    std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "",
                                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
                                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"};
    std::string kids;
    for (const std::string& content : contents) {
        objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream");
        objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate " + std::to_string(rotate) + " /Contents " +
                          std::to_string(objects.size()) + " 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>");
        kids += std::to_string(objects.size()) + " 0 R ";
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(contents.size()) + " >>";
    std::string pdf = "%PDF-1.4\n";
    std::string table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        std::string offset = std::to_string(pdf.size());
        table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
        pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::size_t start = pdf.size();
    const std::string size = std::to_string(objects.size() + 1);
    pdf += "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " + size + " /Root 1 0 R >>\nstartxref\n" +
           std::to_string(start) + "\n%%EOF\n";
    return pdf;
}

const char* const two_lines = "BT /F2 12 Tf 50 700 Td (B.3 Competences) Tj /F1 10 Tf 0 -30 Td (Plans \\(all\\) work) Tj ET";

ErrorCode code_of(std::string_view bytes, std::string_view password = {}, const model::Limits& limits = {}) {
    try {
        static_cast<void>(ingest::read_source(bytes, "x.pdf", password, limits));
    } catch (const model::Error& error) {
        return error.code();
    }
    FAIL("read_source did not throw");
    return ErrorCode::internal;
}

std::string shared_file(const char* name) {
    const std::filesystem::path path = std::filesystem::path(KWALIGN_SHARED_DIR) / name;
    return std::filesystem::exists(path) ? ingest::read_file(path, {}) : std::string{};
}

}  // namespace

TEST_CASE("Words of a PDF have their place size and face", "[pdf]") {
    const auto document = ingest::read_source(pdf_of({two_lines}), "x.pdf", "", {});
    CHECK(document.media_type == "application/pdf");
    REQUIRE(document.pages.size() == 1);
    CHECK(document.pages[0].width_pt == Approx(600.0));
    const auto& runs = document.pages[0].runs;
    REQUIRE(runs.size() == 5);
    CHECK(runs[0].text == "B.3");
    CHECK(runs[0].bold);
    CHECK(runs[0].space_after);
    CHECK(runs[0].font_size_pt == Approx(12.0));
    CHECK(runs[0].box.x0 == Approx(50.0).margin(0.5));
    // The baseline is 700 points above the lower edge of a page of 800.
    CHECK(runs[0].box.y0 < 100.0);
    CHECK(runs[0].box.y1 >= 99.0);
    CHECK(runs[3].text == "(all)");
    CHECK_FALSE(runs[3].bold);
}

TEST_CASE("A turned page is read as displayed", "[pdf]") {
    // Turned by 90 degrees, text that runs upwards on the sheet reads from left to right.
    const auto document = ingest::read_source(pdf_of({"BT /F1 10 Tf 0 1 -1 0 100 50 Tm (Upright text) Tj ET"}, 90), "x.pdf", "", {});
    const auto& page = document.pages.at(0);
    CHECK(page.width_pt == Approx(800.0));
    CHECK(page.height_pt == Approx(600.0));
    REQUIRE(page.runs.size() == 2);
    CHECK(page.runs[0].text == "Upright");
    CHECK(page.runs[0].box.width() > page.runs[0].box.height());
    CHECK(page.runs[1].box.x0 > page.runs[0].box.x1);
    CHECK(page.runs[0].box.y1 == Approx(page.runs[1].box.y1));
}

TEST_CASE("A PDF without text says so", "[pdf]") { CHECK(code_of(pdf_of({"0 0 100 100 re f"})) == ErrorCode::no_text); }

TEST_CASE("Single pages without text are findings", "[pdf]") {
    const auto document = ingest::read_source(pdf_of({two_lines, "0 0 100 100 re f"}), "x.pdf", "", {});
    CHECK(document.pages.size() == 2);
    REQUIRE(document.findings.size() == 1);
    CHECK(document.findings[0].code == "page-without-text");
    CHECK(document.findings[0].span->page == 2);
}

TEST_CASE("Too many pages or words are refused", "[pdf]") {
    model::Limits limits;
    limits.max_pages = 1;
    CHECK(code_of(pdf_of({two_lines, two_lines}), {}, limits) == ErrorCode::limit_exceeded);
    limits = {};
    limits.max_runs_per_page = 3;
    CHECK(code_of(pdf_of({two_lines}), {}, limits) == ErrorCode::limit_exceeded);
}

TEST_CASE("A PDF cut off anywhere gives text or an error", "[pdf][hostile]") {
    const std::string whole = pdf_of({two_lines, two_lines});
    std::size_t read = 0;
    for (std::size_t length = 9; length < whole.size(); length += 7) {
        try {
            const auto document = ingest::read_source(std::string_view(whole).substr(0, length), "x.pdf", "", {});
            static_cast<void>(ingest::layout(document, {}));
            ++read;
        } catch (const model::Error& error) {
            const bool expected = error.code() == ErrorCode::damaged || error.code() == ErrorCode::no_text;
            CAPTURE(length, error.what());
            CHECK(expected);
        }
    }
    CHECK(read > 0);  // without its table of objects a file is searched for them
}

TEST_CASE("A PDF with changed bytes gives text or an error", "[pdf][hostile]") {
    const std::string whole = pdf_of({two_lines});
    for (std::size_t at = 9; at < whole.size(); at += 5) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x15);
        try {
            static_cast<void>(ingest::layout(ingest::read_source(changed, "x.pdf", "", {}), {}));
        } catch (const model::Error& error) {
            CAPTURE(at, error.what());
            CHECK(error.code() != ErrorCode::internal);
        }
    }
}

TEST_CASE("An encrypted PDF wants its password", "[pdf]") {
    const std::string bytes = shared_file("pdf/hostile/encrypted_user_password.pdf");
    if (bytes.empty()) {
        WARN("skipped: no folder with real documents");
        return;
    }
    CHECK(code_of(bytes) == ErrorCode::needs_password);
    CHECK(code_of(bytes, "wrong") == ErrorCode::needs_password);
    CHECK(ingest::read_source(bytes, "x.pdf", "geheim", {}).pages.size() == 5);
}
