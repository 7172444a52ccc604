#pragma once

#include "ingest/outline/outline.hpp"
#include "model/standard.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// A row of the document's own table of e-CF codes.
struct CodeRow {
    std::string code;
    std::string title;
    std::vector<std::string> words;  ///< of the title, folded, without those that the template ignores
};
/// In printed order.
[[nodiscard]] std::vector<CodeRow> code_rows(const Outline& outline, const Template& form);
/// Words of a title as CodeRow::words has them.
[[nodiscard]] std::vector<std::string> title_words(const Template& form, std::string_view title);

/// The document's own table of e-CF codes gives units with an equal title their code (ecf_source "title").
void read_code_table(const Outline& outline, const Template& form, model::Standard& standard);

/// Codes of this document and of the one it was taken from, in the table's order, pair up; an uneven table is a finding.
void read_derivations(const Outline& outline, const Template& form, model::Standard& standard, model::Findings& findings);

/// Standards that the sections name, in order of appearance.
void read_references(const Template& form, model::Standard& standard);

}  // namespace kwalign::ingest
