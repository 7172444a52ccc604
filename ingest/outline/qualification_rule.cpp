#include "ingest/outline/qualification_rule.hpp"

#include "ingest/outline/printed_forms.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace kwalign::ingest {

namespace {

/// A word of a rule with its place in the text.
struct Token {
    enum class Kind { code, range, at_least, all, general } kind;
    std::size_t at = 0;
    std::size_t end = 0;
    std::string first;
    std::string last;
    std::size_t count = 1;
};

std::size_t count_of(const Template& form, std::string_view word) {
    std::size_t value = 0;
    const auto result = std::from_chars(word.data(), word.data() + word.size(), value);
    if (result.ec == std::errc() && value > 0) return value;
    const auto found = form.rules.numbers.find(model::to_lower(word));
    return found == form.rules.numbers.end() ? 1 : found->second;
}

std::vector<Token> tokens_of(std::string_view text, const Template& form) {
    std::vector<Token> tokens;
    const auto each = [&](const Pattern& pattern, const auto& make) {
        for (std::size_t from = 0; from < text.size();) {
            const auto match = pattern.find(text, from);
            if (!match || match->last <= from) break;
            from = match->last;
            Token token = make(*match);
            token.at = match->first;
            token.end = match->last;
            tokens.push_back(std::move(token));
        }
    };
    const auto code = [&](std::string_view printed) { return normal_code(form, printed); };
    if (form.rules.range)
        each(*form.rules.range,
             [&](const PatternMatch& m) { return Token{Token::Kind::range, 0, 0, code(m.group("first")), code(m.group("last")), 1}; });
    if (form.rules.code)
        each(*form.rules.code, [&](const PatternMatch& m) { return Token{Token::Kind::code, 0, 0, code(m.group("code")), {}, 1}; });
    for (const Pattern& p : form.rules.at_least)
        each(p, [&](const PatternMatch& m) { return Token{Token::Kind::at_least, 0, 0, {}, {}, count_of(form, m.group("n"))}; });
    for (const Pattern& p : form.rules.all_mandatory) each(p, [](const PatternMatch&) { return Token{Token::Kind::all, 0, 0, {}, {}, 1}; });
    for (const Pattern& p : form.rules.general) each(p, [](const PatternMatch&) { return Token{Token::Kind::general, 0, 0, {}, {}, 1}; });
    // A range holds two codes that must not be read again.
    const auto inside_range = [&](const Token& token) {
        return token.kind == Token::Kind::code && std::any_of(tokens.begin(), tokens.end(), [&](const Token& other) {
                   return other.kind == Token::Kind::range && token.at >= other.at && token.end <= other.end;
               });
    };
    std::vector<Token> kept;
    std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(kept), [&](const Token& token) { return !inside_range(token); });
    std::stable_sort(kept.begin(), kept.end(), [](const Token& a, const Token& b) { return a.at < b.at; });
    return kept;
}

std::vector<std::string> units_between(const std::vector<model::Unit>& units, const std::string& first, const std::string& last) {
    const auto has = [&](const std::string& code) { return [&code](const model::Unit& unit) { return unit.code == code; }; };
    auto from = std::find_if(units.begin(), units.end(), has(first));
    const auto to = std::find_if(units.begin(), units.end(), has(last));
    std::vector<std::string> result;
    if (from == units.end() || to == units.end()) return result;
    for (; from <= to; ++from) {
        if (is_awarded(*from)) result.push_back(from->code);
    }
    return result;
}

bool is_unit(const std::vector<model::Unit>& units, const std::string& code) {
    return std::any_of(units.begin(), units.end(), [&](const model::Unit& unit) { return unit.code == code; });
}

void add_dangling(model::Findings& findings, const std::string& code, const std::optional<model::SourceSpan>& place) {
    findings.add("dangling-reference", model::Severity::warning, "The rule names " + code + ", which is no unit of this document.", place);
}

}  // namespace

bool is_awarded(const model::Unit& unit) {
    return unit.role == model::UnitRole::competence || unit.role == model::UnitRole::bundle ||
           (unit.role == model::UnitRole::container && !unit.statements.empty());
}

void add_once(std::vector<std::string>& codes, const std::string& code) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
}

std::vector<std::string> units_under(const std::vector<model::Unit>& units, const std::string& code) {
    std::vector<std::string> result;
    for (const model::Unit& unit : units) {
        if (!is_awarded(unit)) continue;
        std::string_view at = unit.code;
        for (std::size_t depth = 0; depth < 16 && !at.empty(); ++depth) {
            if (at == code) {
                result.push_back(unit.code);
                break;
            }
            const auto found = std::find_if(units.begin(), units.end(), [&](const model::Unit& other) { return other.code == at; });
            at = found == units.end() ? std::string_view{} : std::string_view(found->parent);
        }
    }
    return result;
}

model::QualificationRule read_rule(std::string_view text, const Template& form, const std::vector<model::Unit>& units,
                                   model::Findings& findings, const std::optional<model::SourceSpan>& place) {
    model::QualificationRule rule;
    std::vector<std::size_t> sentences = model::sentence_starts(text, "en");
    bool choosing = false;
    const auto take = [&](const std::vector<std::string>& codes) {
        for (const std::string& code : codes) add_once(choosing ? rule.elective.back().units : rule.required, code);
    };
    for (const Token& token : tokens_of(text, form)) {
        switch (token.kind) {
            case Token::Kind::all: choosing = false; break;
            case Token::Kind::at_least:
                rule.elective.push_back({token.count, {}});
                choosing = true;
                break;
            case Token::Kind::general:
                for (const model::Unit& unit : units) {
                    if (unit.role == model::UnitRole::bundle) add_once(rule.required, unit.code);
                }
                break;
            case Token::Kind::range:
                for (const std::string& end : {token.first, token.last}) {
                    if (!is_unit(units, end)) add_dangling(findings, end, place);
                }
                take(units_between(units, token.first, token.last));
                break;
            case Token::Kind::code: {
                const std::vector<std::string> found = units_under(units, token.first);
                if (found.empty() && !is_unit(units, token.first)) add_dangling(findings, token.first, place);
                take(found);
                break;
            }
        }
    }
    std::erase_if(rule.elective, [](const model::ElectiveGroup& group) { return group.units.empty(); });
    return rule;
}

}  // namespace kwalign::ingest
