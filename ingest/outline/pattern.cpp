#include "ingest/outline/pattern.hpp"

#include "model/error.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <mutex>

namespace kwalign::ingest {

namespace {

re2::RE2::Options options() {
    re2::RE2::Options result;
    result.set_log_errors(false);
    result.set_max_mem(std::int64_t{16} << 20);
    return result;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

std::string_view PatternMatch::group(std::string_view name) const noexcept {
    for (const auto& [key, value] : groups) {
        if (key == name) return value;
    }
    return {};
}

bool PatternMatch::has(std::string_view name) const noexcept {
    return std::any_of(groups.begin(), groups.end(), [&](const auto& entry) { return entry.first == name; });
}

/// Compiled when first used: a run meets one family, so most expressions of the other templates are never needed.
struct Pattern::Impl {
    explicit Impl(std::string_view expression) : text(expression) {}

    const re2::RE2& regex() const {
        std::call_once(m_once, [this] { m_regex = std::make_unique<re2::RE2>(piece(text), options()); });
        return *m_regex;
    }

    std::string text;

private:
    mutable std::once_flag m_once;
    mutable std::unique_ptr<re2::RE2> m_regex;
};

Pattern::Pattern(std::string_view expression, std::string_view place) {
    // Adding to a set parses without compiling.
    re2::RE2::Set parser(options(), re2::RE2::UNANCHORED);
    std::string error;
    if (parser.Add(piece(expression), &error) < 0) {
        throw model::Error(model::ErrorCode::bad_template, std::string(place),
                           "wrong expression '" + std::string(expression) + "': " + error, "see the syntax of RE2");
    }
    m_impl = std::make_shared<Impl>(expression);
}

std::optional<PatternMatch> Pattern::find(std::string_view text, std::size_t from) const {
    const re2::RE2& regex = m_impl->regex();
    const std::size_t count = static_cast<std::size_t>(regex.NumberOfCapturingGroups()) + 1;
    std::vector<re2::StringPiece> found(count);
    if (from > text.size() || !regex.Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, found.data(), static_cast<int>(count))) {
        return std::nullopt;
    }
    PatternMatch match;
    match.first = static_cast<std::size_t>(found[0].data() - text.data());
    match.last = match.first + found[0].size();
    for (const auto& [index, name] : regex.CapturingGroupNames()) {
        const re2::StringPiece& group = found[static_cast<std::size_t>(index)];
        // The same name may stand in several alternatives' groups numbered apart ("code", "code2" are not needed): only those that matched count.
        if (group.data() != nullptr) match.groups.emplace_back(name, std::string_view(group.data(), group.size()));
    }
    return match;
}

bool Pattern::matches(std::string_view text) const { return re2::RE2::PartialMatch(piece(text), m_impl->regex()); }

std::string Pattern::replace_all(std::string_view text, std::string_view replacement) const {
    std::string result(text);
    re2::RE2::GlobalReplace(&result, m_impl->regex(), piece(replacement));
    return result;
}

const std::string& Pattern::expression() const noexcept { return m_impl->text; }

struct PatternSet::Impl {
    re2::RE2::Set set{options(), re2::RE2::UNANCHORED};
    std::size_t count = 0;
    std::once_flag once;
    bool compiled = false;
};

PatternSet::PatternSet() : m_impl(std::make_unique<Impl>()) {}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

std::size_t PatternSet::add(const Pattern& pattern) {
    m_impl->set.Add(piece(pattern.expression()), nullptr);
    return m_impl->count++;
}

std::vector<std::size_t> PatternSet::match(std::string_view text) const {
    std::vector<std::size_t> result;
    if (m_impl->count == 0) return result;
    std::call_once(m_impl->once, [this] { m_impl->compiled = m_impl->set.Compile(); });
    if (!m_impl->compiled)
        throw model::Error(model::ErrorCode::bad_template, "template", "its expressions need too much memory together", "simplify them");
    std::vector<int> found;
    if (m_impl->set.Match(piece(text), &found)) {
        for (const int index : found) result.push_back(static_cast<std::size_t>(index));
        std::sort(result.begin(), result.end());
    }
    return result;
}

}  // namespace kwalign::ingest
