#include "tools/app/cover.hpp"

#include "model/error.hpp"
#include "model/json_writer.hpp"
#include "model/store/store.hpp"
#include "model/text/unicode.hpp"
#include "tools/app/align_standards.hpp"
#include "tools/app/text_layout.hpp"

#include <algorithm>

namespace kwalign::tools {
namespace {

bool has_title(const align::QualificationReport& report, const std::string& part) {
    return model::fold_case(report.qualification).find(model::fold_case(part)) != std::string::npos;
}

/// Only pairs with the standard at index 0: what the others say of each other is not asked.
void keep_pairs_of_first(model::EquivalenceTable& table) {
    std::erase_if(table.pairs, [](const model::Pair& pair) { return pair.source != 0 && pair.target != 0; });
}

/// What names a standard among those of a report: its framework where no other is of it, else its id.
std::string short_name(const std::string& id, const std::vector<std::string>& by) {
    const std::string framework = id.substr(0, id.find(':'));
    const auto same = std::count_if(by.begin(), by.end(), [&](const std::string& other) { return other.starts_with(framework + ":"); });
    return same == 1 ? framework : id;
}

std::string through_text(const align::RequiredUnit& unit, const std::vector<std::string>& by, const align::Speaker& speaker) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < unit.through.size(); ++i) {
        std::string name = unit.through[i].unit;
        if (by.size() > 1) name += " (" + short_name(unit.through[i].standard, by) + ")";
        const int difference = unit.level_differences[i];
        if (difference != 0) name += difference > 0 ? " [+" + std::to_string(difference) + "]" : " [" + std::to_string(difference) + "]";
        names.push_back(std::move(name));
    }
    return names.empty() ? std::string() : speaker.say("cover.through", {joined(names, ", ")});
}

void add_unit_line(Columns& table, const align::RequiredUnit& unit, const std::vector<std::string>& by, const align::Speaker& speaker) {
    const bool missing = unit.verdict == align::Verdict::missing;
    const std::string word = speaker.say(missing ? "cover.missing_word" : "cover." + std::string(to_string(unit.verdict)));
    std::string detail = speaker.say("cover.statements", {std::to_string(unit.covered), std::to_string(unit.total)});
    if (const std::string through = through_text(unit, by, speaker); !through.empty()) detail += ", " + through;
    if (!missing && !unit.uncovered.empty()) detail += "; " + speaker.say("cover.left", {joined(unit.uncovered, ", ")});
    table.add({word, unit.code, shortened(unit.title, 48), detail});
}

void write_unit(model::JsonWriter& json, const align::RequiredUnit& unit) {
    json.begin_object();
    json.member("code", unit.code);
    json.member("title", unit.title);
    json.member("verdict", to_string(unit.verdict));
    json.key("covered"), json.count(unit.covered);
    json.key("total"), json.count(unit.total);
    json.member("uncovered", unit.uncovered);
    json.key("through"), json.begin_array();
    for (std::size_t i = 0; i < unit.through.size(); ++i) {
        json.begin_object();
        json.member("standard", unit.through[i].standard);
        json.member("code", unit.through[i].unit);
        json.key("level_difference"), json.integer(unit.level_differences[i]);
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

void write_report(model::JsonWriter& json, const align::QualificationReport& report) {
    json.begin_object();
    json.member("standard", report.standard);
    json.member("qualification", report.qualification);
    json.member("kind", report.kind);
    json.member("by", report.by);
    json.key("numerator"), json.number(report.coverage.numerator);
    json.key("denominator"), json.number(report.coverage.denominator);
    json.member("conclusion", report.conclusion);
    json.key("rules"), json.begin_array();
    for (const align::Requirement& rule : report.requirements) {
        json.begin_object();
        json.key("elective"), json.boolean(rule.elective);
        json.key("minimum"), json.count(rule.minimum);
        json.key("covered"), json.count(rule.covered);
        json.key("partly"), json.count(rule.partly);
        json.member("sentence", rule.sentence);
        json.key("units"), json.begin_array();
        for (const align::RequiredUnit& unit : rule.units) write_unit(json, unit);
        json.end_array();
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

}  // namespace

align::Phrases load_phrases(const Workspace& workspace) { return align::Phrases::load(workspace.data / "align" / "phrases.tsv"); }

std::vector<align::QualificationReport> cover(const Workspace& workspace, const CoverRequest& request) {
    const model::Store store(workspace.store, model::Store::Mode::read_only);
    const std::vector<std::string> ids = store.resolve(request.standard);
    if (ids.size() != 1)
        throw model::Error(model::ErrorCode::ambiguous, request.standard, "names " + counted(ids.size(), "standard") + ", one is needed",
                           "kwalign list shows the ids");
    AlignRequest align_request;
    align_request.names = {ids.front()};
    align_request.names.insert(align_request.names.end(), request.by.begin(), request.by.end());
    align_request.language = request.language;
    model::EquivalenceTable table = build_table(workspace, align_request);
    keep_pairs_of_first(table);
    const align::Phrases phrases = load_phrases(workspace);
    const align::Speaker speaker{phrases, request.language};
    std::vector<align::QualificationReport> reports = align::report_qualifications(table, 0, speaker);
    if (!request.qualification.empty()) {
        std::erase_if(reports, [&](const align::QualificationReport& r) { return !has_title(r, request.qualification); });
        if (reports.empty())
            throw model::Error(model::ErrorCode::no_such_standard, ids.front(),
                               "no qualification with a rule has \"" + request.qualification + "\" in its title");
    }
    for (std::size_t i = 1; i < table.standards.size(); ++i)
        for (align::QualificationReport& report : align::report_qualifications(table, i, speaker)) reports.push_back(std::move(report));
    return reports;
}

std::string cover_text(const std::vector<align::QualificationReport>& reports, const align::Speaker& speaker) {
    std::string out;
    for (const align::QualificationReport& report : reports) {
        out += speaker.say(report.by.size() > 1 ? "cover.against" : "cover.against_one",
                           {report.qualification, report.standard, speaker.listed(report.by)}) +
               "\n";
        for (const align::Requirement& rule : report.requirements) {
            out += "  " + rule.sentence + "\n";
            Columns table({Columns::Align::left, Columns::Align::left, Columns::Align::left, Columns::Align::left});
            for (const align::RequiredUnit& unit : rule.units) add_unit_line(table, unit, report.by, speaker);
            out += table.str("    ");
        }
        out += "  " + report.conclusion + "\n\n";
    }
    return out + speaker.say("cover.legend") + "\n";
}

std::string cover_json(const std::vector<align::QualificationReport>& reports) {
    model::JsonWriter json(2);
    json.begin_array();
    for (const align::QualificationReport& report : reports) write_report(json, report);
    json.end_array();
    return json.take() + "\n";
}

}  // namespace kwalign::tools
