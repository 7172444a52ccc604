#include "tools/app/report_json.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <optional>

namespace kwalign::tools {
namespace {

using json = nlohmann::ordered_json;

/// Paths are bytes; whatever is not UTF-8 in them becomes U+FFFD instead of an exception.
std::string finish(const json& value) { return value.dump(2, ' ', false, json::error_handler_t::replace) + "\n"; }

/// Six decimals are more than any of these figures means, and keep output free of binary noise.
double rounded(double value) { return std::round(value * 1e6) / 1e6; }

json number(std::optional<double> value) { return value ? json(rounded(*value)) : json(nullptr); }

json source_json(const model::Source& source) {
    return {{"path", source.path}, {"sha256", source.sha256}, {"media_type", source.media_type}, {"pages", source.pages}};
}

json relations_json(const std::vector<model::Relation>& relations) {
    json names = json::array();
    for (const model::Relation relation : relations) names.push_back(std::string(to_string(relation)));
    return names;
}

json scores_json(const Scores& scores) {
    json hits = json::object();
    for (const std::size_t k : hit_ranks) hits[std::to_string(k)] = number(scores.hit_at(k));
    return {{"gold_sign", scores.sign},
            {"gold_weak", scores.weak},
            {"predicted", scores.predicted},
            {"true_positives", scores.found},
            {"false_positives", scores.wrong},
            {"false_negatives", scores.missed},
            {"weak_predicted", scores.weak_predicted},
            {"precision", number(scores.precision())},
            {"recall", number(scores.recall())},
            {"f1", number(scores.f1())},
            {"sources", scores.sources},
            {"mrr", number(scores.mrr())},
            {"hit_at", hits},
            {"relation_accuracy", number(scores.relation_accuracy())}};
}

json per_relation_json(const Scores& scores) {
    json list = json::array();
    for (const auto& [relation, count] : scores.relations) {
        list.push_back({{"relation", std::string(to_string(relation))},
                        {"gold", count.gold},
                        {"found", count.found},
                        {"predicted", count.predicted},
                        {"right", count.right}});
    }
    return list;
}

json calibration_json(const Scores& scores) {
    json bins = json::array();
    for (std::size_t i = 0; i < scores.calibration.size(); ++i) {
        const CalibrationBin& bin = scores.calibration[i];
        const auto count = static_cast<double>(bin.count);
        bins.push_back({{"from", rounded(static_cast<double>(i) / 10.0)},
                        {"to", rounded(static_cast<double>(i + 1) / 10.0)},
                        {"count", bin.count},
                        {"right", bin.right},
                        {"mean_confidence", bin.count == 0 ? json(nullptr) : json(rounded(bin.confidence_sum / count))},
                        {"share_right", bin.count == 0 ? json(nullptr) : json(rounded(static_cast<double>(bin.right) / count))}});
    }
    return {{"expected_error", number(scores.calibration_error())}, {"bins", bins}};
}

json studied_json(const std::vector<StudiedLink>& links) {
    json list = json::array();
    for (const StudiedLink& link : links) {
        list.push_back({{"source_code", link.source_code},
                        {"source_text", link.source_text},
                        {"target_code", link.target_code},
                        {"target_text", link.target_text},
                        {"relations", relations_json(link.relations)},
                        {"confidence", number(link.confidence)},
                        {"rank", link.rank ? json(*link.rank) : json(nullptr)},
                        {"reason", link.reason}});
    }
    return list;
}

json finding_json(const model::Finding& finding) {
    json item{{"code", finding.code}, {"severity", std::string(to_string(finding.severity))}, {"message", finding.message}};
    item["page"] = finding.span && finding.span->page > 0 ? json(finding.span->page) : json(nullptr);
    return item;
}

}  // namespace

std::string to_json(const IngestReport& report) {
    json files = json::array();
    for (const FileReport& file : report.files) {
        files.push_back({{"path", file.path},
                         {"status", std::string(to_string(file.status))},
                         {"standard", file.standard},
                         {"version", file.version},
                         {"title", file.title},
                         {"message", file.message},
                         {"media_type", file.media_type},
                         {"sha256", file.sha256},
                         {"pages", file.pages},
                         {"units", file.units},
                         {"statements", file.statements},
                         {"warnings", file.warnings},
                         {"text_accounted", rounded(file.text_accounted)}});
    }
    json counts = json::object();
    for (const FileStatus status : all_file_statuses()) counts[std::string(to_string(status))] = report.count(status);
    return finish({{"files", files},
                   {"total", report.total},
                   {"failed", report.failures()},
                   {"suspect", report.count(FileStatus::suspect)},
                   {"counts", counts},
                   {"interrupted", report.interrupted()},
                   {"skipped", report.skipped}});
}

std::string to_json(const std::vector<model::StandardSummary>& standards) {
    json list = json::array();
    for (const model::StandardSummary& standard : standards) {
        list.push_back({{"id", standard.id},
                        {"framework", standard.framework},
                        {"kind", standard.kind},
                        {"title", standard.title},
                        {"languages", standard.languages},
                        {"version", standard.version},
                        {"valid_until", standard.valid_until},
                        {"units", standard.units},
                        {"statements", standard.statements},
                        {"findings", standard.findings},
                        {"source", source_json(standard.source)}});
    }
    return finish(list);
}

std::string to_json(const std::vector<PairSummary>& pairs) {
    json list = json::array();
    for (const PairSummary& pair : pairs) {
        json links = json::array();
        for (const model::Link& link : pair.strongest) {
            links.push_back({{"source_code", link.source.code()},
                             {"target_code", link.target.code()},
                             {"relation", std::string(to_string(link.relation))},
                             {"confidence", rounded(link.confidence)},
                             {"status", std::string(to_string(link.decision.status))}});
        }
        list.push_back({{"source", pair.source},
                        {"target", pair.target},
                        {"source_units", pair.source_units},
                        {"source_linked", pair.source_linked},
                        {"target_units", pair.target_units},
                        {"target_linked", pair.target_linked},
                        {"statement_links", pair.statement_links},
                        {"links", links}});
    }
    return finish(list);
}

std::string to_json(const Evaluation& evaluation) {
    json overall = scores_json(evaluation.overall);
    overall["f1_interval"] = evaluation.f1_interval
                                 ? json::array({rounded(evaluation.f1_interval->first), rounded(evaluation.f1_interval->second)})
                                 : json(nullptr);
    json pairs = json::array();
    for (const EvaluatedPair& pair : evaluation.pairs) {
        json item{{"source_doc", pair.source_label},
                  {"target_doc", pair.target_label},
                  {"source_standard", pair.source_id},
                  {"target_standard", pair.target_id},
                  {"level", pair.statements ? "statement" : "unit"},
                  {"threshold", rounded(pair.threshold)}};
        item.update(scores_json(pair.scores));
        item["relations"] = per_relation_json(pair.scores);
        item["wrong"] = studied_json(pair.wrong);
        item["missed"] = studied_json(pair.missed);
        pairs.push_back(std::move(item));
    }
    json sweep = json::array();
    for (const SweepPoint& p : evaluation.sweep)
        sweep.push_back({{"threshold", p.threshold}, {"found", p.found}, {"wrong", p.wrong}, {"missed", p.missed}, {"f1", number(p.f1)}});
    json ablation = json::array();
    for (const Ablation& a : evaluation.ablation)
        ablation.push_back({{"without", a.without}, {"f1", number(a.f1)}, {"best_f1", number(a.best_f1)}, {"mrr", number(a.mrr)}});
    return finish({{"gold", evaluation.gold},
                   {"overall", overall},
                   {"human_f1", number(evaluation.human_f1)},
                   {"sweep", sweep},
                   {"ablation", ablation},
                   {"relations", per_relation_json(evaluation.overall)},
                   {"calibration", calibration_json(evaluation.overall)},
                   {"pairs", pairs},
                   {"notes", evaluation.notes}});
}

std::string to_json(const LintReport& report) {
    json findings = json::array();
    for (const model::Finding& finding : report.findings) findings.push_back(finding_json(finding));
    return finish({{"standard", report.standard},
                   {"source", source_json(report.source)},
                   {"template", report.source.template_id},
                   {"template_confidence", rounded(report.source.template_confidence)},
                   {"text_accounted", rounded(report.source.text_accounted)},
                   {"errors", report.count(model::Severity::error)},
                   {"warnings", report.count(model::Severity::warning)},
                   {"notes", report.count(model::Severity::note)},
                   {"findings", findings}});
}

std::string to_json(const LexiconReport& report) {
    json terms = json::object();
    for (const auto& [lang, count] : report.terms) terms[lang] = count;
    json problems = json::array();
    for (const align::LexiconProblem& problem : report.problems) {
        problems.push_back({{"file", problem.file}, {"line", problem.line}, {"message", problem.message}});
    }
    return finish({{"concepts", report.concepts}, {"terms", terms}, {"problems", problems}});
}

}  // namespace kwalign::tools
