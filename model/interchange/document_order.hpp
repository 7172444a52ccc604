#pragma once

#include "model/link.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <limits>
#include <string_view>
#include <unordered_map>

namespace kwalign::model {

/// Position of every unit and statement in its document, by code; unknown ones go last. Refers to the standard.
class DocumentOrder {
public:
    DocumentOrder() = default;
    explicit DocumentOrder(const Standard& standard) {
        for (const Unit& unit : standard.units) {
            m_position.emplace(unit.code, m_position.size());
            for (const Statement& statement : unit.statements) m_position.emplace(statement.code, m_position.size());
        }
    }
    [[nodiscard]] std::size_t of(const Endpoint& item) const {
        const auto found = m_position.find(item.code());
        return found == m_position.end() ? std::numeric_limits<std::size_t>::max() : found->second;
    }

private:
    std::unordered_map<std::string_view, std::size_t> m_position;
};

}  // namespace kwalign::model
