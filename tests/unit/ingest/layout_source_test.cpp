#include "ingest/source/byte_source.hpp"
#include "model/error.hpp"
#include "model/limits.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>

using namespace kwalign;
using ingest::read_source;
using ingest::sniff_media_type;
using model::ErrorCode;

namespace {

ErrorCode code_of(std::string_view bytes, const model::Limits& limits = {}) {
    try {
        static_cast<void>(read_source(bytes, "x", "", limits));
    } catch (const model::Error& error) {
        return error.code();
    }
    FAIL("read_source did not throw");
    return ErrorCode::internal;
}

std::string first_line(std::string_view bytes) { return read_source(bytes, "x.txt", "", {}).pages.at(0).runs.at(0).text; }

}  // namespace

TEST_CASE("The content tells the media type", "[source]") {
    CHECK(sniff_media_type("%PDF-1.7\n", "x.txt") == "application/pdf");
    CHECK(sniff_media_type("rubbish before\n%PDF-1.4\n", "x") == "application/pdf");
    CHECK(sniff_media_type("PK\x03\x04zzzz", "x.docx") == "application/zip");
    CHECK(sniff_media_type("\x89PNG\r\n\x1a\n", "x.pdf") == "image/png");
    CHECK(sniff_media_type(std::string_view("MM\0*zzzz", 8), "x") == "image/tiff");
    CHECK(sniff_media_type(std::string_view("a\0b\1c\2\3\4\5", 9), "x.txt") == "application/octet-stream");
    CHECK(sniff_media_type("<!DOCTYPE html><html>", "x") == "text/html");
    CHECK(sniff_media_type("# Title\n\ntext\n", "x.txt") == "text/markdown");
    CHECK(sniff_media_type("Just a line, with a comma.\n", "x.md") == "text/plain");
    CHECK(sniff_media_type("{\"a\": 1}", "x") == "application/json");
    CHECK(sniff_media_type("[e-2] Problem management\n", "x.txt") == "text/plain");
}

TEST_CASE("Tables are told from prose by their columns", "[source]") {
    CHECK(sniff_media_type("id,title,lang\n1,Plans work,en\n", "x") == "text/csv");
    CHECK(sniff_media_type("\"id\";\"title\"\n1;Plans\n", "x") == "text/csv");
    CHECK(sniff_media_type("id\ttitle\tlang\n1\tPlans\ten\n", "x") == "text/tab-separated-values");
    CHECK(sniff_media_type("a,b\n1,2\n3,4\n", "x.csv") == "text/csv");
    CHECK(sniff_media_type("a,b\n1,2\n3,4\n", "x.txt") == "text/plain");
    CHECK(sniff_media_type("Well, one comma here.\nNone here.\nThen, two, here.\n", "x.csv") == "text/plain");
}

TEST_CASE("UTF-8 and UTF-16 are read with and without marks", "[source][encoding]") {
    CHECK(first_line("\xef\xbb\xbfõpiväljund\n") == "õpiväljund");
    CHECK(first_line("õpiväljund\n") == "õpiväljund");
    const std::string little("\xff\xfe\xf5\0p\0i\0\n\0", 10);
    CHECK(first_line(little) == "õpi");
    const std::string big("\xfe\xff\0\xf5\0p\0i\0\n", 10);
    CHECK(first_line(big) == "õpi");
    const std::string unmarked("T\0i\0t\0l\0e\0 \0o\0n\0e\0\n\0", 20);
    CHECK(first_line(unmarked) == "Title one");
    CHECK(read_source(unmarked, "x", "", {}).encoding == "UTF-16LE");
}

TEST_CASE("Old encodings are guessed by their letters", "[source][encoding]") {
    const auto baltic = read_source(
        "T\xf6\xf6tab \xf0okolaadiga, \xfe"
        "anr ja t\xf6\xf6; \xd0okk\n",
        "x", "", {});
    CHECK(baltic.encoding == "windows-1257");
    CHECK(baltic.pages.at(0).runs.at(0).text == "Töötab šokolaadiga, žanr ja töö; Šokk");
    const auto western = read_source(
        "ge\xefnformeerd over financi\xeb"
        "le co\xf6rdinatie\n",
        "x", "", {});
    CHECK(western.encoding == "windows-1252");
    CHECK(western.pages.at(0).runs.at(0).text == "geïnformeerd over financiële coördinatie");
    const auto quotes = read_source(
        "\x93"
        "quoted\x94 \x96 text\n",
        "x", "", {});
    CHECK(quotes.pages.at(0).runs.at(0).text == "“quoted” – text");
    CHECK(read_source("\xa8"
                      "okk ja \xb8"
                      "anr on \xe4ra t\xf5lgitud\n",
                      "x", "", {})
              .encoding == "ISO-8859-15");
    REQUIRE(western.findings.size() == 1);
    CHECK(western.findings[0].code == "encoding-guessed");
}

