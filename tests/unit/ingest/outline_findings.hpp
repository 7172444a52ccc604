#pragma once

/// A document of a few lines, read by a shipped template, and what was found odd about it.

#include "ingest/outline/outline.hpp"
#include "ingest/outline/standard_builder.hpp"
#include "outline_lines.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest::tests {

inline model::Standard read(std::string_view id, std::string_view text) {
    const std::filesystem::path corpora = std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora";
    static const std::vector<Template> forms = read_templates(corpora / "templates");
    static const LanguageModel languages(corpora / "language");
    const auto form = std::find_if(forms.begin(), forms.end(), [&](const Template& candidate) { return candidate.id == id; });
    REQUIRE(form != forms.end());
    const LayoutDocument document = kwalign::tests::lines(text);
    return build_standard(document, build_outline(document, *form, {}), *form, languages, {});
}

/// The messages of the findings with this code.
inline std::vector<std::string> messages(const model::Standard& standard, const std::string& code) {
    std::vector<std::string> result;
    for (const model::Finding& finding : standard.findings) {
        if (finding.code == code) result.push_back(finding.message);
    }
    return result;
}

}  // namespace kwalign::ingest::tests
