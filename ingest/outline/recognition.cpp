#include "ingest/outline/recognition.hpp"

#include "model/error.hpp"

#include <algorithm>

namespace kwalign::ingest {

Recogniser::Recogniser(const std::vector<Template>& forms) : m_forms(&forms) {
    for (std::size_t i = 0; i < forms.size(); ++i) {
        for (const RecognitionSign& sign : forms[i].signs) {
            m_patterns.add(sign.match);
            m_signs.push_back({i, sign.weight});
        }
    }
}

Recognition Recogniser::recognise(const LayoutDocument& document, std::string_view forced) const {
    std::vector<bool> found(m_signs.size(), false);
    for (const Line& line : document.lines) {
        for (const std::size_t index : m_patterns.match(line.text)) found[index] = true;
    }
    std::vector<double> scores(m_forms->size(), 0.0);
    for (std::size_t i = 0; i < m_signs.size(); ++i) {
        if (found[i]) scores[m_signs[i].form] += m_signs[i].weight;
    }
    Recognition best;
    bool any = false;
    for (std::size_t i = 0; i < m_forms->size(); ++i) {
        const Template& form = (*m_forms)[i];
        if (forced == form.id) return {i, std::min(1.0, scores[i]), false};
        if (form.fallback || scores[i] < form.threshold || (any && scores[i] <= scores[best.form])) continue;
        best = {i, std::min(1.0, scores[i]), false};
        any = true;
    }
    if (!forced.empty())
        throw model::Error(model::ErrorCode::bad_template, std::string(forced), "there is no such template", "name one of the files in corpora/templates");
    if (any) return best;
    const auto fallback = std::find_if(m_forms->begin(), m_forms->end(), [](const Template& form) { return form.fallback; });
    if (fallback == m_forms->end())
        throw model::Error(model::ErrorCode::bad_template, "templates", "no template fits and none is the fallback", "add generic.toml");
    return {static_cast<std::size_t>(fallback - m_forms->begin()), 0.1, true};
}

}  // namespace kwalign::ingest
