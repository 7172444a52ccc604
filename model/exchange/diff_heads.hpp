#pragma once

/// Private to the diff: collecting changes, and comparing what is said of a standard as a whole.

#include "model/exchange/diff.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kwalign::model {

/// Collects the changes of one part.
class PartChanges {
public:
    PartChanges(std::vector<Change>& changes, std::string part, std::string before_code, std::string after_code)
        : m_changes(changes), m_part(std::move(part)), m_before_code(std::move(before_code)), m_after_code(std::move(after_code)) {}

    void add(ChangeKind kind, const std::string& before, const std::string& after, const std::string& field = {}) {
        Change change{kind, m_part, field, m_before_code, m_after_code, before, after, {}};
        if (kind == ChangeKind::reworded) change.words = word_diff(before, after);
        m_changes.push_back(std::move(change));
    }
    void compare(ChangeKind kind, const std::string& before, const std::string& after, const std::string& field = {}) {
        if (before != after) add(kind, before, after, field);
    }

private:
    std::vector<Change>& m_changes;
    std::string m_part;
    std::string m_before_code;
    std::string m_after_code;
};

/// "EstQF 4"; empty where there is none.
[[nodiscard]] std::string diff_level_text(const std::optional<Level>& level);
/// "a, b".
[[nodiscard]] std::string diff_list_text(const std::vector<std::string>& values);

void compare_heads(const Standard& before, const Standard& after, std::vector<Change>& changes);
/// Qualifications are the same where kind and title are, or where each side has one of the kind.
void compare_qualifications(const Standard& before, const Standard& after, std::vector<Change>& changes);

}  // namespace kwalign::model
