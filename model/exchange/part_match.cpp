#include "model/exchange/part_match.hpp"

#include "model/exchange/word_diff.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kwalign::model {

namespace {

/// Share of words from which on two texts with the same code are the same part, reworded.
constexpr double same_code_similarity = 0.3;
/// Likewise for two texts of the same unit that have other codes.
constexpr double other_code_similarity = 0.6;
/// Comparisons of leftover statements with each other; beyond, they count as removed and added.
constexpr std::size_t max_comparisons = 250'000;
/// The scope of statements whose unit has no counterpart.
constexpr auto nowhere = static_cast<std::size_t>(-1);

void pair_up(std::optional<std::size_t>& a, std::size_t index_of_b, std::optional<std::size_t>& b, std::size_t index_of_a) {
    a = index_of_b;
    b = index_of_a;
}

/// What a unit is about: its title and its statements.
std::string words_of(const DiffHolder& holder) {
    std::string text = holder.title();
    for (const Statement& statement : holder.statements()) text += " " + statement.text;
    return text;
}

bool same_kind(const DiffHolder& a, const DiffHolder& b) noexcept { return (a.unit == nullptr) == (b.unit == nullptr); }

void match_holders_by_code(DiffSide& before, DiffSide& after) {
    std::map<std::string, std::size_t> by_code;
    for (std::size_t i = 0; i < before.holders.size(); ++i)
        by_code.emplace((before.holders[i].unit ? "u" : "s") + before.holders[i].code(), i);
    for (std::size_t j = 0; j < after.holders.size(); ++j) {
        const auto found = by_code.find((after.holders[j].unit ? "u" : "s") + after.holders[j].code());
        if (found == by_code.end()) continue;
        DiffHolder& old = before.holders[found->second];
        if (old.match) continue;
        const bool same_title = fold_case(old.title()) == fold_case(after.holders[j].title());
        if (old.section || same_title || word_similarity(words_of(old), words_of(after.holders[j])) >= same_code_similarity)
            pair_up(old.match, j, after.holders[j].match, found->second);
    }
}

void match_holders_by_title(DiffSide& before, DiffSide& after) {
    std::multimap<std::string, std::size_t> by_title;
    for (std::size_t i = 0; i < before.holders.size(); ++i) {
        if (!before.holders[i].match && !before.holders[i].title().empty()) by_title.emplace(fold_case(before.holders[i].title()), i);
    }
    for (std::size_t j = 0; j < after.holders.size(); ++j) {
        if (after.holders[j].match) continue;
        const auto [first, last] = by_title.equal_range(fold_case(after.holders[j].title()));
        const auto found = std::find_if(first, last, [&](const auto& entry) {
            return !before.holders[entry.second].match && same_kind(before.holders[entry.second], after.holders[j]);
        });
        if (found != last) pair_up(before.holders[found->second].match, j, after.holders[j].match, found->second);
    }
}

/// Unmatched statements by the holder that they count for: the new index, so that both sides speak of the same.
using Groups = std::map<std::size_t, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>>;

Groups unmatched_by_holder(const DiffSide& before, const DiffSide& after) {
    Groups groups;
    for (std::size_t i = 0; i < before.statements.size(); ++i) {
        const auto& holder = before.holders[before.statements[i].holder];
        if (!before.statements[i].match && holder.match) groups[*holder.match].first.push_back(i);
    }
    for (std::size_t j = 0; j < after.statements.size(); ++j) {
        if (!after.statements[j].match && after.holders[after.statements[j].holder].match)
            groups[after.statements[j].holder].second.push_back(j);
    }
    return groups;
}

/// Equal texts, in order; `scope` says which statements may meet.
template <typename Scope>
void match_equal_texts(DiffSide& before, DiffSide& after, Scope scope) {
    std::map<std::pair<std::size_t, std::string>, std::vector<std::size_t>> by_text;
    for (std::size_t i = before.statements.size(); i-- > 0;) {
        const DiffStatement& old = before.statements[i];
        const auto& holder = before.holders[old.holder];
        if (!old.match && !old.statement->text.empty()) by_text[{scope(holder.match), old.statement->text}].push_back(i);
    }
    for (std::size_t j = 0; j < after.statements.size(); ++j) {
        DiffStatement& now = after.statements[j];
        if (now.match) continue;
        const auto found =
            by_text.find({scope(after.holders[now.holder].match ? std::optional(now.holder) : std::nullopt), now.statement->text});
        if (found == by_text.end() || found->second.empty()) continue;
        const std::size_t i = found->second.back();
        found->second.pop_back();
        pair_up(before.statements[i].match, j, now.match, i);
    }
}

/// Statements of the same unit and number whose words agree somewhat.
void match_same_codes(DiffSide& before, DiffSide& after) {
    for (const auto& [holder, group] : unmatched_by_holder(before, after)) {
        std::map<std::string, std::size_t> by_code;
        for (const std::size_t i : group.first) by_code.emplace(before.statements[i].statement->code, i);
        for (const std::size_t j : group.second) {
            const auto found = by_code.find(after.statements[j].statement->code);
            if (found == by_code.end() || before.statements[found->second].match) continue;
            if (word_similarity(before.statements[found->second].statement->text, after.statements[j].statement->text) >=
                same_code_similarity)
                pair_up(before.statements[found->second].match, j, after.statements[j].match, found->second);
        }
    }
}

/// Of what is left in a unit, the most alike first.
void match_similar(DiffSide& before, DiffSide& after) {
    struct Candidate {
        double similarity;
        std::size_t before;
        std::size_t after;
    };
    for (const auto& [holder, group] : unmatched_by_holder(before, after)) {
        if (group.first.empty() || group.second.empty() || group.first.size() > max_comparisons / group.second.size()) continue;
        std::vector<Candidate> candidates;
        for (const std::size_t i : group.first) {
            for (const std::size_t j : group.second) {
                const double similarity = word_similarity(before.statements[i].statement->text, after.statements[j].statement->text);
                if (similarity >= other_code_similarity) candidates.push_back({similarity, i, j});
            }
        }
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const Candidate& a, const Candidate& b) { return a.similarity > b.similarity; });
        for (const Candidate& candidate : candidates) {
            DiffStatement& old = before.statements[candidate.before];
            DiffStatement& now = after.statements[candidate.after];
            if (!old.match && !now.match) pair_up(old.match, candidate.after, now.match, candidate.before);
        }
    }
}

}  // namespace

