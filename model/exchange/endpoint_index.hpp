#pragma once

/// From a link's end to the unit or statement it names, in constant time.

#include "model/link.hpp"
#include "model/standard.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kwalign::model {

/// What an endpoint names; both null where the standard has no such part. For a statement `unit` is the unit that holds it.
struct EndpointTarget {
    const Unit* unit = nullptr;
    const Statement* statement = nullptr;

    [[nodiscard]] bool found() const noexcept { return unit != nullptr; }
    /// Text for people, language and places of the unit or statement; only where found().
    [[nodiscard]] const std::string& label() const noexcept { return statement ? statement->text : unit->title; }
    [[nodiscard]] const std::string& lang() const noexcept { return statement ? statement->lang : unit->lang; }
    [[nodiscard]] const std::vector<SourceSpan>& spans() const noexcept { return statement ? statement->spans : unit->spans; }
};

/// Of one standard, which must outlive it and stay unchanged. Codes that occur twice mean their first bearer.
class EndpointIndex {
public:
    explicit EndpointIndex(const Standard& standard);

    [[nodiscard]] EndpointTarget find(const Endpoint& endpoint) const;
    /// The id of what `endpoint` names; the one it would have where there is no such part.
    [[nodiscard]] std::string id_of(const Endpoint& endpoint) const;
    [[nodiscard]] const Standard& standard() const noexcept { return m_standard; }

private:
    const Standard& m_standard;
    std::unordered_map<std::string_view, const Unit*> m_units;
    std::unordered_map<std::string_view, EndpointTarget> m_statements;
};

}  // namespace kwalign::model
