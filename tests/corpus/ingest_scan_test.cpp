/// Floors of reading scans: statements after normalising, against what people found in the documents. Figures are printed.

#include "corpus_files.hpp"
#include "tests/support/scan_maker.hpp"

#include "ingest/layout/clean_text.hpp"
#include "model/text/unicode.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace kwalign;
using nlohmann::json;

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// White space, quotes and hyphens are what scans cannot be held to.
std::string normalised(std::string_view text) {
    static const std::vector<std::pair<std::string, std::string>> same = {{"‘", "'"},  {"’", "'"},  {"“", "\""}, {"”", "\""},
                                                                          {"„", "\""}, {"«", "\""}, {"»", "\""}, {"‐", "-"},
                                                                          {"‑", "-"},  {"–", "-"},  {"—", "-"},  {"''", "\""}};
    std::string result(text);
    for (const auto& [from, to] : same) {
        for (std::size_t at = result.find(from); at != std::string::npos; at = result.find(from, at + to.size()))
            result.replace(at, from.size(), to);
    }
    std::erase_if(result, [](char c) { return c == ' '; });
    return result;
}

/// Levenshtein's distance over bytes, bounded: more than `most` is `most + 1`.
std::size_t distance(const std::string& a, const std::string& b, std::size_t most) {
    if (a.size() > b.size() + most || b.size() > a.size() + most) return most + 1;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return std::min(row[b.size()], most + 1);
}

struct Score {
    std::size_t expected = 0;
    std::size_t exact = 0;
    std::size_t near = 0;  ///< within 3 % of the characters, exact ones included
    std::size_t found = 0;
};

/// A statement counts under its own code, kind and language only.
Score score(const std::vector<tests::PlainStatement>& expected, const std::vector<tests::PlainStatement>& found) {
    Score result;
    result.expected = expected.size();
    result.found = found.size();
    std::map<std::string, std::vector<std::string>> by_place;
    const auto place = [](const tests::PlainStatement& statement) {
        return statement.unit + "|" + statement.code + "|" + statement.kind + "|" + statement.lang;
    };
    for (const tests::PlainStatement& statement : found) by_place[place(statement)].push_back(normalised(statement.text));
    for (const tests::PlainStatement& statement : expected) {
        const std::string text = normalised(statement.text);
        const std::size_t most = text.size() * 3 / 100;
        std::size_t best = most + 1;
        for (const std::string& other : by_place[place(statement)]) best = std::min(best, distance(text, other, most));
        if (best == 0) ++result.exact;
        if (best <= most) ++result.near;
        if (best > 0) std::cout << (best <= most ? "    near: " : "  missed: ") << tests::to_string(statement) << "\n";
        if (best > 0)
            for (const std::string& other : by_place[place(statement)]) std::cout << "          " << other << "\n";
    }
    return result;
}

void report(const std::string& what, const Score& score) {
    const auto share = [&](std::size_t count) {
        return 100.0 * static_cast<double>(count) / static_cast<double>(std::max<std::size_t>(score.expected, 1));
    };
    std::cout << what << ": " << score.expected << " statements, " << share(score.exact) << " % exact, " << share(score.near)
              << " % within 3 %, " << score.found << " found\n";
}

void check(const std::string& what, const Score& result) {
    report(what, result);
    CHECK(static_cast<double>(result.exact) >= 0.90 * static_cast<double>(result.expected));
    CHECK(static_cast<double>(result.near) >= 0.97 * static_cast<double>(result.expected));
    CHECK(result.found <= result.expected + 1);
}

std::vector<std::string> kinds_of(const std::vector<tests::PlainStatement>& statements) {
    std::vector<std::string> kinds;
    for (const tests::PlainStatement& statement : statements) {
        if (std::find(kinds.begin(), kinds.end(), statement.kind) == kinds.end()) kinds.push_back(statement.kind);
    }
    return kinds;
}

void check_made_scan(const std::filesystem::path& file, const std::vector<tests::PlainStatement>& expected,
                     const tests::ScanOptions& options) {
    const std::string scan = tests::scan_of(bytes_of(file), options);
    const model::Standard standard = tests::ingester().read_bytes(scan, "scan.pdf");
    check("scan of " + file.filename().string(), score(expected, tests::plain_statements(standard, kinds_of(expected))));
    const auto recognised = std::count_if(standard.findings.begin(), standard.findings.end(),
                                          [](const model::Finding& finding) { return finding.code == "page-recognised"; });
    CHECK(static_cast<std::size_t>(recognised) == standard.source.pages);
}

}  // namespace

TEST_CASE("Statements of a real scan are those that people found in it", "[corpus][ingest][scan]") {
    const auto file = tests::shared_file("pdf/scan/003.pdf");
    const auto truth = tests::shared_file("truth/003.json");
    if (!file || !truth) {
        WARN("skipped: the scan of 003 is not in KWALIGN_SHARED");
        return;
    }
    const std::vector<tests::PlainStatement> expected = tests::true_statements(tests::read_json(*truth));
    const model::Standard standard = tests::ingester().read(*file);
    check("scan 003", score(expected, tests::plain_statements(standard, kinds_of(expected))));
}

TEST_CASE("Statements of scans made from documents are those that people found in them", "[corpus][ingest][scan]") {
    const std::string document = GENERATE("000", "001");
    CAPTURE(document);
    const auto file = tests::shared_file("pdf/digital/" + document + ".pdf");
    const auto truth = tests::shared_file("truth/" + document + ".json");
    if (!file || !truth) {
        WARN("skipped: " << document << " is not in KWALIGN_SHARED");
        return;
    }
    check_made_scan(*file, tests::true_statements(tests::read_json(*truth)), {});
}

TEST_CASE("Statements of scans are those of the document they were made from", "[corpus][ingest][scan]") {
    const std::string sample =
        GENERATE("ee-developer", "ee-warehouse", "essa-test", "essa-web", "nl-developer", "nl-logistics", "nl-stock-certificate");
    CAPTURE(sample);
    const std::filesystem::path file = std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora" / "samples" / sample / (sample + ".pdf");
    const model::Standard digital = tests::ingester().read(file);
    std::vector<std::string> kinds;
    for (const model::Unit& unit : digital.units) {
        for (const model::Statement& statement : unit.statements) kinds.emplace_back(model::to_string(statement.kind));
    }
    tests::ScanOptions options;
    options.degrees = 1.0;
    check_made_scan(file, tests::plain_statements(digital, kinds), options);
}
