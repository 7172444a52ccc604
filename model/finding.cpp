#include "model/finding.hpp"

#include <utility>

namespace kwalign::model {

std::string_view to_string(Severity severity) noexcept {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "note";
}

std::optional<Severity> parse_severity(std::string_view name) noexcept {
    for (const Severity s : {Severity::note, Severity::warning, Severity::error})
        if (to_string(s) == name) return s;
    return std::nullopt;
}

void Findings::add(std::string code, Severity severity, std::string message, std::optional<SourceSpan> span) {
    add(Finding{std::move(code), severity, std::move(message), span});
}

void Findings::add(Finding finding) {
    ++m_count;
    if (m_list.size() + 1 < m_limit) {
        m_list.push_back(std::move(finding));
    } else if (m_list.size() + 1 == m_limit) {
        m_list.push_back(
            {"findings-dropped", Severity::warning, "There were more findings than are kept; the rest is not listed.", std::nullopt});
    }
}

}  // namespace kwalign::model
