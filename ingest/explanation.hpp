#pragma once

/// How a document was read: how each template scored and why, and which rule took which line.

#include "model/finding.hpp"
#include "model/source_span.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// What became of a line.
enum class Reading {
    read,         ///< a statement, field, title or heading
    furniture,    ///< running head, page number, repeated table head
    boilerplate,  ///< the template says to drop it
    left_over     ///< no rule took it
};
[[nodiscard]] std::string_view to_string(Reading reading) noexcept;

/// Code points other than white space, by what became of them. The parts add up to `all`.
struct Accounting {
    std::size_t all = 0;
    std::size_t read = 0;
    std::size_t furniture = 0;
    std::size_t boilerplate = 0;
    std::size_t left_over = 0;

    /// 0..1: what is not left over; 1 for a document without text.
    [[nodiscard]] double accounted() const noexcept;
};

/// A sign of a template and the first line on which it was found.
struct SignReport {
    std::string expression;
    double weight = 0.0;
    bool found = false;
    int page = 0;
    std::string line;
};

struct TemplateScore {
    std::string id;
    std::string kind;
    double score = 0.0;      ///< sum of the weights of the signs found
    double threshold = 0.0;  ///< what the score must reach
    bool fallback = false;   ///< takes what no other template takes
    bool chosen = false;
    std::vector<SignReport> signs;
};

struct LineReport {
    model::SourceSpan span;
    std::string text;  ///< a line, or the part of one that a rule took
    std::string rule;  ///< as the template names it; empty: left over
    Reading reading = Reading::read;
};

struct Explanation {
    std::string path;
    std::string template_id;
    double confidence = 0.0;            ///< 0..1
    bool forced = false;                ///< the caller named the template
    std::vector<TemplateScore> scores;  ///< by file name of the template
    std::vector<LineReport> lines;      ///< reading order
    Accounting accounting;
    std::vector<model::Finding> findings;
};

}  // namespace kwalign::ingest
