#include "ingest/layout/layout.hpp"
#include "ingest/office/block_text.hpp"
#include "ingest/office/list_number.hpp"
#include "ingest/source/byte_source.hpp"
#include "model/error.hpp"
#include "office_files.hpp"

#include <catch2/catch.hpp>

using namespace kwalign;
using namespace kwalign::ingest;
using tests::docx_of;
using tests::docx_paragraph;
using Lines = std::vector<std::string>;

namespace {

SourceDocument read(std::string_view bytes) { return read_source(bytes, "x.txt", "", {}); }

Lines lines(const SourceDocument& document) {
    Lines result;
    for (const Page& page : document.pages) {
        for (const TextRun& run : page.runs) result.push_back(run.text);
    }
    return result;
}

std::string cell(std::string_view properties, std::string_view content) {
    return "<w:tc>" + (properties.empty() ? std::string() : "<w:tcPr>" + std::string(properties) + "</w:tcPr>") + std::string(content) +
           "</w:tc>";
}

const std::string numbering =
    "<w:numbering><w:abstractNum w:abstractNumId=\"7\">"
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1.%2)\"/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"o\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>"
    "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
    "w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>";

std::string item(int list, int level, std::string_view text) {
    return docx_paragraph(
        "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + std::to_string(list) + "\"/></w:numPr>", text);
}

}  // namespace

