#include "ingest/layout/text_columns.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace kwalign::ingest;

namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = text.find('\n', from);
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

/// Cells in brackets, rows on lines of their own, tables behind "--".
std::string shown(std::string_view text) {
    const std::vector<std::string_view> lines = lines_of(text);
    std::string result;
    for (const ColumnTable& table : find_column_tables(lines)) {
        result += "-- " + std::to_string(table.first) + "-" + std::to_string(table.last) + "\n";
        for (const ColumnRow& row : table.rows) {
            for (const ColumnCell& cell : row) {
                result += "[";
                for (std::size_t i = 0; i < cell.size(); ++i) {
                    if (i > 0) result += cell[i].after_blank ? "//" : "/";
                    result += lines[cell[i].line].substr(cell[i].first, cell[i].last - cell[i].first);
                }
                result += "]";
            }
            result += "\n";
        }
    }
    return result;
}

}  // namespace

TEST_CASE("Columns set apart by blanks are a table", "[ingest][layout]") {
    CHECK(shown("Outcome     Method        Proof\n"
                "1.1         Exam          Interview\n"
                "1.2         Project       Portfolio\n") ==
          "-- 0-3\n[Outcome][Method][Proof]\n[1.1][Exam][Interview]\n[1.2][Project][Portfolio]\n");
}

TEST_CASE("A label beside a long cell is one row with it", "[ingest][layout]") {
    CHECK(shown("  Unit          Records what users report and\n"
                "  learning      says when it will be mended\n"
                "  outcomes      or why it cannot be.\n"
                "\n"
                "                Writes it down for others.\n"
                "\n"
                "2. PLO Repairing [e-2]\n") ==
          "-- 0-5\n[Unit/learning/outcomes][Records what users report and/says when it will be mended/or why it cannot be.//Writes it down "
          "for others.]\n");
}

TEST_CASE("Running text with a wide gap here and there is no table", "[ingest][layout]") {
    CHECK(shown("The baker bakes bread.   Then he sells it to the people\nof the town, who eat it.\n").empty());
    CHECK(shown("1.   Kneads the dough.\n2.   Shapes the loaves.\n3.   Bakes the loaves.\n").empty());
    CHECK(shown("A.2.1    Preparing\nA.2.2    Baking\nA.2.3    Selling\n").empty());
    CHECK(shown("•    Bread\n•    Rolls\n").empty());
    CHECK(shown("B.3.1 Baking                       EstQF Level 4\nPerformance indicators:\n").empty());
}

TEST_CASE("Tabs and bars are left to the reader of tables that have them", "[ingest][layout]") {
    CHECK(shown("a    \tb\nc    \td\n").empty());
    CHECK(shown("| a    | b |\n| c    | d |\n").empty());
}

TEST_CASE("Wide signs count as one column each", "[ingest][layout]") {
    CHECK(shown("Töö      Õpe\nKüps     Müük\n") == "-- 0-2\n[Töö][Õpe]\n[Küps][Müük]\n");
}
