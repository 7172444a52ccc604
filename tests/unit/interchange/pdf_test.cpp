#include "model/error.hpp"
#include "model/interchange/child_process.hpp"
#include "model/interchange/table_pdf.hpp"
#include "sample_table.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

using namespace kwalign;
using model::ChildResult;

namespace {

ChildResult shell(const std::string& script, const std::string& input = {}, const model::ChildLimits& limits = {}) {
    return model::run_child({"/bin/sh", "-c", script}, {"PATH=/usr/bin:/bin", "GREETING=hello"}, input, limits);
}

/// True where the Debian package is there; the tests below say so and pass where it is not.
bool installed() { return std::filesystem::exists("/usr/bin/weasyprint"); }

model::ErrorCode failure(const model::WeasyPrint& printer, std::string* text = nullptr) {
    try {
        (void)printer.pdf_of("<p>text</p>");
    } catch (const model::Error& error) {
        if (text != nullptr) *text = error.what();
        return error.code();
    }
    return model::ErrorCode::internal;
}

}  // namespace

TEST_CASE("a child is fed and heard whatever the size", "[interchange][child]") {
    const std::string much(3'000'000, 'x');
    const ChildResult echoed = shell("cat; echo done >&2; exit 7", much);
    CHECK(echoed.end == ChildResult::End::exited);
    CHECK(echoed.status == 7);
    CHECK(echoed.output == much);
    CHECK(echoed.errors == "done\n");
    CHECK(shell("true", much).status == 0);  // one that does not listen does no harm
    CHECK(shell("echo $GREETING $HOME; pwd").output == "hello\n/\n");
}

TEST_CASE("a child that takes too long or says too much is stopped", "[interchange][child]") {
    model::ChildLimits limits;
    limits.time = std::chrono::seconds(1);
    CHECK(shell("sleep 30 & sleep 30", {}, limits).end == ChildResult::End::timed_out);
    CHECK(shell("exec >&- 2>&-; sleep 30", {}, limits).end == ChildResult::End::timed_out);
    limits.output = 1000;
    const ChildResult talkative = shell("yes", {}, limits);
    CHECK(talkative.end == ChildResult::End::too_much_output);
    CHECK(talkative.output.size() == 1001);
    CHECK(shell("kill -9 $$").end == ChildResult::End::killed);
}

TEST_CASE("a program that is not there exits as a shell would say it", "[interchange][child]") {
    CHECK(model::run_child({"/nonexistent/program"}, {}, "", {}).status == 127);
}

TEST_CASE("without WeasyPrint the message names the package to install", "[interchange][pdf]") {
    model::WeasyPrint printer;
    std::string text;
    printer.python = "/nonexistent/python3";
    CHECK(failure(printer, &text) == model::ErrorCode::unsupported);
    CHECK(text.find("install the Debian package weasyprint") != std::string::npos);
    printer.python = "/bin/false";
    CHECK(failure(printer, &text) == model::ErrorCode::internal);
}

TEST_CASE("pdf of too many rows is refused before the work begins", "[interchange][pdf]") {
    model::EquivalenceTable table = tests::sample_table(2);
    const model::Link link = table.pairs[0].links[0];
    table.pairs[0].links.resize(model::PdfTableWriter::max_rows + 1, link);
    try {
        (void)model::PdfTableWriter().write(table, {});
        FAIL("it was not refused");
    } catch (const model::Error& error) {
        CHECK(error.code() == model::ErrorCode::limit_exceeded);
        CHECK(std::string(error.what()).find("write html or xlsx") != std::string::npos);
    }
}

TEST_CASE("pdf is tagged and the same every time", "[interchange][pdf]") {
    if (!installed()) {
        WARN("WeasyPrint is not installed");
        return;
    }
    model::TableOptions options;
    options.parts = model::TableParts::flow;
    const model::PdfTableWriter writer;
    const std::string first = writer.write(tests::sample_table(2), options);
    CHECK(first.starts_with("%PDF-1.7"));
    CHECK(first.find("/MarkInfo") != std::string::npos);
    CHECK(first.find("pdfuaid") != std::string::npos);
    CHECK(first == writer.write(tests::sample_table(2), options));
}

TEST_CASE("nothing is loaded while a pdf is made", "[interchange][pdf]") {
    if (!installed()) {
        WARN("WeasyPrint is not installed");
        return;
    }
    const std::string loaded = model::WeasyPrint().pdf_of("<p>a</p><img src=\"file:///etc/hostname\"><img src=\"http://127.0.0.1:9/\">");
    const std::string plain = model::WeasyPrint().pdf_of("<p>a</p><img><img>");
    CHECK(loaded.find("/Image") == std::string::npos);
    CHECK(loaded.size() < plain.size() + 2000);
}
