#include "model/error.hpp"
#include "model/interchange/messages.hpp"
#include "model/interchange/numbers.hpp"
#include "model/interchange/table_writer.hpp"
#include "model/interchange/xlsx_text.hpp"
#include "sample_table.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <set>

using namespace kwalign;

TEST_CASE("formats are known by name and by suffix", "[interchange]") {
    const std::vector<std::string> formats = model::table_formats();
    CHECK(formats == std::vector<std::string>{"csv", "html", "json", "md", "pdf", "xlsx"});
    for (const std::string& format : formats) {
        REQUIRE(model::make_table_writer(format) != nullptr);
        CHECK(model::make_table_writer(format)->name() == format);
        CHECK(model::table_format_for("folder.d/table." + format) == format);
    }
    CHECK(model::make_table_writer("doc") == nullptr);
    CHECK(model::table_format_for("TABLE.HTM") == "html");
    CHECK(model::table_format_for("notes.markdown") == "md");
    CHECK(model::table_format_for("table").empty());
    CHECK(model::table_format_for("table.").empty());
    CHECK(model::table_format_for("table.doc").empty());
}

TEST_CASE("numbers have fixed decimals and a point", "[interchange]") {
    CHECK(model::fixed(0.5, 3) == "0.500");
    CHECK(model::fixed(-0.0001, 2) == "0.00");
    CHECK(model::fixed(std::numeric_limits<double>::quiet_NaN(), 2) == "0.00");
    CHECK(model::compact(12.0) == "12");
    CHECK(model::compact(3.75) == "3.75");
    CHECK(model::compact(0.5) == "0.5");
    CHECK(model::compact(100.0) == "100");
    CHECK(model::percent(0.674) == "67%");
    CHECK(model::percent(0.999) == "99%");
    CHECK(model::percent(0.001) == "1%");
    CHECK(model::percent(1.0) == "100%");
    CHECK(model::percent(0.0) == "0%");
}

TEST_CASE("every phrase exists in every language with the same places to fill", "[interchange]") {
    const auto places = [](std::string_view phrase) {
        std::set<char> found;
        for (std::size_t at = phrase.find('{'); at != std::string_view::npos; at = phrase.find('{', at + 1)) found.insert(phrase[at + 1]);
        return found;
    };
    const model::Messages en("en");
    for (const char* lang : {"nl", "et"}) {
        const model::Messages other(lang);
        CHECK(other.lang() == lang);
        for (int i = 0; i < static_cast<int>(model::Phrase::count_); ++i) {
            const auto phrase = static_cast<model::Phrase>(i);
            CAPTURE(lang, en(phrase));
            CHECK_FALSE(other(phrase).empty());
            // "of {0}" may name the letter alone, but never drop it.
            CHECK(places(other(phrase)) == places(en(phrase)));
        }
    }
    CHECK(model::Messages("et-EE").lang() == "et");
    CHECK(model::Messages("fi").lang() == "en");
    CHECK(en(model::Phrase::rows_shown, {"3", "7"}) == "3 of 7 rows shown");
}

TEST_CASE("no phrase was left in English by mistake", "[interchange]") {
    // Words that are the same in both languages.
    const std::set<std::string_view> dutch{"Code", "Document", "Status", "p. {0}", "pp. {0}"};
    const std::set<std::string_view> estonian{"Standard"};
    const model::Messages en("en");
    const model::Messages nl("nl");
    const model::Messages et("et");
    for (int i = 0; i < static_cast<int>(model::Phrase::count_); ++i) {
        const auto phrase = static_cast<model::Phrase>(i);
        CAPTURE(en(phrase));
        if (en(phrase).find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos) continue;
        if (!dutch.contains(en(phrase))) CHECK(nl(phrase) != en(phrase));
        if (!estonian.contains(en(phrase))) CHECK(et(phrase) != en(phrase));
        CHECK(nl(phrase) != et(phrase));
    }
}

TEST_CASE("the European framework is never called by the name of the Estonian one", "[interchange]") {
    // EKR is how Estonians write Eesti kvalifikatsiooniraamistik, EstQF.
    const model::Messages et("et");
    for (int i = 0; i < static_cast<int>(model::Phrase::count_); ++i)
        CHECK(et(static_cast<model::Phrase>(i)).find("EKR") == std::string_view::npos);
    CHECK(et(model::Phrase::eqf_level) == "EQF-i tase");
}

TEST_CASE("rows come in the order that is asked for", "[interchange][csv]") {
    const auto codes = [](model::TableSort sort, const std::string& lang) {
        model::TableOptions options;
        options.sort = sort;
        options.interface_lang = lang;
        model::EquivalenceTable table = tests::sample_table(2);
        table.standards[0].units[0].title = "\u00d5ppimine";  // Õ: a letter of its own after W in Estonian, an O with a mark elsewhere
        table.standards[0].units[1].title = "Veebitehnika";
        table.standards[0].units[2].title = "Zoom";
        const std::string text = model::make_table_writer("csv")->write(table, options);
        std::vector<std::string> result;
        for (std::size_t from = text.find('\n') + 1; from < text.size(); from = text.find('\n', from) + 1) {
            const std::size_t comma = text.find(',', from);
            result.push_back(text.substr(comma + 1, 5));
        }
        return result;
    };
    CHECK(codes(model::TableSort::document, "et") == std::vector<std::string>{"B.3.1", "B.3.2", "B.3.3", "B.3.3", "B.3.4", "B.3.4"});
    CHECK(codes(model::TableSort::title, "en") == std::vector<std::string>{"B.3.4", "B.3.4", "B.3.1", "B.3.2", "B.3.3", "B.3.3"});
    CHECK(codes(model::TableSort::title, "et") == std::vector<std::string>{"B.3.4", "B.3.4", "B.3.3", "B.3.3", "B.3.2", "B.3.1"});
    CHECK(codes(model::TableSort::confidence, "en").front() == "B.3.1");
    CHECK(model::parse_table_sort("title") == model::TableSort::title);
    CHECK_FALSE(model::parse_table_sort("size").has_value());
    CHECK(model::parse_table_parts("flow") == model::TableParts::flow);
}

