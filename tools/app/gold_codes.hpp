#pragma once

/// Codes as gold files print them, looked up in a standard.

#include "model/link.hpp"
#include "model/standard.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kwalign::tools {

enum class Granularity { unit, statement };

/// The codes of one standard. Lookup is exact, or else without regard to white space and ASCII case ("C1-K 1-W1" finds "C1-K1-W1").
/// Holds no reference to the standard.
class GoldCodes {
public:
    explicit GoldCodes(const model::Standard& standard);

    [[nodiscard]] std::optional<std::string> find(std::string_view code, Granularity granularity) const;
    /// Title of the unit or text of the statement; empty for an unknown code.
    [[nodiscard]] std::string text(const std::string& code, Granularity granularity) const;

private:
    struct Index {
        std::map<std::string, std::string> codes;  ///< comparable form to code
        std::map<std::string, std::string> texts;  ///< code to text
    };
    [[nodiscard]] const Index& index(Granularity granularity) const { return granularity == Granularity::unit ? m_units : m_statements; }

    Index m_units;
    Index m_statements;
};

/// The code of an endpoint at a granularity: a statement's link counts for its unit where gold speaks of units.
[[nodiscard]] const std::string& code_at(const model::Endpoint& endpoint, Granularity granularity);

}  // namespace kwalign::tools
