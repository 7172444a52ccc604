#include "tools/app/evaluation_text.hpp"

#include "tools/app/text_layout.hpp"

namespace kwalign::tools {
namespace {

using Align = Columns::Align;

/// Titles and statements are quoted only so far as a person needs to know which one is meant.
constexpr std::size_t quoted_width = 70;

std::vector<std::string> score_row(std::string name, const Scores& s, std::string threshold) {
    return {std::move(name),         std::to_string(s.sign),   std::to_string(s.found),
            std::to_string(s.wrong), std::to_string(s.missed), std::to_string(s.weak_predicted) + "/" + std::to_string(s.weak),
            fixed(s.precision(), 3), fixed(s.recall(), 3),     fixed(s.f1(), 3),
            fixed(s.mrr(), 3),       fixed(s.hit_at(1), 2),    fixed(s.hit_at(3), 2),
            fixed(s.hit_at(5), 2),   fixed(s.hit_at(10), 2),   fixed(s.relation_accuracy(), 2),
            std::move(threshold)};
}

std::string scores_table(const Evaluation& evaluation) {
    std::vector<Align> align(16, Align::right);
    align[0] = Align::left;
    Columns table(align);
    table.add({"pair", "sign", "found", "wrong", "missed", "weak", "P", "R", "F1", "MRR", "hit@1", "@3", "@5", "@10", "relation", "from"});
    for (const EvaluatedPair& pair : evaluation.pairs) {
        const bool labelled = !pair.source_label.empty();
        std::string name = (labelled ? pair.source_label : pair.source_id) + " - " + (labelled ? pair.target_label : pair.target_id);
        table.add(score_row(name + (pair.statements ? " (statements)" : ""), pair.scores, fixed(pair.threshold, 2)));
    }
    table.add(score_row("all", evaluation.overall, ""));
    return table.str();
}

std::string relations_table(const Scores& scores) {
    Columns table({Align::left, Align::right, Align::right, Align::right, Align::right});
    table.add({"relation", "gold", "found", "predicted", "right"});
    for (const auto& [relation, count] : scores.relations) {
        table.add({std::string(to_string(relation)), std::to_string(count.gold), std::to_string(count.found),
                   std::to_string(count.predicted), std::to_string(count.right)});
    }
    return table.str();
}

std::string calibration_table(const Scores& scores) {
    Columns table({Align::left, Align::right, Align::right, Align::right});
    table.add({"confidence", "links", "mean", "right"});
    for (std::size_t i = 0; i < scores.calibration.size(); ++i) {
        const CalibrationBin& bin = scores.calibration[i];
        if (bin.count == 0) continue;
        const auto count = static_cast<double>(bin.count);
        table.add({fixed(static_cast<double>(i) / 10.0, 1) + "-" + fixed(static_cast<double>(i + 1) / 10.0, 1), std::to_string(bin.count),
                   fixed(bin.confidence_sum / count, 2), fixed(static_cast<double>(bin.right) / count, 2)});
    }
    return table.str();
}

std::string sweep_table(const std::vector<SweepPoint>& sweep) {
    Columns table({Align::left, Align::right, Align::right, Align::right, Align::right});
    table.add({"from", "found", "wrong", "missed", "F1"});
    for (const SweepPoint& p : sweep)
        table.add({fixed(p.threshold, 2), std::to_string(p.found), std::to_string(p.wrong), std::to_string(p.missed), fixed(p.f1, 3)});
    return table.str();
}

std::string ablation_table(const std::vector<Ablation>& ablation) {
    Columns table({Align::left, Align::right, Align::right, Align::right});
    table.add({"without", "F1", "best F1", "MRR"});
    for (const Ablation& a : ablation)
        table.add({a.without.empty() ? "(nothing left out)" : a.without, fixed(a.f1, 3), fixed(a.best_f1, 3), fixed(a.mrr, 3)});
    return table.str();
}

std::string link_lines(std::string_view verdict, const StudiedLink& link) {
    std::vector<std::string> relations;
    for (const model::Relation relation : link.relations) relations.emplace_back(to_string(relation));
    std::string text = std::string(verdict) + "  " + link.source_code + " -> " + link.target_code + "  " + joined(relations, "|") + "  " +
                       fixed(link.confidence, 3) + (link.rank ? "  rank " + std::to_string(*link.rank) : "  no candidate") + "\n";
    text += "    " + shortened(link.source_text, quoted_width) + "\n    " + shortened(link.target_text, quoted_width) + "\n";
    if (!link.reason.empty()) text += "    because: " + link.reason + "\n";
    return text;
}

}  // namespace

std::string evaluation_text(const Evaluation& evaluation, bool errors) {
    std::string text = scores_table(evaluation);
    if (evaluation.f1_interval) {
        text += "F1 95% interval " + fixed(evaluation.f1_interval->first, 3) + " to " + fixed(evaluation.f1_interval->second, 3) +
                " (1000 resamplings of the sources)\n";
    }
    if (evaluation.human_f1) text += "two evaluators against each other: F1 " + fixed(*evaluation.human_f1, 3) + "\n";
    text += "\n" + relations_table(evaluation.overall);
    const auto error = evaluation.overall.calibration_error();
    text += "\n" + calibration_table(evaluation.overall) + "expected calibration error " + fixed(error, 3) + "\n";
    if (!evaluation.sweep.empty()) text += "\n" + sweep_table(evaluation.sweep);
    if (!evaluation.ablation.empty()) text += "\n" + ablation_table(evaluation.ablation);
    if (!errors) return text;
    for (const EvaluatedPair& pair : evaluation.pairs) {
        text += "\n" + pair.source_id + " - " + pair.target_id + "\n";
        for (const StudiedLink& link : pair.wrong) text += link_lines("wrong ", link);
        for (const StudiedLink& link : pair.missed) text += link_lines("missed", link);
    }
    return text;
}

}  // namespace kwalign::tools
