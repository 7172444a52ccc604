#include "ingest/layout/layout.hpp"
#include "ingest/office/odt_reader.hpp"
#include "ingest/office/xlsx_reader.hpp"
#include "ingest/office/zip_archive.hpp"
#include "ingest/source/byte_source.hpp"
#include "model/error.hpp"
#include "office_files.hpp"

#include <catch2/catch.hpp>

using namespace kwalign;
using namespace kwalign::ingest;
using model::ErrorCode;
using tests::docx_of;
using tests::docx_paragraph;
using tests::odt_of;
using tests::xlsx_of;
using tests::xlsx_row;
using tests::zip_of;
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

template <class Action>
model::Error error_of(Action action) {
    try {
        action();
    } catch (const model::Error& error) {
        return error;
    }
    FAIL("nothing was thrown");
    return model::Error(ErrorCode::internal, "", "");
}

model::Error error_of_reading(const std::string& bytes) {
    return error_of([&] { static_cast<void>(read(bytes)); });
}

const std::string list_style =
    "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>"
    "<text:list-level-style-number text:level=\"2\" style:num-format=\"a\" style:num-suffix=\")\" "
    "text:display-levels=\"2\"/></text:list-style>"
    "<text:list-style style:name=\"L2\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\"/></text:list-style>";

}  // namespace

TEST_CASE("Headings and lists of ODT are read with their numbers", "[office][odt]") {
    const std::string text =
        "<text:h text:outline-level=\"2\">B.1 Work</text:h><text:p>Some<text:s/>text<text:line-break/>next</text:p>"
        "<text:list text:style-name=\"L1\" xml:id=\"l1\"><text:list-item><text:p>first</text:p><text:p>goes on</text:p>"
        "<text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item></text:list>"
        "<text:list text:style-name=\"L1\" text:continue-list=\"l1\"><text:list-item><text:p>second</text:p></text:list-item></text:list>"
        "<text:list text:style-name=\"L1\"><text:list-item text:start-value=\"5\"><text:p>fifth</text:p></text:list-item></text:list>"
        "<text:list text:style-name=\"L2\"><text:list-item><text:p>dot</text:p></text:list-item></text:list>";
    const SourceDocument document = read(odt_of(text, list_style));
    CHECK(document.media_type == "application/vnd.oasis.opendocument.text");
    CHECK(lines(document) ==
          Lines{"## B.1 Work", "Some text", "next", "1. first", "goes on", "1.a) inner", "2. second", "5. fifth", "- dot"});
}

TEST_CASE("Tables of ODT keep their columns", "[office][odt]") {
    const std::string text =
        "<table:table><table:table-header-rows><table:table-row><table:table-cell "
        "table:number-columns-spanned=\"2\"><text:p>Head</text:p></table:table-cell>"
        "<table:covered-table-cell/><table:table-cell><text:p>Right</text:p></table:table-cell></table:table-row></table:table-header-rows>"
        "<table:table-row><table:table-cell/><table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell></table:table-row></"
        "table:table>";
    CHECK(lines(read(odt_of(text))) == Lines{"Head\t\tRight", "<p></p>\t<p>a</p><p>b</p>"});
}

TEST_CASE("Deletions and comments of ODT are left out and pages are kept", "[office][odt]") {
    const std::string styles =
        "<style:style style:name=\"P1\" style:parent-style-name=\"P0\"/><style:style style:name=\"P0\">"
        "<style:paragraph-properties fo:break-before=\"page\"/></style:style>"
        "<style:style style:name=\"T1\"><style:text-properties text:display=\"none\"/></style:style>";
    const std::string text =
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></"
        "text:tracked-changes>"
        "<text:p>one<office:annotation><text:p>remark</text:p></office:annotation><text:span text:style-name=\"T1\"> secret</text:span>"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a note</text:p></text:note-body></text:note></text:p>"
        "<text:p text:style-name=\"P1\">two<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>"
        "<text:p><text:soft-page-break/>three</text:p>";
    const SourceDocument document = read(odt_of(text, styles));
    CHECK(lines(document) == Lines{"one", "two", "boxed", "three", "a note"});
    CHECK(document.pages.size() == 3);
}

TEST_CASE("The first sheet that is not hidden is read unless another is named", "[office][xlsx]") {
    const std::string book =
        xlsx_of({{"Hidden", xlsx_row(1, {"no"}), "hidden"},
                 {"List",
                  "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\"><v>1.1000000000000001</v></c></row>"
                  "<row r=\"3\"><c r=\"A3\" t=\"b\"><v>1</v></c><c r=\"B3\" t=\"e\"><v>#N/A</v></c><c r=\"C3\"><v>4</v></c></row>"},
                 {"Other", xlsx_row(1, {"say \"x\"", "y"})}},
                {"id"});
    const SheetText first = read_xlsx(book, "x", "", {});
    CHECK(first.sheet == "List");
    CHECK(first.sheets == Lines{"Hidden", "List", "Other"});
    CHECK(first.csv == "\"id\",\"\",\"1.1\"\n\n\"TRUE\",\"\",\"4\"\n");
    CHECK(read_xlsx(book, "x", "Other", {}).csv == "\"say \"\"x\"\"\",\"y\"\n");
    const model::Error error = error_of([&] { static_cast<void>(read_xlsx(book, "x", "Fourth", {})); });
    CHECK(error.code() == ErrorCode::not_found);
    CHECK(error.remedy() == "its sheets: Hidden, List, Other");
}

