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

std::vector<TemplateScore> Recogniser::scores(const LayoutDocument& document) const {
    std::vector<TemplateScore> result;
    std::vector<std::pair<std::size_t, std::size_t>> place;  // of each sign: template and number
    for (const Template& form : *m_forms) {
        TemplateScore score;
        score.id = form.id;
        score.kind = form.kind;
        score.threshold = form.threshold;
        score.fallback = form.fallback;
        for (const RecognitionSign& sign : form.signs) {
            place.emplace_back(result.size(), score.signs.size());
            score.signs.push_back({sign.match.expression(), sign.weight, false, 0, {}});
        }
        result.push_back(std::move(score));
    }
    for (const Line& line : document.lines) {
        for (const std::size_t index : m_patterns.match(line.text)) {
            SignReport& sign = result[place[index].first].signs[place[index].second];
            if (sign.found) continue;
            sign.found = true;
            sign.page = line.span.page;
            sign.line = line.text;
            result[place[index].first].score += sign.weight;
        }
    }
    return result;
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
        throw model::Error(model::ErrorCode::bad_template, std::string(forced), "there is no such template", "see kwalign template list");
    if (any) return best;
    const auto fallback = std::find_if(m_forms->begin(), m_forms->end(), [](const Template& form) { return form.fallback; });
    if (fallback == m_forms->end())
        throw model::Error(model::ErrorCode::bad_template, "templates", "no template fits and none is the fallback", "add generic.toml");
    return {static_cast<std::size_t>(fallback - m_forms->begin()), 0.1, true};
}

}  // namespace kwalign::ingest