DiffSide diff_side(const Standard& standard) {
    DiffSide side;
    for (const Unit& unit : standard.units) side.holders.push_back({&unit, nullptr, std::nullopt});
    for (const Section& section : standard.sections) side.holders.push_back({nullptr, &section, std::nullopt});
    for (std::size_t i = 0; i < side.holders.size(); ++i) {
        for (const Statement& statement : side.holders[i].statements()) side.statements.push_back({&statement, i, std::nullopt});
    }
    return side;
}

void match_parts(DiffSide& before, DiffSide& after) {
    match_holders_by_code(before, after);
    match_holders_by_title(before, after);
    match_equal_texts(before, after, [](std::optional<std::size_t> holder) { return holder.value_or(nowhere); });
    match_same_codes(before, after);
    match_equal_texts(before, after, [](std::optional<std::size_t>) { return nowhere; });
    match_similar(before, after);
}

std::vector<bool> out_of_order(const std::vector<std::size_t>& numbers) {
    // Patience sorting: `tails[k]` ends the lowest rising run of length k + 1.
    std::vector<std::size_t> tails;
    std::vector<std::optional<std::size_t>> previous(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto at =
            std::lower_bound(tails.begin(), tails.end(), i, [&](std::size_t a, std::size_t b) { return numbers[a] < numbers[b]; });
        if (at != tails.begin()) previous[i] = *(at - 1);
        if (at == tails.end())
            tails.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> moved(numbers.size(), true);
    if (tails.empty()) return moved;
    for (std::optional<std::size_t> i = tails.back(); i; i = previous[*i]) moved[*i] = false;
    return moved;
}

}  // namespace kwalign::model
