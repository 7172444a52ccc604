#include "model/interchange/table_writer.hpp"
#include "sample_table.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace kwalign;
using model::TableLevel;
using model::TableOptions;

namespace {

using Record = std::map<std::string, std::string>;

/// RFC 4180 and nothing else: the test's own reader, so that writer and reader can't share a mistake.
std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
    std::vector<std::vector<std::string>> lines;
    std::vector<std::string> fields{""};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '"' && i + 1 < text.size() && text[i + 1] == '"')
                fields.back() += text[++i];
            else if (c == '"')
                quoted = false;
            else
                fields.back() += c;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            fields.emplace_back();
        } else if (c == '\n') {
            lines.push_back(std::move(fields));
            fields = {""};
        } else {
            fields.back() += c;
        }
    }
    REQUIRE_FALSE(quoted);
    REQUIRE(fields == std::vector<std::string>{""});  // the last line ends, too
    return lines;
}

std::vector<Record> records(const model::EquivalenceTable& table, const TableOptions& options = {}) {
    const auto lines = parse_csv(model::make_table_writer("csv")->write(table, options));
    REQUIRE_FALSE(lines.empty());
    std::vector<Record> result;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        REQUIRE(lines[i].size() == lines[0].size());
        Record record;
        for (std::size_t column = 0; column < lines[0].size(); ++column) record[lines[0][column]] = lines[i][column];
        result.push_back(std::move(record));
    }
    return result;
}

}  // namespace

TEST_CASE("csv has exactly the columns that scripts rely on", "[interchange][csv]") {
    const std::string text = model::make_table_writer("csv")->write(tests::sample_table(2), {});
    CHECK(text.substr(0, text.find('\n')) ==
          "source_standard,source_code,source_title,source_lang,source_level,relation,confidence,coverage_source,coverage_target,"
          "target_standard,target_code,target_title,target_lang,target_level,status,evidence,expires");
    CHECK(text.find('\r') == std::string::npos);
    CHECK_FALSE(text.starts_with("\xEF\xBB\xBF"));
}

TEST_CASE("csv gives every link with ids codes and numbers", "[interchange][csv]") {
    const auto rows = records(tests::sample_table(2));
    REQUIRE(rows.size() == 6);
    const Record& row = rows[1];
    CHECK(row.at("source_standard") == "ee-estqf:07-01022025-3.2/9k");
    CHECK(row.at("source_code") == "B.3.2");
    CHECK(row.at("source_lang") == "et");
    CHECK(row.at("source_level") == "4");
    CHECK(row.at("relation") == "covered-by");
    CHECK(row.at("confidence") == "0.830");
    CHECK(row.at("coverage_source") == "0.900");
    CHECK(row.at("coverage_target") == "0.700");
    CHECK(row.at("target_code") == "PLO 2");
    CHECK(row.at("target_level") == "4/5");
    CHECK(row.at("status") == "suggested");
    CHECK(row.at("evidence").find("e-CF codes differ (B.2 and B.3)") != std::string::npos);
    CHECK(row.at("expires") == "2028-06-30");  // the earlier of 2030-01-31 and 2028-06-30
    CHECK(rows[0].at("status") == "confirmed");
    CHECK(rows[5].at("status") == "rejected");
}

TEST_CASE("csv rows below the minimum confidence are left out", "[interchange][csv]") {
    TableOptions options;
    options.min_confidence = 0.8;
    const auto rows = records(tests::sample_table(2), options);
    REQUIRE(rows.size() == 3);
    for (const Record& row : rows) CHECK(row.at("confidence") >= "0.800");
}

TEST_CASE("csv with all adds rows of relation none in both directions", "[interchange][csv]") {
    TableOptions options;
    options.all = true;
    const auto rows = records(tests::sample_table(2), options);
    std::vector<Record> none;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(none), [](const Record& row) { return row.at("relation") == "none"; });
    REQUIRE(none.size() == 2);
    CHECK(none[0].at("source_code") == "B.3.5");
    CHECK(none[0].at("target_code").empty());
    CHECK(none[0].at("target_standard") == "eu-essa:network-support-technician-eqf-4-5");
    CHECK(none[0].at("confidence") == "0.000");
    CHECK(none[0].at("evidence") == "nearest PLO 3 Structured cabling (0.22): only the word work in common");
    CHECK(none[1].at("source_code").empty());
    CHECK(none[1].at("target_code") == "PLO 5");
    // Its only link was rejected by a person, which says more than the aligner's own reason.
    CHECK(none[1].at("evidence") == "nearest B.3.4 Klientide juhendamine (0.51): rejected by an evaluator");
}

TEST_CASE("csv with all says which item lost its links to the minimum confidence", "[interchange][csv]") {
    TableOptions options;
    options.all = true;
    options.min_confidence = 0.9;
    const auto rows = records(tests::sample_table(2), options);
    const auto found = std::find_if(rows.begin(), rows.end(), [](const Record& row) { return row.at("source_code") == "B.3.3"; });
    REQUIRE(found != rows.end());
    CHECK(found->at("relation") == "none");
    CHECK(found->at("evidence") == "nearest PLO 1 Incident handling (0.88): below the minimum confidence");
    // Document order of the source, with and without a link.
    std::vector<std::string> codes;
    for (const Record& row : rows) {
        if (!row.at("source_code").empty()) codes.push_back(row.at("source_code"));
    }
    CHECK(codes == std::vector<std::string>{"B.3.1", "B.3.2", "B.3.3", "B.3.4", "B.3.5"});
}

TEST_CASE("csv at statement level gives statement codes and texts", "[interchange][csv]") {
    TableOptions options;
    options.level = TableLevel::statement;
    const auto rows = records(tests::sample_table(2), options);
    REQUIRE(rows.size() == 5);
    CHECK(rows[0].at("source_code") == "B.3.1.1");
    CHECK(rows[0].at("source_title") == "Paigaldab andmesidekaablid projekti järgi.");
    CHECK(rows[0].at("source_lang") == "et");
    CHECK(rows[0].at("target_code") == "3.1");
    CHECK(rows[0].at("target_title") == "Installs copper and fibre links to a drawing.");
    options.all = true;
    // 15 statements on each side; five links use five different ones on both.
    CHECK(records(tests::sample_table(2), options).size() == 5 + 10 + 10);
}

TEST_CASE("csv keeps every awkward text as it is", "[interchange][csv]") {
    const auto rows = records(tests::awkward_table());
    REQUIRE(rows.size() == tests::awkward_texts().size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(rows[i].at("source_title") == tests::awkward_texts()[i]);
        CHECK(rows[i].at("target_code") == "P/1 \"x\"");
    }
}

TEST_CASE("csv is the same for the same table and has all pairs", "[interchange][csv]") {
    const auto writer = model::make_table_writer("csv");
    CHECK(writer->write(tests::sample_table(3), {}) == writer->write(tests::sample_table(3), {}));
    CHECK(records(tests::sample_table(3)).size() == 6 + 3 + 3);
}