TEST_CASE("Rows of a sheet have limits", "[office][xlsx]") {
    model::Limits limits;
    limits.max_statements = 2;
    std::string rows;
    for (int i = 1; i <= 4; ++i) rows += xlsx_row(i, {"a"});
    CHECK(error_of([&] { static_cast<void>(read_xlsx(xlsx_of({{"S", rows}}), "x", "", limits)); }).code() == ErrorCode::limit_exceeded);
    CHECK(error_of([&] {
              static_cast<void>(read_xlsx(xlsx_of({{"S", xlsx_row(10'000'000, {"a"})}}), "x", "", {}));
          }).code() == ErrorCode::limit_exceeded);
    CHECK(error_of([&] {
              static_cast<void>(read_xlsx(xlsx_of({{"S", xlsx_row(5, {"a"}) + xlsx_row(5, {"b"})}}), "x", "", {}));
          }).code() == ErrorCode::damaged);
    CHECK(error_of([&] {
              static_cast<void>(read_xlsx(xlsx_of({{"S", "<row><c t=\"s\"><v>7</v></c></row>"}}), "x", "", {}));
          }).code() == ErrorCode::damaged);
}

TEST_CASE("Archives that are cut short or spoilt are damaged", "[office][zip]") {
    const std::string whole = docx_of(docx_paragraph("", std::string(2000, 'x')));
    CHECK(error_of_reading(whole.substr(0, whole.size() / 2)).code() == ErrorCode::damaged);
    CHECK(error_of_reading(whole.substr(0, 40)).code() == ErrorCode::damaged);
    std::string spoilt = whole;
    spoilt[spoilt.find("xxxx")] = 'y';  // the checksum tells
    CHECK(error_of_reading(spoilt).code() == ErrorCode::damaged);
    CHECK(error_of_reading(docx_of("<w:p><w:r></w:p>")).code() == ErrorCode::damaged);
    CHECK(error_of_reading(odt_of("<text:p>")).code() == ErrorCode::damaged);
}

TEST_CASE("Archives that grow without measure are refused", "[office][zip]") {
    model::Limits limits;
    limits.max_file_bytes = 5000;
    const std::string big = zip_of({{"a", std::string(3000, ' ')}, {"b", std::string(3000, ' ')}});
    const auto all = [](std::string_view) { return true; };
    CHECK(error_of([&] { static_cast<void>(unpack_zip(big, "x", all, limits)); }).code() == ErrorCode::limit_exceeded);
    CHECK(unpack_zip(
              big, "x", [](std::string_view name) { return name == "b"; }, limits)
              .entries.at("b")
              .size() == 3000);
}

TEST_CASE("Entities and endless nesting are refused", "[office][xml]") {
    const std::string types = "<Types><Override ContentType=\"x.wordprocessingml.document.main+xml\"/></Types>";
    const std::string top = "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"d.xml\"/></Relationships>";
    const auto with = [&](const std::string& xml) {
        return zip_of({{"[Content_Types].xml", types}, {"_rels/.rels", top}, {"d.xml", xml}});
    };
    const model::Error entities = error_of_reading(
        with("<!DOCTYPE document [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><document><body><p>&b;</p></body></document>"));
    CHECK(entities.code() == ErrorCode::unsupported);
    CHECK(entities.place() == "x.txt:d.xml");
    std::string deep = "<document><body>";
    for (int i = 0; i < 5000; ++i) deep += "<sdt>";
    CHECK(error_of_reading(with(deep)).code() == ErrorCode::damaged);
    CHECK(error_of_reading(with("<worksheet/>")).code() == ErrorCode::damaged);
}

TEST_CASE("Other office files are refused with a way out", "[office]") {
    const model::Error old = error_of_reading("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\0o\0r\0d\0");
    CHECK(old.code() == ErrorCode::unsupported);
    CHECK(old.remedy().find("DOCX") != std::string::npos);
    const std::string locked = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
    CHECK(error_of_reading(locked).code() == ErrorCode::needs_password);
    CHECK(error_of_reading(zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})).remedy() == "save it as XLSX or CSV");
    CHECK(error_of_reading(zip_of({{"readme", "x"}})).code() == ErrorCode::unsupported);
    CHECK(error_of_reading("{\\rtf1 text}").code() == ErrorCode::unsupported);
    CHECK(error_of_reading("<?xml version=\"1.0\"?><office:document/>").code() == ErrorCode::unsupported);
    const std::string encrypted = zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                                          {"content.xml", "zzzz"},
                                          {"META-INF/manifest.xml", "<manifest><encryption-data/></manifest>"}});
    CHECK(error_of_reading(encrypted).code() == ErrorCode::needs_password);
    CHECK(error_of_reading(docx_of("<w:p/>")).code() == ErrorCode::empty_input);
}
