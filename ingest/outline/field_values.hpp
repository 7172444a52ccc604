#pragma once

#include "ingest/outline/template.hpp"
#include "model/finding.hpp"
#include "model/standard.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// The lines of a value as one line; behind a hyphen nothing is put between.
[[nodiscard]] std::string joined_lines(const std::vector<std::string>& lines);

/// Puts printed values where they belong in the standard, by the type of their field. What cannot be understood is kept as printed
/// (field "NAME_printed") with a finding; a second, different value is a finding too. Borrows everything it is given.
class FieldValues {
public:
    FieldValues(const Template& form, model::Standard& standard, model::Findings& findings)
        : m_form(form), m_standard(standard), m_findings(findings) {}

    void apply(const FieldRule& field, const std::vector<std::string>& lines, const std::optional<model::SourceSpan>& place);
    /// A further field by its stable name; the first value counts.
    void store(const std::string& name, const std::string& value);
    /// Takes codes out of the document's title, by the template's title_codes.
    void read_title_codes();

private:
    /// A value may hold others: its groups are named like their fields.
    void read_groups(const PatternMatch& match);
    void keep_unread(const FieldRule& field, const std::string& text, std::string_view code, std::string_view why);
    void read_by_code(const FieldRule& field, const std::string& text);
    [[nodiscard]] std::string profile_called(std::string_view title) const;
    void set(const std::string& name, const std::string& value);
    void read_level(const FieldRule& field, const std::string& text);
    void read_isco(const std::string& text);
    void read_derivation(const FieldRule& field, const std::string& text);

    const Template& m_form;
    model::Standard& m_standard;
    model::Findings& m_findings;
    std::optional<model::SourceSpan> m_place;
};

}  // namespace kwalign::ingest
