#include "ingest/outline/printed_forms.hpp"

#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace kwalign::ingest {

namespace {

int to_number(std::string_view digits) {
    int value = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return result.ec == std::errc() && result.ptr == digits.data() + digits.size() ? value : 0;
}

/// First and last run of digits.
void set_range(model::Level& level, std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
        if (end > i) {
            const int value = to_number(text.substr(i, end - i));
            if (level.low == 0) level.low = value;
            level.high = value;
        }
        i = end + 1;
    }
}

model::Level level_of(const LevelPattern& pattern, const PatternMatch& match) {
    model::Level level;
    level.scheme = match.has("scheme") ? std::string(match.group("scheme")) : pattern.scheme;
    level.value = pattern.value_prefix + std::string(match.group("value"));
    set_range(level, match.group("value"));
    return level;
}

/// What may stand around a level that fills its text.
bool only_punctuation(std::string_view text) { return text.find_first_not_of(" ,.;:()[]-") == std::string_view::npos; }

/// Months in Estonian, Dutch and English by their first three letters, lower case.
int month_of(std::string_view word) {
    static constexpr std::array<std::string_view, 12> starts = {
        "jan|jaan", "feb|vee", "mar|mär|maa|mrt", "apr", "may|mei|mai", "jun|juu", "jul", "aug", "sep", "oct|okt", "nov", "dec|det"};
    const std::string lower = model::to_lower(word);
    if (lower.starts_with("juul")) return 7;
    for (std::size_t month = 0; month < starts.size(); ++month) {
        std::string_view rest = starts[month];
        while (!rest.empty()) {
            const std::size_t bar = std::min(rest.find('|'), rest.size());
            if (lower.starts_with(rest.substr(0, bar))) return static_cast<int>(month) + 1;
            rest.remove_prefix(std::min(bar + 1, rest.size()));
        }
    }
    return 0;
}

std::optional<std::string> date_text(int year, int month, int day) {
    static constexpr std::array<int, 12> days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > days[static_cast<std::size_t>(month - 1)])
        return std::nullopt;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (month == 2 && day == 29 && !leap) return std::nullopt;
    const auto two = [](int value) { return std::string(value < 10 ? "0" : "") + std::to_string(value); };
    return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

}  // namespace

std::string normal_code(const Template& form, std::string_view printed) {
    std::string code(trimmed(printed));
    for (const CodeRewrite& rewrite : form.code_rewrites) code = rewrite.from.replace_all(code, rewrite.to);
    return code;
}

std::string heading_code(const Template& form, const HeadingRule& rule, const PatternMatch& match, std::string_view parent_code) {
    std::string code;
    const std::string& format = rule.code_format;
    for (std::size_t i = 0; i < format.size();) {
        const std::size_t close = format[i] == '{' ? format.find('}', i) : std::string::npos;
        if (close == std::string::npos) {
            code += format[i++];
            continue;
        }
        const std::string_view name = std::string_view(format).substr(i + 1, close - i - 1);
        code += name == "parent" ? parent_code : match.group(name);
        i = close + 1;
    }
    return normal_code(form, code);
}

std::optional<model::Level> whole_level(const Template& form, std::string_view text) {
    for (const LevelPattern& pattern : form.levels) {
        const auto match = pattern.match.find(text);
        if (match && only_punctuation(text.substr(0, match->first)) && only_punctuation(text.substr(match->last)))
            return level_of(pattern, *match);
    }
    return std::nullopt;
}

std::optional<model::Level> find_level(const Template& form, std::string_view text) {
    for (const LevelPattern& pattern : form.levels) {
        if (const auto match = pattern.match.find(text)) return level_of(pattern, *match);
    }
    return std::nullopt;
}

std::optional<model::Level> cut_level(const Template& form, std::string& title) {
    for (const LevelPattern& pattern : form.levels) {
        std::optional<PatternMatch> last;
        for (std::size_t from = 0; from < title.size();) {
            auto match = pattern.match.find(title, from);
            if (!match || match->last <= from) break;
            from = match->last;
            last = std::move(match);
        }
        if (!last || !only_punctuation(std::string_view(title).substr(last->last))) continue;
        const model::Level level = level_of(pattern, *last);
        std::string_view kept = trimmed(std::string_view(title).substr(0, last->first));
        while (!kept.empty() &&
               (kept.back() == ',' || kept.back() == '(' || kept.back() == '[' || kept.back() == '-' || kept.back() == ' '))
            kept.remove_suffix(1);
        if (kept.empty()) continue;
        title = std::string(kept);
        return level;
    }
    return std::nullopt;
}

std::vector<std::string> cut_code_list(const Template& form, std::string& title) {
    std::vector<std::string> codes;
    if (!form.code_list || !form.code_in_list) return codes;
    const auto list = form.code_list->find(title);
    if (!list) return codes;
    const std::string inside = title.substr(list->first, list->last - list->first);
    for (std::size_t from = 0; from < inside.size();) {
        const auto code = form.code_in_list->find(inside, from);
        if (!code || code->last <= from) break;
        from = code->last;
        const std::string printed(code->has("code") ? code->group("code")
                                                    : std::string_view(inside).substr(code->first, code->last - code->first));
        if (std::find(codes.begin(), codes.end(), printed) == codes.end()) codes.push_back(printed);
    }
    if (codes.empty()) return codes;
    title = model::collapse_spaces(title.substr(0, list->first) + " " + title.substr(list->last));
    return codes;
}

std::optional<std::string> iso_date(std::string_view text) {
    std::vector<std::string> parts;
    for (const model::Word& word : model::words(text)) parts.emplace_back(text.substr(word.first, word.last - word.first));
    // Word boundaries keep "23.09.2024" together: split it here.
    std::vector<std::string> numbers;
    for (const std::string& part : parts) {
        std::string_view rest = part;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find_first_of(".-/"), rest.size());
            if (end > 0) numbers.emplace_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    for (std::size_t i = 0; i + 2 < numbers.size(); ++i) {
        const int first = to_number(numbers[i]);
        const int second = to_number(numbers[i + 1]) != 0 ? to_number(numbers[i + 1]) : month_of(numbers[i + 1]);
        const int third = to_number(numbers[i + 2]);
        if (numbers[i].size() == 4) {
            if (auto date = date_text(first, second, third)) return date;
        } else if (auto date = date_text(third, second, first)) {
            return date;
        }
    }
    return std::nullopt;
}

std::string title_language(const model::Standard& standard) {
    for (const auto& [lang, title] : standard.titles) {
        if (title == standard.title) return lang;
    }
    return standard.titles.empty() ? "und" : standard.titles.begin()->first;
}

}  // namespace kwalign::ingest