TEST_CASE("a pair that names a missing standard is refused", "[interchange]") {
    model::EquivalenceTable table = tests::sample_table(2);
    table.pairs[0].target = 7;
    for (const char* format : {"csv", "html", "md", "xlsx"}) {
        CAPTURE(format);
        CHECK_THROWS_AS(model::make_table_writer(format)->write(table, {}), model::Error);
    }
}

TEST_CASE("an empty table gives a whole file in every format", "[interchange]") {
    for (const std::string& format : model::table_formats()) {
        if (format == "pdf") continue;  // needs another program: pdf_test.cpp
        CAPTURE(format);
        CHECK_FALSE(model::make_table_writer(format)->write({}, {}).empty());
    }
}

TEST_CASE("links to codes that a standard does not have are still written", "[interchange]") {
    model::EquivalenceTable table = tests::sample_table(2);
    table.pairs[0].links[0].source.unit = "B.9.9";
    for (const std::string& format : model::table_formats()) {
        if (format == "pdf") continue;
        CAPTURE(format);
        const std::string text = model::make_table_writer(format)->write(table, {});
        CHECK_FALSE(text.empty());
        if (format != "xlsx") CHECK(text.find("B.9.9") != std::string::npos);
    }
}

TEST_CASE("text that is not UTF-8 is mended in every text format", "[interchange]") {
    model::EquivalenceTable table = tests::sample_table(2);
    table.standards[0].units[0].title = "bad \xFF\xC3( bytes";
    for (const char* format : {"csv", "html", "md"}) {
        CAPTURE(format);
        const std::string text = model::make_table_writer(format)->write(table, {});
        CHECK(text.find('\xFF') == std::string::npos);
        CHECK(text.find("\xEF\xBF\xBD") != std::string::npos);
    }
}

TEST_CASE("json holds standards pairs links and gaps and hides what the options hide", "[interchange][json]") {
    model::TableOptions options;
    options.min_confidence = 0.8;
    options.persons = model::Persons::leave_out;
    const std::string text = model::make_table_writer("json")->write(tests::sample_table(2), options);
    const nlohmann::json json = nlohmann::json::parse(text);
    CHECK(json.at("standards").size() == 2);
    CHECK(json.at("pairs").at(0).at("links").size() == 3);
    CHECK(text.find("Mari Maasikas") == std::string::npos);
    CHECK(text.find("L. Tamm") == std::string::npos);
    CHECK(text.back() == '\n');
}

TEST_CASE("markdown escapes what would be markup and keeps one line per row", "[interchange][md]") {
    const std::string text = model::make_table_writer("md")->write(tests::awkward_table(), {});
    CHECK(text.find("<script") == std::string::npos);
    CHECK(text.find("<b>") == std::string::npos);
    CHECK(text.find("a \\| b \\\\ c \\`d\\` \\*e\\* \\_f\\_ \\[g\\](h) \\#i") != std::string::npos);
    CHECK(text.find("first line second line") != std::string::npos);
}

TEST_CASE("markdown tables have as many cells in every row as in their head", "[interchange][md]") {
    model::TableOptions options;
    options.all = true;
    for (const model::EquivalenceTable& table : {tests::sample_table(3), tests::awkward_table()}) {
        const std::string text = model::make_table_writer("md")->write(table, options);
        std::size_t expected = 0;
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t to = text.find('\n', from);
            const std::string line = text.substr(from, to - from);
            from = to + 1;
            if (!line.starts_with('|')) {
                expected = 0;
                continue;
            }
            std::size_t bars = 0;
            for (std::size_t i = 0; i < line.size(); ++i) {
                if (line[i] == '\\')
                    ++i;
                else if (line[i] == '|')
                    ++bars;
            }
            if (expected == 0) expected = bars;
            CAPTURE(line);
            CHECK(bars == expected);
        }
    }
}

TEST_CASE("spreadsheet cells hold what they can and say what they cut", "[interchange][xlsx]") {
    CHECK(model::cell_text("a\x01\r\nb\tc", "cut") == "a  \nb\tc");
    CHECK(model::cell_text("_x0041_ _x00_ __x0041_", "cut") == "_x005F_x0041_ _x00_ __x005F_x0041_");
    const std::string longest(32'767, 'w');
    CHECK(model::cell_text(longest, "cut") == longest);
    const std::string cut = model::cell_text(longest + "w", "cut");
    CHECK(cut.size() <= longest.size());
    CHECK(cut.ends_with("w cut"));
    // A character outside the first plane counts twice and is never cut in half.
    std::string faces;
    for (int i = 0; i < 20'000; ++i) faces += "\U0001F642";
    const std::string cut_faces = model::cell_text(faces, "cut");
    REQUIRE(cut_faces.ends_with("\U0001F642 cut"));
    CHECK((cut_faces.size() - 4) % 4 == 0);
    CHECK((cut_faces.size() - 4) / 4 * 2 + 4 <= 32'767);
}
