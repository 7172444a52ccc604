#include "tools/app/template_json.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace kwalign::tools {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

double rounded(double value) { return std::round(value * 1e6) / 1e6; }

Json signs_of(const ingest::TemplateScore& score, bool scored) {
    Json signs = Json::array();
    for (const ingest::SignReport& sign : score.signs) {
        Json entry{{"match", sign.expression}, {"weight", rounded(sign.weight)}};
        if (scored) entry["found"] = sign.found;
        if (sign.found) {
            entry["page"] = sign.page;
            entry["line"] = sign.line;
        }
        signs.push_back(std::move(entry));
    }
    return signs;
}

}  // namespace

std::string to_json(const TemplateCheck& check) {
    const ingest::Explanation& explanation = check.explanation;
    Json scores = Json::array();
    for (const ingest::TemplateScore& score : explanation.scores) {
        scores.push_back({{"id", score.id},
                          {"score", rounded(score.score)},
                          {"threshold", rounded(score.threshold)},
                          {"fallback", score.fallback},
                          {"chosen", score.chosen},
                          {"signs", signs_of(score, true)}});
    }
    Json lines = Json::array();
    for (const ingest::LineReport& line : explanation.lines)
        lines.push_back(
            {{"page", line.span.page}, {"reading", std::string(to_string(line.reading))}, {"rule", line.rule}, {"text", line.text}});
    const ingest::Accounting& sum = explanation.accounting;
    return text_of({{"path", explanation.path},
                    {"template", explanation.template_id},
                    {"confidence", rounded(explanation.confidence)},
                    {"forced", explanation.forced},
                    {"complete", check.complete()},
                    {"templates", scores},
                    {"characters",
                     {{"all", sum.all},
                      {"read", sum.read},
                      {"furniture", sum.furniture},
                      {"boilerplate", sum.boilerplate},
                      {"left_over", sum.left_over}}},
                    {"accounted", rounded(sum.accounted())},
                    {"lines", lines}});
}

std::string to_json(const std::vector<ingest::TemplateScore>& templates) {
    Json out = Json::array();
    for (const ingest::TemplateScore& entry : templates)
        out.push_back({{"id", entry.id},
                       {"kind", entry.kind},
                       {"threshold", rounded(entry.threshold)},
                       {"fallback", entry.fallback},
                       {"signs", signs_of(entry, false)}});
    return text_of(out);
}

}  // namespace kwalign::tools
