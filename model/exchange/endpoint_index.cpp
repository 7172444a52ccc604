#include "model/exchange/endpoint_index.hpp"

#include "model/exchange/identifiers.hpp"

namespace kwalign::model {

EndpointIndex::EndpointIndex(const Standard& standard) : m_standard(standard) {
    for (const Unit& unit : standard.units) {
        m_units.emplace(unit.code, &unit);
        for (const Statement& statement : unit.statements) m_statements.emplace(statement.code, EndpointTarget{&unit, &statement});
    }
}

EndpointTarget EndpointIndex::find(const Endpoint& endpoint) const {
    if (!endpoint.statement.empty()) {
        const auto found = m_statements.find(endpoint.statement);
        return found == m_statements.end() ? EndpointTarget{} : found->second;
    }
    const auto found = m_units.find(endpoint.unit);
    return found == m_units.end() ? EndpointTarget{} : EndpointTarget{found->second, nullptr};
}

std::string EndpointIndex::id_of(const Endpoint& endpoint) const {
    const EndpointTarget target = find(endpoint);
    if (target.statement) return model::id_of(m_standard, *target.statement);
    return target.unit ? model::id_of(m_standard, *target.unit) : m_standard.id + "#" + endpoint.code();
}

}  // namespace kwalign::model
