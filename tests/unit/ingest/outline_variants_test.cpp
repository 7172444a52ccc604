#include "ingest/ingest.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

/// Documents of each family as their issuers vary them: variants/NAME.txt with what a reader finds in it, variants/NAME.expected.

using namespace kwalign;

namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += " " + part;
    return text;
}

std::string heading_text(const model::Standard& standard) {
    std::string text = "template " + standard.source.template_id + "\ntitle " + standard.title + "\n";
    for (const auto& [lang, title] : standard.titles) text += "title " + lang + " " + title + "\n";
    for (const auto& [scheme, value] : standard.identifiers) text += scheme + " " + value + "\n";
    text += "version " + standard.version + "\ndecided " + standard.decided + "\nvalid " + standard.valid_from + " - " +
            standard.valid_until + "\n";
    text += "level " + (standard.level ? standard.level->value : std::string()) + " eqf " + std::to_string(standard.eqf_low) + "-" +
            std::to_string(standard.eqf_high) + "\n";
    if (!standard.approved_by.empty()) text += "approved by " + standard.approved_by + "\n";
    for (const model::ClassificationRef& code : standard.classifications) text += code.scheme + " " + code.code + " " + code.title + "\n";
    for (const model::Person& person : standard.persons) text += "person " + person.name + ", " + person.organisation + "\n";
    for (const auto& [name, value] : standard.fields) text += "field " + name + " " + value + "\n";
    return text;
}

std::string qualification_text(const model::Qualification& qualification) {
    std::string text = "\n" + qualification.kind + " '" + qualification.title + "'";
    if (!qualification.code.empty()) text += " " + qualification.code;
    if (qualification.level) text += " level " + qualification.level->value;
    text += ":" + joined(qualification.rule.required);
    for (const model::ElectiveGroup& group : qualification.rule.elective)
        text += "; " + std::to_string(group.minimum) + " of" + joined(group.units);
    return text + "\n";
}

std::string statement_text(const model::Statement& statement) {
    std::string text = "  ";
    if (!statement.code.empty()) text += statement.code + " " + std::string(to_string(statement.kind)) + " ";
    text += statement.lang;
    for (const std::string& profile : statement.applies_to) text += " [" + profile + "]";
    if (!statement.group.empty()) text += " {" + statement.group + "}";
    return text + " " + statement.text + "\n";
}

std::string unit_text(const model::Unit& unit) {
    std::string text = "\n" + unit.kind + " " + unit.code + (unit.parent.empty() ? "" : " in " + unit.parent);
    if (unit.level) text += " level " + unit.level->value;
    if (!unit.requirement.empty()) text += " " + unit.requirement;
    for (const std::string& code : unit.ecf) text += " " + code;
    for (const std::string& profile : unit.applies_to) text += " [" + profile + "]";
    text += " " + unit.lang + " " + unit.title + "\n";
    for (const model::Statement& statement : unit.statements) text += statement_text(statement);
    return text;
}

std::string model_text(const model::Standard& standard) {
    std::string text = heading_text(standard);
    for (const model::Qualification& qualification : standard.qualifications) text += qualification_text(qualification);
    for (const model::Section& section : standard.sections) {
        text += "\nsection " + section.name + " " + section.title + "\n";
        for (const model::Statement& statement : section.statements) text += statement_text(statement);
    }
    for (const model::Unit& unit : standard.units) text += unit_text(unit);
    std::set<std::string> codes;
    for (const model::Finding& finding : standard.findings) codes.insert(finding.code);
    text += "\nfindings" + joined({codes.begin(), codes.end()}) + "\n";
    return text;
}

std::string contents(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::filesystem::path> variants() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(KWALIGN_SOURCE_DIR) / "tests/unit/ingest/variants")) {
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

const ingest::Ingester& ingester() {
    static const ingest::Ingester result(std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora/templates");
    return result;
}

}  // namespace

TEST_CASE("Variants within the families are read as a reader reads them", "[ingest][outline][variants]") {
    REQUIRE(variants().size() >= 8);
    for (const std::filesystem::path& file : variants()) {
        const model::Standard standard = ingester().read(file);
        const std::string read = model_text(standard);
        std::filesystem::path expected = file;
        expected.replace_extension(".expected");
        CAPTURE(file.filename().string());
        CHECK(standard.source.text_accounted == 1.0);
        if (read == contents(expected)) continue;
        const std::filesystem::path kept = std::filesystem::temp_directory_path() / ("kwalign-" + expected.filename().string());
        std::ofstream(kept, std::ios::binary) << read;
        FAIL_CHECK("not as expected; what was read is in " << kept.string());
    }
}

TEST_CASE("Windows line ends change nothing of what a variant says", "[ingest][outline][variants]") {
    for (const std::filesystem::path& file : variants()) {
        CAPTURE(file.filename().string());
        std::string text = contents(file);
        std::string with_returns;
        for (const char c : text) with_returns += c == '\n' ? std::string("\r\n") : std::string(1, c);
        const model::Standard plain = ingester().read_bytes(text, file.string());
        const model::Standard returned = ingester().read_bytes(with_returns, file.string());
        CHECK(model_text(plain) == model_text(returned));
    }
}
