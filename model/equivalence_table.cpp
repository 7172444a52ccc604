#include "model/equivalence_table.hpp"

#include <algorithm>

namespace kwalign::model {

std::string expiry_of(const Standard& a, const Standard& b) {
    if (a.valid_until.empty()) return b.valid_until;
    if (b.valid_until.empty()) return a.valid_until;
    return std::min(a.valid_until, b.valid_until);
}

}  // namespace kwalign::model
