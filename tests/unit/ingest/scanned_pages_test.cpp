/// Pages that are pictures, and pages whose text layer is nonsense, read whole: two pages of recognition, to keep the run short.

#include "tests/support/scan_maker.hpp"

#include "ingest/ingest.hpp"
#include "ingest/ocr/straighten.hpp"
#include "ingest/ocr/text_recogniser.hpp"
#include "ingest/pdf/page_pictures.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

using namespace kwalign;
using namespace kwalign::ingest;

namespace {

const std::filesystem::path corpora = std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora";

const Ingester& ingester() {
    static const Ingester instance(corpora / "templates");
    return instance;
}

std::optional<model::Finding> finding(const model::Standard& standard, const std::string& code) {
    const auto found =
        std::find_if(standard.findings.begin(), standard.findings.end(), [&](const model::Finding& f) { return f.code == code; });
    return found == standard.findings.end() ? std::nullopt : std::optional(*found);
}

bool can_recognise() {
    const bool can = installed_recognition_languages().size() == 3;
    if (!can) WARN("skipped: Tesseract's data for English, Estonian and Dutch is not installed");
    return can;
}

/// One page in Helvetica whose character map says that every letter is the one thirteen places on.
std::string garbled_pdf(const std::vector<std::string>& lines) {
    std::string content = "BT /F 12 Tf 15 TL 60 780 Td\n";
    for (const std::string& line : lines) content += "(" + line + ") Tj T*\n";
    content += "ET";
    const std::string map =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /G def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n5 beginbfrange\n<20> <40> <0020>\n<41> <4D> <004E>\n<4E> <5A> <0041>\n"
        "<61> <6D> <006E>\n<6E> <7A> <0061>\nendbfrange\nendcmap\nend\nend";
    const auto stream = [](const std::string& text) {
        return "<< /Length " + std::to_string(text.size()) + " >>\nstream\n" + text + "\nendstream";
    };
    const std::vector<std::string> objects = {
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        stream(content),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>",
        stream(map)};
    std::string pdf = "%PDF-1.4\n";
    std::string table = "xref\n0 7\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::string at = std::to_string(pdf.size());
        table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
        pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(pdf.size());
    return pdf + table + "trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

}  // namespace

TEST_CASE("A scanned page is read and reported", "[ingest][recognition][scan]") {
    if (!can_recognise()) return;
    std::ifstream stream(corpora / "samples" / "essa-test" / "essa-test.pdf", std::ios::binary);
    const std::string pdf{std::istreambuf_iterator<char>(stream), {}};
    tests::ScanOptions options;
    options.first_page = 3;
    options.last_page = 3;
    const model::Standard standard = ingester().read_bytes(tests::scan_of(pdf, options), "scan.pdf");
    const auto recognised = finding(standard, "page-recognised");
    REQUIRE(recognised);
    CHECK(recognised->message.find("mean confidence ") != std::string::npos);
    REQUIRE(recognised->span);
    CHECK(recognised->span->page == 1);
    CHECK_FALSE(finding(standard, "page-without-text"));

    IngestOptions off;
    off.recognition.enabled = false;
    CHECK_THROWS_AS(ingester().read_bytes(tests::scan_of(pdf, options), "scan.pdf", off), model::Error);
}

TEST_CASE("A text layer with permuted letters gives way to what is printed", "[ingest][recognition][scan]") {
    if (!can_recognise()) return;
    const std::string pdf = garbled_pdf({"The holder of the certificate receives the goods, checks the papers",
                                         "and puts everything in its place, following the rules of the house."});
    if (ink_share(PagePictures(pdf, "x.pdf", "").draw(1, 72.0)) == 0.0) {
        WARN("skipped: there is no font to draw Helvetica with");
        return;
    }
    IngestOptions off;
    off.recognition.enabled = false;
    const auto text_of_all = [](const model::Standard& standard) {
        std::string text;
        for (const model::Unit& unit : standard.units) {
            for (const model::Statement& statement : unit.statements) text += statement.text + " ";
        }
        for (const model::Section& section : standard.sections) {
            for (const model::Statement& statement : section.statements) text += statement.text + " ";
        }
        return text;
    };
    const model::Standard garbled = ingester().read_bytes(pdf, "x.pdf", off);
    CHECK(text_of_all(garbled).find("checks the papers") == std::string::npos);
    const model::Standard read = ingester().read_bytes(pdf, "x.pdf");
    CHECK(finding(read, "text-layer-unreadable"));
    CHECK(finding(read, "page-recognised"));
    CHECK((text_of_all(read) + read.title).find("checks the papers") != std::string::npos);
}