TEST_CASE("A few damaged bytes do not change the encoding", "[source][encoding]") {
    std::string text;
    for (int i = 0; i < 20; ++i) text += "õpiväljund ";
    text += "\xff\n";
    const auto document = read_source(text, "x", "", {});
    CHECK(document.encoding == "UTF-8");
    CHECK(document.pages.at(0).runs.at(0).text.ends_with("\uFFFD"));
    REQUIRE(document.findings.size() == 1);
    CHECK(document.findings[0].code == "invalid-utf8");
}

TEST_CASE("All line ends are understood", "[source]") {
    const auto document = read_source("one\r\ntwo\rthree\n\nfive", "x", "", {});
    REQUIRE(document.pages.size() == 1);
    const auto& runs = document.pages[0].runs;
    REQUIRE(runs.size() == 5);
    CHECK(runs[1].text == "two");
    CHECK(runs[3].text.empty());
    CHECK(runs[4].text == "five");
}

TEST_CASE("A form feed at the end makes no empty page", "[source]") {
    CHECK(read_source("one\n\ftwo\n\f\n", "x", "", {}).pages.size() == 2);
}

TEST_CASE("Input that cannot be read is refused with its reason", "[source]") {
    CHECK(code_of("") == ErrorCode::empty_input);
    CHECK(code_of(" \n\t\f\n") == ErrorCode::empty_input);
    CHECK(code_of("PK\x03\x04zzzz") == ErrorCode::damaged);
    CHECK(code_of(std::string_view("a\0b\1c\2\3\4\5", 9)) == ErrorCode::unsupported);
    CHECK(code_of("\x89PNG\r\n\x1a\n") == ErrorCode::no_text);
}

TEST_CASE("Limits hold", "[source]") {
    model::Limits limits;
    limits.max_file_bytes = 10;
    CHECK(code_of("more than ten bytes", limits) == ErrorCode::limit_exceeded);
    limits = {};
    limits.max_line_bytes = 5;
    CHECK(code_of("more than five bytes", limits) == ErrorCode::limit_exceeded);
    limits = {};
    limits.max_pages = 2;
    CHECK(code_of("a\n\fb\n\fc\n", limits) == ErrorCode::limit_exceeded);
    limits = {};
    limits.max_text_bytes = 5;
    CHECK(code_of("more than five bytes", limits) == ErrorCode::limit_exceeded);
}

TEST_CASE("Documents say what they were read from", "[source]") {
    const auto document = read_source("abc", "folder/abc.txt", "", {});
    CHECK(document.path == "folder/abc.txt");
    CHECK(document.bytes == 3);
    CHECK(document.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");  // FIPS 180-4, example
}

TEST_CASE("HTML documents become blocks", "[source][html]") {
    const auto document = read_source(
        "<!DOCTYPE html><html><head><title>no</title><style>p{}</style></head><body><h2>B.1 Work</h2><p>Some <b>bold</b>\ntext &amp; "
        "more</p>"
        "<ol><li>Plans</li><li>Does</li></ol><ul><li>Tells</li></ul><table><tr><th>Key</th><td><p>Value</p></td></tr></table><!-- no "
        "--></body></html>",
        "x.html", "", {});
    std::vector<std::string> lines;
    for (const auto& run : document.pages.at(0).runs) lines.push_back(run.text);
    CHECK(lines ==
          std::vector<std::string>{"## B.1 Work", "Some **bold** text &amp; more", "1. Plans", "2. Does", "- Tells", "Key\t<p>Value</p>"});
}

TEST_CASE("Files that are not there or no files are refused", "[source]") {
    const auto code = [](const std::filesystem::path& path) {
        try {
            static_cast<void>(ingest::read_file(path, {}));
        } catch (const model::Error& error) {
            return error.code();
        }
        return ErrorCode::internal;
    };
    CHECK(code("/nonexistent/file.pdf") == ErrorCode::not_found);
    CHECK(code(std::filesystem::temp_directory_path()) == ErrorCode::unreadable);
}
