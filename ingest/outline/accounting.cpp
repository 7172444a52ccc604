#include "ingest/outline/accounting.hpp"

#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace kwalign::ingest {

namespace {

constexpr double least_accounted = 0.95;     // share of the text below which a reading is suspect
constexpr std::size_t left_over_shown = 50;  // one finding a line up to here, then one for the rest

std::size_t count_signs(std::string_view text) {
    std::string kept(text);
    std::erase_if(kept, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    return model::count_code_points(kept);
}

}  // namespace

double Accounting::accounted() const noexcept { return all == 0 ? 1.0 : 1.0 - static_cast<double>(left_over) / static_cast<double>(all); }

std::string_view to_string(Reading reading) noexcept {
    static constexpr std::array<std::string_view, 4> names = {"read", "furniture", "boilerplate", "left over"};
    return names[static_cast<std::size_t>(reading)];
}

Reading reading_of(std::string_view rule) noexcept {
    if (rule.empty()) return Reading::left_over;
    if (rule == "furniture") return Reading::furniture;
    const bool dropped = rule == "ignored" || rule == "ornament" || rule.ends_with(" lead") || rule.ends_with("(boilerplate)") ||
                         rule.ends_with(" repeated");
    return dropped ? Reading::boilerplate : Reading::read;
}

Accounting account_for(const LayoutDocument& document, const Outline& outline) {
    Accounting sum;
    std::vector<std::size_t> left(document.lines.size(), 0);
    for (const Piece& piece : outline.pieces) {
        if (piece.rule.empty()) left[piece.line] += count_signs(piece.text);
    }
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
        const Line& line = document.lines[i];
        const std::size_t signs = count_signs(line.text);
        const std::size_t lost = std::min(left[i], signs);
        const std::string& rule = outline.line_rules[i];
        const Reading reading = line.role == LineRole::furniture ? Reading::furniture : reading_of(rule);
        sum.all += signs;
        sum.left_over += lost;
        switch (reading) {
            case Reading::furniture: sum.furniture += signs; break;
            case Reading::boilerplate: sum.boilerplate += signs - lost; break;
            default: sum.read += signs - lost; break;
        }
    }
    return sum;
}

std::vector<LineReport> line_reports(const LayoutDocument& document, const Outline& outline) {
    std::vector<std::vector<const Piece*>> parts(document.lines.size());
    for (const Piece& piece : outline.pieces) parts[piece.line].push_back(&piece);
    std::vector<LineReport> reports;
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
        const Line& line = document.lines[i];
        if (line.role == LineRole::furniture) {
            reports.push_back({line.span, line.text, line.furniture_kind, Reading::furniture});
            continue;
        }
        const bool whole = parts[i].size() == 1;
        for (const Piece* piece : parts[i]) {
            const std::string mark = line.bullet.empty() || piece != parts[i].front() ? std::string{} : line.bullet + " ";
            reports.push_back({piece->span, mark + (whole ? line.text : piece->text), piece->rule, reading_of(piece->rule)});
        }
    }
    return reports;
}

void account_for_text(const LayoutDocument& document, const Outline& outline, model::Standard& standard, model::Findings& findings) {
    std::size_t left = 0;
    for (const Piece& piece : outline.pieces) {
        if (!piece.rule.empty() || ++left > left_over_shown) continue;
        findings.add("left-over-text", model::Severity::note, "No rule of the template reads '" + shortened(piece.text) + "'.", piece.span);
    }
    if (left > left_over_shown)
        findings.add("left-over-text", model::Severity::note,
                     std::to_string(left - left_over_shown) + " further lines are read by no rule.");
    standard.source.text_accounted = account_for(document, outline).accounted();
    if (standard.source.text_accounted >= least_accounted) return;
    const long read = std::lround(std::floor(100.0 * standard.source.text_accounted));
    findings.add("much-left-over", model::Severity::error,
                 "Only " + std::to_string(read) + "% of the text was read; what was made of the document is suspect.");
}

}  // namespace kwalign::ingest
