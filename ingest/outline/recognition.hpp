#pragma once

#include "ingest/explanation.hpp"
#include "ingest/layout/line.hpp"
#include "ingest/outline/template.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

struct Recognition {
    std::size_t form = 0;     ///< index into the templates
    double confidence = 0.0;  ///< 0..1: weight of the signs found, at most 1
    bool fallback = false;    ///< no template reached its threshold
};

/// All templates' signs, tried on every line in one pass. Immutable; share between threads.
class Recogniser {
public:
    /// `forms` must outlive the recogniser.
    explicit Recogniser(const std::vector<Template>& forms);

    /// The best-scoring template that reaches its threshold, else the fallback one. `forced`: this template id whatever the
    /// signs say; throws Error(bad_template) when there is no such template, or no fallback where one is needed.
    [[nodiscard]] Recognition recognise(const LayoutDocument& document, std::string_view forced = {}) const;

    /// How each template scored, in their order. None is marked as chosen.
    [[nodiscard]] std::vector<TemplateScore> scores(const LayoutDocument& document) const;

private:
    struct Sign {
        std::size_t form;
        double weight;
    };
    const std::vector<Template>* m_forms;
    PatternSet m_patterns;
    std::vector<Sign> m_signs;
};

}  // namespace kwalign::ingest
