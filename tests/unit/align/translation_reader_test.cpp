#include "align/translation/markup.hpp"
#include "align/translation/parallel_reader.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <vector>

using kwalign::align::ParallelSegment;
using kwalign::align::plain_message;
using kwalign::align::read_parallel;
namespace fs = std::filesystem;

namespace {

/// A folder that goes away with the test.
class Folder {
public:
    explicit Folder(const std::string& name) : m_path(fs::temp_directory_path() / ("kwalign-translation-" + name)) {
        fs::remove_all(m_path);
        fs::create_directories(m_path);
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    fs::path write(const std::string& name, const std::string& bytes) const {
        const fs::path file = m_path / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }
    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

std::string number(std::uint32_t value, bool big_endian) {
    std::string out(4, '\0');
    for (std::size_t i = 0; i < 4; ++i) out[big_endian ? 3 - i : i] = static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
    return out;
}

/// A compiled catalog as GNU gettext's manual describes it: header, two tables of lengths and offsets, texts.
std::string catalog(std::initializer_list<ParallelSegment> messages, bool big_endian) {
    const auto count = static_cast<std::uint32_t>(messages.size());
    std::string texts;
    std::string originals;
    std::string translations;
    const std::uint32_t start = 28 + 16 * count;
    const auto add = [&](std::string& table, const std::string& text) {
        table += number(static_cast<std::uint32_t>(text.size()), big_endian) +
                 number(start + static_cast<std::uint32_t>(texts.size()), big_endian);
        texts += text + '\0';
    };
    for (const ParallelSegment& message : messages) {
        add(originals, message.english);
        add(translations, message.foreign);
    }
    std::string head;
    for (const std::uint32_t value : {0x950412deU, 0U, count, 28U, 28 + 8 * count, 0U, 0U}) head += number(value, big_endian);
    return head + originals + translations + texts;
}

}  // namespace

TEST_CASE("A compiled catalog gives its messages without contexts accelerators and plurals in either byte order", "[align][translation]") {
    const Folder folder("mo");
    const bool big_endian = GENERATE(false, true);
    const std::string with_plural = std::string("%1 row") + '\0' + "%1 rows";
    const std::string dutch_plural = std::string("%1 rij") + '\0' + "%1 rijen";
    const std::string bytes =
        catalog({{"", "Content-Type: text/plain"}, {"menu|open\4_Open", "_Openen"}, {with_plural, dutch_plural}}, big_endian);
    const fs::path file = folder.write("app.mo", bytes);
    CHECK(read_parallel(file, "nl") == std::vector<ParallelSegment>{{"Open", "Openen"}, {"row", "rij"}});
}

TEST_CASE("A damaged catalog is refused wherever it is cut off", "[align][translation]") {
    const Folder folder("cut");
    const std::string whole = catalog({{"Save the file", "Bewaar het bestand"}}, false);
    for (std::size_t length = 0; length + 1 < whole.size(); ++length) {
        CAPTURE(length);
        const fs::path file = folder.write("cut.mo", whole.substr(0, length));
        CHECK_THROWS_AS(read_parallel(file, "nl"), kwalign::model::Error);
    }
}

TEST_CASE("A gettext source catalog leaves fuzzy and obsolete entries out and joins continued lines", "[align][translation]") {
    const Folder folder("po");
    const fs::path file =
        folder.write("app.po",
                     "msgid \"\"\nmsgstr \"\"\n\"Language: et\\n\"\n\n"
                     "#: a.c:1\nmsgctxt \"menu\"\nmsgid \"Save \"\n\"file\"\nmsgstr \"Salvesta \"\n\"fail\"\n\n"
                     "#, fuzzy\nmsgid \"Close\"\nmsgstr \"Ava\"\n\n"
                     "msgid \"One row\"\nmsgid_plural \"Many rows\"\nmsgstr[0] \"\xC3\x9Cks rida\"\nmsgstr[1] \"Palju ridu\"\n\n"
                     "#~ msgid \"Old\"\n#~ msgstr \"Vana\"\n");
    CHECK(read_parallel(file, "et") == std::vector<ParallelSegment>{{"Save file", "Salvesta fail"}, {"One row", "\xC3\x9Cks rida"}});
}

TEST_CASE("Two columns and TMX give the same pairs", "[align][translation]") {
    const Folder folder("two");
    const fs::path columns = folder.write("text.tsv", "Risk & chance\tRisico & kans\r\nno tab here\n");
    const fs::path memory = folder.write(
        "text.tmx",
        "<?xml version=\"1.0\"?><tmx version=\"1.4\"><header srclang=\"en\"/><body><tu><tuv xml:lang=\"EN-gb\"><seg>Risk &amp; "
        "<bpt i=\"1\">&lt;b&gt;</bpt>chance</seg></tuv><tuv xml:lang=\"nl\"><seg>Risico &amp; kans</seg></tuv>"
        "<tuv xml:lang=\"de\"><seg>Risiko</seg></tuv></tu><tu><tuv xml:lang=\"en\"><seg>alone</seg></tuv></tu></body></tmx>");
    const std::vector<ParallelSegment> expected{{"Risk & chance", "Risico & kans"}};
    CHECK(read_parallel(columns, "nl") == expected);
    CHECK(read_parallel(memory, "nl") == expected);
}

TEST_CASE("Pages are paired by paragraph id and cut into sentences", "[align][translation]") {
    const Folder folder("pages");
    folder.write("en-US/a/page.html",
                 "<html><style>p{}</style><h1 id=\"h1\">Tables</h1><p id=\"p1\">Insert a <b>row</b>. Delete it.</p><p id=\"p2\">Only "
                 "here</p></html>");
    folder.write("nl/a/page.html", "<html><h1 id='h1'>Tabellen</h1><p id='p1'>Voeg een <i>rij</i> in. Verwijder&#32;deze.</p></html>");
    folder.write("en-US/untranslated.html", "<p id=\"x\">Nobody translated this</p>");
    CHECK(read_parallel(folder.path(), "nl") ==
          std::vector<ParallelSegment>{{"Tables", "Tabellen"}, {"Insert a row.", "Voeg een rij in."}, {"Delete it.", "Verwijder deze."}});
}

TEST_CASE("What cannot be read is refused with its code", "[align][translation]") {
    const Folder folder("refused");
    using kwalign::model::ErrorCode;
    const auto code_of = [](const fs::path& path) {
        try {
            (void)read_parallel(path, "nl");
        } catch (const kwalign::model::Error& error) {
            return error.code();
        }
        return ErrorCode::internal;
    };
    CHECK(code_of(folder.path() / "absent.mo") == ErrorCode::not_found);
    CHECK(code_of(folder.write("text.odt", "x")) == ErrorCode::unsupported);
    CHECK(code_of(folder.write("text.mo", "this is no catalog at all, only some text")) == ErrorCode::damaged);
    CHECK(code_of(folder.path()) == ErrorCode::not_found);
}

TEST_CASE("Messages lose what no reader sees", "[align][translation]") {
    CHECK(plain_message("~Save %PRODUCTNAME files") == "Save files");
    CHECK(plain_message("Delete <b>$(ARG1)</b>\\nnow?") == "Delete now?");
    CHECK(plain_message("50 % of {0} rows") == "50 % of rows");
    CHECK(plain_message("a < b") == "a < b");
}

TEST_CASE("Markup may be damaged", "[align][translation]") {
    for (const char* text : {"<", "<p", "<p id=\"", "<!--", "&", "<p>&#xFFFFFFFF;&#0;&unknown;", "</>", "<>", "<script>"}) {
        CAPTURE(text);
        kwalign::align::MarkupScanner scanner(text);
        std::size_t pieces = 0;
        while (scanner.next()) ++pieces;
        CHECK(pieces <= 3);
    }
    std::string out;
    kwalign::align::append_resolved(out, "&lt;&#xE4;&#65;&bad;&#xD800;&");
    CHECK(out ==
          "<\xC3\xA4"
          "A&bad;&#xD800;&");
}
