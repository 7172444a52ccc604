#include "tools/app/template_text.hpp"

#include "tools/app/text_layout.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace kwalign::tools {
namespace {

/// Weights have two decimals at most; whatever the locale, "0.3".
std::string weight(double value) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 2);
    return error == std::errc() ? std::string(buffer.data(), end) : std::string("?");
}

std::string verdict(const ingest::TemplateScore& score, bool forced) {
    if (score.chosen && forced) return "used because it was asked for";
    if (score.chosen && score.fallback) return "used because no template reaches its threshold";
    if (score.chosen) return "used";
    if (score.fallback) return "for documents that no other fits";
    return score.score < score.threshold ? "below its threshold" : "fits less well";
}

std::string score_text(const ingest::TemplateScore& score, bool forced) {
    std::string text = (score.chosen ? "* " : "  ") + score.id + "  " + weight(score.score) + " of " + weight(score.threshold) +
                       " needed: " + verdict(score, forced) + "\n";
    for (const ingest::SignReport& sign : score.signs) {
        if (!sign.found && score.score == 0.0) continue;
        text += std::string("      ") + (sign.found ? "+" : "-") + weight(sign.weight) + "  " + sign.expression + "\n";
        if (sign.found) text += "              page " + std::to_string(sign.page) + ": " + sign.line + "\n";
    }
    return text;
}

std::string place(const ingest::LineReport& line) { return line.span.page > 0 ? "p" + std::to_string(line.span.page) : std::string("-"); }

std::string rule_of(const ingest::LineReport& line) {
    switch (line.reading) {
        case ingest::Reading::left_over: return "LEFT OVER";
        case ingest::Reading::furniture: return "furniture (" + line.rule + ")";
        case ingest::Reading::boilerplate:
        case ingest::Reading::read: break;
    }
    return line.rule;
}

std::string share(std::size_t part, std::size_t all) {
    return all == 0 ? std::string("0%") : percent(static_cast<double>(part) / static_cast<double>(all));
}

}  // namespace

std::string to_text(const TemplateCheck& check) {
    const ingest::Explanation& explanation = check.explanation;
    std::string text = "TEMPLATES (signs found +, missed -)\n";
    for (const ingest::TemplateScore& score : explanation.scores) text += score_text(score, explanation.forced);
    text += check.left_over_only ? "\nLINES THAT NO RULE TOOK\n" : "\nLINES (page, rule, text)\n";
    Columns lines({Columns::Align::right, Columns::Align::left, Columns::Align::left});
    for (const ingest::LineReport& line : explanation.lines) lines.add({place(line), rule_of(line), line.text});
    text += explanation.lines.empty() ? "  none\n" : lines.str("  ");
    const ingest::Accounting& sum = explanation.accounting;
    text += "\nCHARACTERS\n";
    Columns sums({Columns::Align::left, Columns::Align::right, Columns::Align::right});
    sums.add({"read", std::to_string(sum.read), share(sum.read, sum.all)});
    sums.add({"furniture", std::to_string(sum.furniture), share(sum.furniture, sum.all)});
    sums.add({"boilerplate", std::to_string(sum.boilerplate), share(sum.boilerplate, sum.all)});
    sums.add({"left over", std::to_string(sum.left_over), share(sum.left_over, sum.all)});
    sums.add({"all", std::to_string(sum.all), share(sum.all, sum.all)});
    return text + sums.str("  ");
}

std::string to_text(const std::vector<ingest::TemplateScore>& templates) {
    Columns table({Columns::Align::left, Columns::Align::left, Columns::Align::right, Columns::Align::left});
    for (const ingest::TemplateScore& entry : templates)
        table.add({entry.id, entry.kind, counted(entry.signs.size(), "sign"),
                   entry.fallback ? "fallback" : "threshold " + weight(entry.threshold)});
    return table.str();
}

}  // namespace kwalign::tools
