#include "ingest/outline/walk.hpp"

#include "ingest/outline/pieces.hpp"
#include "model/error.hpp"

#include <algorithm>

namespace kwalign::ingest {

namespace {

Outline empty_outline(const LayoutDocument& document) {
    Outline outline;
    outline.joiner = LineJoiner(document);
    outline.pieces = pieces_of(document);
    outline.nodes.emplace_back();
    outline.line_rules.resize(document.lines.size());
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
        if (document.lines[i].role == LineRole::furniture) outline.line_rules[i] = "furniture";
    }
    return outline;
}

}  // namespace

Walk::Walk(const LayoutDocument& document, const Template& description, const model::Limits& budgets)
    : form(description),
      limits(budgets),
      outline(empty_outline(document)),
      widths(outline.pieces),
      findings(budgets.max_findings),
      stack{document_node} {}

std::string_view Walk::name_of(std::size_t node) const {
    return node == document_node ? std::string_view("document") : std::string_view(rule_of(node)->name);
}

const HeadingRule* Walk::rule_of(std::size_t node) const {
    return node == document_node ? nullptr : &form.headings[outline.nodes[node].rule];
}

std::optional<std::size_t> Walk::innermost(const std::vector<std::string>& names) const {
    for (auto node = stack.rbegin(); node != stack.rend(); ++node) {
        if (std::find(names.begin(), names.end(), name_of(*node)) != names.end()) return *node;
    }
    return std::nullopt;
}

bool Walk::has_child(std::size_t parent, std::size_t rule_index) const {
    return std::any_of(outline.nodes.begin(), outline.nodes.end(), [&](const OutlineNode& node) {
        return node.parent == parent && node.rule == rule_index && &node != &outline.nodes[document_node];
    });
}

bool Walk::starts_label(std::size_t index) const {
    const HeadingRule* rule = open_rule();
    if (rule == nullptr || rule->content != Content::fields) return false;
    std::string text;
    for (std::size_t i = index; i < index + label_lines && i < outline.pieces.size(); ++i)
        text += (text.empty() ? "" : " ") + outline.pieces[i].text;
    const auto fits = [&](const FieldRule& field) {
        const bool here = field.in.empty() || std::find(field.in.begin(), field.in.end(), rule->name) != field.in.end();
        return here && std::any_of(field.label.begin(), field.label.end(), [&](const Pattern& label) { return label.matches(text); });
    };
    return std::any_of(form.fields.begin(), form.fields.end(), fits);
}

void Walk::insert_rest(const std::string& rest) {
    Piece later = current();
    const std::size_t start = later.text.rfind(rest);
    keep_from(later, start == std::string::npos ? 0 : start);
    later.rule.clear();
    later.bullet.clear();
    later.break_before = Break::paragraph;
    if (start != std::string::npos) keep_until(current(), start);
    outline.pieces.insert(outline.pieces.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(later));
}

void Walk::close_to(std::size_t node) {
    while (stack.size() > 1 && stack.back() != node) stack.pop_back();
    fresh = true;
}

void Walk::push(OutlineNode node) {
    if (stack.size() >= limits.max_depth)
        throw model::Error(model::ErrorCode::limit_exceeded, form.id, "headings nest too deeply", "check the template's grammar");
    if (requirement_node && std::find(stack.begin(), stack.end(), *requirement_node) == stack.end()) {
        requirement_node.reset();
        requirement.clear();
    }
    node.requirement = requirement;
    outline.nodes.push_back(std::move(node));
    stack.push_back(outline.nodes.size() - 1);
    applies_to.clear();
    group.clear();
    fresh = true;
}

void Walk::count_unit() {
    if (++units > limits.max_units)
        throw model::Error(model::ErrorCode::limit_exceeded, form.id, "more units than allowed", "raise the limit max_units");
}

std::string Walk::unit_code_above(std::size_t node) const {
    for (std::optional<std::size_t> above = node; above; above = outline.nodes[*above].parent) {
        if (*above != document_node && rule_of(*above)->makes == Makes::unit) return outline.nodes[*above].code;
    }
    return {};
}

}  // namespace kwalign::ingest