TEST_CASE("A DOCX document is known by its content", "[office][docx]") {
    const SourceDocument document = read(docx_of(docx_paragraph("", "Plans work")));
    CHECK(document.media_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    CHECK(lines(document) == Lines{"Plans work"});
}

TEST_CASE("Headings of DOCX come from outline levels of the paragraph and of its styles", "[office][docx]") {
    const std::string styles =
        "<w:styles><w:style w:styleId=\"Pealkiri1\"><w:name w:val=\"heading 1\"/></w:style>"
        "<w:style w:styleId=\"Mine\"><w:name w:val=\"Mine\"/><w:basedOn w:val=\"Deep\"/></w:style>"
        "<w:style w:styleId=\"Deep\"><w:name w:val=\"Deep\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>"
        "<w:style w:styleId=\"Loop\"><w:name w:val=\"Loop\"/><w:basedOn w:val=\"Loop\"/></w:style></w:styles>";
    const std::string body = docx_paragraph("<w:pStyle w:val=\"Pealkiri1\"/>", "One") +
                             docx_paragraph("<w:pStyle w:val=\"Mine\"/>", "Three") + docx_paragraph("<w:outlineLvl w:val=\"1\"/>", "Two") +
                             docx_paragraph("<w:pStyle w:val=\"Loop\"/>", "Text");
    CHECK(lines(read(docx_of(body, {{"styles.xml", styles}}))) == Lines{"# One", "### Three", "## Two", "Text"});
}

TEST_CASE("Lists of DOCX get the numbers that are printed", "[office][docx]") {
    const std::string body = item(1, 0, "first") + item(1, 1, "inner") + item(1, 1, "inner too") + item(1, 0, "second") +
                             item(2, 0, "dot") + item(3, 0, "anew") + item(9, 0, "no such list");
    CHECK(lines(read(docx_of(body, {{"numbering.xml", numbering}}))) ==
          Lines{"1. first", "1.a) inner", "1.b) inner too", "2. second", "- dot", "1. anew", "no such list"});
}

TEST_CASE("Tables of DOCX keep their columns and the paragraphs of cells", "[office][docx]") {
    const std::string body = "<w:tbl><w:tr>" + cell("<w:gridSpan w:val=\"2\"/>", docx_paragraph("", "Head")) +
                             cell("", docx_paragraph("", "Right")) + "</w:tr><w:tr>" + cell("", "<w:p/>") +
                             cell("", docx_paragraph("", "a") + item(2, 0, "b")) + cell("", item(1, 0, "c")) + "</w:tr></w:tbl>";
    const SourceDocument document = read(docx_of(body, {{"numbering.xml", numbering}}));
    CHECK(lines(document) == Lines{"Head\t\tRight", "<p></p>\t<p>a</p><li>b</li>\t1. c"});
    const LayoutDocument result = layout(document, {});
    REQUIRE(result.lines.size() == 5);
    CHECK(result.lines[1].cell == CellRef{0, 0, 2});
    CHECK(result.lines[2].text == "a");
    CHECK(result.lines[2].cell == CellRef{0, 1, 1});
    CHECK(result.lines[3].text == "b");
    CHECK(result.lines[3].bullet == "•");
    CHECK(result.lines[4].text == "1. c");
}

TEST_CASE("A table inside a cell stays in the cell", "[office][docx]") {
    const std::string inner = "<w:tbl><w:tr>" + cell("", docx_paragraph("", "x")) + cell("", docx_paragraph("", "y")) + "</w:tr></w:tbl>";
    const std::string body =
        "<w:tbl><w:tr>" + cell("", docx_paragraph("", "left")) + cell("", inner + docx_paragraph("", "z")) + "</w:tr></w:tbl>";
    CHECK(lines(read(docx_of(body))) == Lines{"left\t<p>x</p><p>y</p><p>z</p>"});
}

TEST_CASE("Pages of DOCX end where the file says so and paragraphs stay whole", "[office][docx]") {
    const std::string body = docx_paragraph("", "one") + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" + docx_paragraph("", "two") +
                             "<w:p><w:r><w:t>begins </w:t><w:lastRenderedPageBreak/><w:t>ends</w:t></w:r></w:p>" +
                             docx_paragraph("", "three") + docx_paragraph("<w:pageBreakBefore/>", "four");
    const SourceDocument document = read(docx_of(body));
    REQUIRE(document.pages.size() == 4);
    CHECK(document.pages[1].runs.at(1).text == "begins ends");
    CHECK(document.pages[2].runs.at(0).text == "three");
    CHECK(document.pages[3].runs.at(0).text == "four");
}

TEST_CASE("Deleted and hidden text of DOCX is left out and inserted text is in", "[office][docx]") {
    const std::string body =
        "<w:p><w:r><w:t>Plans </w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:ins><w:r><w:t>work</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> secret</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:noBreakHyphen/></w:r>"
        "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:tab/><w:t>field</w:t></w:r></w:sdtContent></"
        "w:sdt></w:p>";
    CHECK(lines(read(docx_of(body))) == Lines{"Plans work\u2011link field"});
}

TEST_CASE("Text boxes follow their paragraph and notes the text", "[office][docx]") {
    const std::string body = "<w:p><w:r><w:pict><w:shape><w:txbxContent>" + docx_paragraph("", "boxed") +
                             "</w:txbxContent></w:shape></w:pict></w:r><w:r><w:t>host</w:t></w:r></w:p>" + docx_paragraph("", "last");
    const std::string notes = "<w:footnotes><w:footnote w:type=\"separator\">" + docx_paragraph("", "line") +
                              "</w:footnote><w:footnote w:id=\"1\">" + docx_paragraph("", "a note") + "</w:footnote></w:footnotes>";
    CHECK(lines(read(docx_of(body, {{"footnotes.xml", notes}}))) == Lines{"host", "boxed", "last", "a note"});
}

TEST_CASE("Running heads of DOCX are named in a finding", "[office][docx]") {
    const SourceDocument document =
        read(docx_of(docx_paragraph("", "text"), {{"header1.xml", "<w:hdr>" + docx_paragraph("", "Kutsestandard 2024") + "</w:hdr>"}}));
    CHECK(lines(document) == Lines{"text"});
    REQUIRE(document.findings.size() == 1);
    CHECK(document.findings[0].code == "running-head-left-out");
    CHECK(document.findings[0].message.find("Kutsestandard 2024") != std::string::npos);
}

TEST_CASE("What looks like markup in an office document stays text", "[office][docx]") {
    const std::string body = docx_paragraph("", "# not a heading") + docx_paragraph("", "| bar") +
                             docx_paragraph("", "&lt;b&gt; &amp;amp; **x** C:\\#") +
                             "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>All bold</w:t></w:r></w:p>";
    const LayoutDocument result = layout(read(docx_of(body)), {});
    REQUIRE(result.lines.size() == 4);
    CHECK(result.lines[0].text == "# not a heading");
    CHECK(result.lines[0].heading_level == 0);
    CHECK(result.lines[1].text == "| bar");
    CHECK(result.lines[2].text == "<b> &amp; **x** C:\\#");
    CHECK_FALSE(result.lines[2].bold);
    CHECK(result.lines[3].text == "All bold");
    CHECK(result.lines[3].bold);
}

TEST_CASE("List numbers are printed in every style", "[office]") {
    CHECK(printed_number(4, NumberStyle::decimal) == "4");
    CHECK(printed_number(4, NumberStyle::decimal_zero) == "04");
    CHECK(printed_number(27, NumberStyle::lower_letter) == "aa");
    CHECK(printed_number(2, NumberStyle::upper_letter) == "B");
    CHECK(printed_number(1994, NumberStyle::upper_roman) == "MCMXCIV");
    CHECK(printed_number(9, NumberStyle::lower_roman) == "ix");
    CHECK(printed_number(0, NumberStyle::lower_roman) == "0");
    CHECK(printed_number(3, NumberStyle::bullet).empty());
}
