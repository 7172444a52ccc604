#include "ingest/outline/field_values.hpp"

#include "ingest/outline/persons.hpp"
#include "ingest/outline/printed_forms.hpp"
#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <string_view>

namespace kwalign::ingest {

namespace {

std::string digits_of(std::string_view text) {
    const std::size_t start = text.find_first_of("0123456789");
    if (start == std::string_view::npos) return {};
    std::size_t end = start;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return std::string(text.substr(start, end - start));
}

}  // namespace

std::string joined_lines(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() || text.ends_with('-') ? "" : " ") + line;
    return model::collapse_spaces(text);
}

void FieldValues::read_groups(const PatternMatch& match) {
    for (const auto& [name, value] : match.groups) {
        const auto named = [&name = name](const FieldRule& other) { return other.name == name && !other.value; };
        const auto other = std::find_if(m_form.fields.begin(), m_form.fields.end(), named);
        if (name == "value" || value.empty() || other == m_form.fields.end()) continue;
        apply(*other, {std::string(value)}, m_place);
    }
}

void FieldValues::read_title_codes() {
    if (!m_form.title_codes) return;
    const std::string title = m_standard.title;
    const auto match = m_form.title_codes->find(title);
    if (!match) return;
    for (const auto& [name, value] : match->groups) {
        if (!value.empty()) set(name, std::string(value));
    }
    m_standard.title = model::collapse_spaces(title.substr(0, match->first) + title.substr(match->last));
}

void FieldValues::store(const std::string& name, const std::string& value) {
    if (!value.empty()) m_standard.fields.emplace(name, value);
}

void FieldValues::keep_unread(const FieldRule& field, const std::string& text, std::string_view code, std::string_view why) {
    store(field.name + "_printed", text);
    m_findings.add(std::string(code), model::Severity::warning, "'" + shortened(text) + "' " + std::string(why) + " (" + field.name + ").",
                   m_place);
}

void FieldValues::apply(const FieldRule& field, const std::vector<std::string>& lines, const std::optional<model::SourceSpan>& place) {
    m_place = place;
    std::string text = joined_lines(lines);
    if (text.empty()) return;
    if (field.type == "persons") {
        m_standard.persons = read_persons(lines);
        return;
    }
    if (field.type == "isco") return read_isco(text);
    if (field.type == "qualification") return read_derivation(field, text);
    if (field.type == "date") {
        if (const auto date = iso_date(text)) return set(field.name, *date);
        return keep_unread(field, text, "unreadable-date", "is not a date");
    }
    if (field.type == "level") return read_level(field, text);
    if (field.type == "by_code") return read_by_code(field, text);
    if (field.value) {
        const auto match = field.value->find(text);
        if (!match) return keep_unread(field, text, "unreadable-field", "is not of the form that is usual here");
        read_groups(*match);
        text = std::string(match->has("value") ? match->group("value")
                                               : std::string_view(text).substr(match->first, match->last - match->first));
    }
    if (field.type == "number") {
        const std::string digits = digits_of(text);
        if (digits.empty()) return keep_unread(field, text, "unreadable-field", "holds no number");
        text = digits;
    }
    set(field.name, text);
}

/// "P1 Baker (29411) P2 Pastry cook (29412)": one value for each code, or for the profile of that title.
void FieldValues::read_by_code(const FieldRule& field, const std::string& text) {
    bool any = false;
    for (std::size_t from = 0; field.value && from < text.size(); any = true) {
        const auto match = field.value->find(text, from);
        if (!match || match->last <= from) break;
        from = match->last;
        std::string code = normal_code(m_form, match->group("code"));
        if (code.empty()) code = profile_called(match->group("title"));
        if (!code.empty()) store(field.name + "." + code, std::string(match->group("value")));
    }
    if (!any) keep_unread(field, text, "unreadable-field", "names no code");
}

std::string FieldValues::profile_called(std::string_view title) const {
    for (const model::Unit& unit : m_standard.units) {
        if (unit.kind == "profile" && title_likeness(unit.title, title) > 0.9) return unit.code;
    }
    return {};
}

void FieldValues::set(const std::string& name, const std::string& value) {
    const auto once = [&](std::string& target) {
        if (target.empty()) target = value;
        if (target == value) return;
        m_findings.add("field-differs", model::Severity::warning,
                       "The document gives " + name + " twice: " + target + " and " + value + "; the first counts.", m_place);
    };
    if (name == "title") return once(m_standard.title);
    if (name == "version") return once(m_standard.version);
    if (name == "decided") return once(m_standard.decided);
    if (name == "decision_number") return once(m_standard.decision_number);
    if (name == "valid_from") return once(m_standard.valid_from);
    if (name == "valid_until") return once(m_standard.valid_until);
    if (name == "approved_by") return once(m_standard.approved_by);
    if (name.starts_with("title.")) {
        m_standard.titles.emplace(name.substr(6), value);
        return;
    }
    if (name == "register_id" || name == "crebo" || name == "certificate_code") {
        std::string& target = m_standard.identifiers[name];
        return once(target);
    }
    store(name, value);
}

void FieldValues::read_level(const FieldRule& field, const std::string& text) {
    if (field.name == "eqf") {
        model::Level range;
        for (const char c : text) {
            if (c < '1' || c > '8') continue;
            if (range.low == 0) range.low = c - '0';
            range.high = c - '0';
        }
        m_standard.eqf_low = range.low;
        m_standard.eqf_high = range.high;
        return;
    }
    if (auto level = find_level(m_form, text)) {
        m_standard.level = level;
    } else if (const std::string value = digits_of(text); !value.empty() && !m_standard.level) {
        const int number = value[0] - '0';
        m_standard.level = model::Level{m_form.level_scheme, value, number, number};
    }
}

/// "3511 Title 3512 Other title": four digits open an entry.
void FieldValues::read_isco(const std::string& text) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        const bool bounded = (i == 0 || text[i - 1] == ' ') && (i + 4 == text.size() || text[i + 4] == ' ');
        const bool digits = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i), text.begin() + static_cast<std::ptrdiff_t>(i) + 4,
                                        [](char c) { return c >= '0' && c <= '9'; });
        if (bounded && digits) starts.push_back(i);
    }
    if (starts.empty())
        m_findings.add("unreadable-field", model::Severity::note, "'" + shortened(text) + "' holds no four-digit occupation code.",
                       m_place);
    for (std::size_t k = 0; k < starts.size(); ++k) {
        const std::size_t end = k + 1 < starts.size() ? starts[k + 1] : text.size();
        std::string title(trimmed(std::string_view(text).substr(starts[k] + 4, end - starts[k] - 4)));
        while (title.ends_with(',') || title.ends_with(';')) title.pop_back();
        m_standard.classifications.push_back({"ISCO-08", text.substr(starts[k], 4), title});
    }
}

void FieldValues::read_derivation(const FieldRule& field, const std::string& text) {
    const auto match = field.value ? field.value->find(text) : std::nullopt;
    if (!match) return keep_unread(field, text, "unreadable-field", "names no qualification");
    model::Derivation derivation;
    derivation.kind = field.name;
    derivation.title = std::string(trimmed(match->group("title")));
    derivation.code = std::string(match->group("code"));
    if (match->has("level") && !match->group("level").empty()) {
        const std::string value(match->group("level"));
        derivation.level = model::Level{m_form.level_scheme, value, value[0] - '0', value.back() - '0'};
    }
    m_standard.derivations.push_back(std::move(derivation));
}

}  // namespace kwalign::ingest
