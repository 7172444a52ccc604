#include "model/exchange/case_vocabulary.hpp"
#include "model/exchange/identifiers.hpp"
#include "model/exchange/importer.hpp"

namespace kwalign::model {

void KnownParts::add(const Standard& standard) {
    const CaseIdentifiers identifiers(standard);
    for (const Unit& unit : standard.units) {
        const std::string id = id_of(standard, unit);
        remember(id, identifiers.of(id), standard.framework, {standard.id, unit.code, {}});
        for (const Statement& statement : unit.statements) {
            const std::string statement_id = id_of(standard, statement);
            remember(statement_id, identifiers.of(statement_id), standard.framework, {standard.id, unit.code, statement.code});
        }
    }
}

void KnownParts::remember(const std::string& id, const std::string& case_identifier, const std::string& framework,
                          const Endpoint& endpoint) {
    m_by_id.emplace(id, endpoint);
    m_by_id.emplace(endpoint.standard + "#" + endpoint.code(), endpoint);
    m_by_id.emplace(case_identifier, endpoint);
    const auto [found, added] = m_by_code.emplace(framework + ":" + endpoint.code(), endpoint);
    if (!added) found->second.reset();
}

std::optional<Endpoint> KnownParts::find(std::string_view identifier) const {
    const auto found = m_by_id.find(std::string(identifier));
    return found == m_by_id.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Endpoint> KnownParts::find_code(std::string_view framework, std::string_view code) const {
    const auto found = m_by_code.find(std::string(framework) + ":" + std::string(code));
    return found == m_by_code.end() ? std::nullopt : found->second;
}

}  // namespace kwalign::model
