#pragma once

/// Vectors of sentences, as one more witness of what a pair of statements has in common.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

/// A vector to one byte a number: what is kept and compared is always this form, so that a run gives the same whether its vectors came from the
/// server or from the cache. The largest number becomes 127. Empty for a vector of zeros.
[[nodiscard]] std::vector<std::int8_t> quantised(const std::vector<float>& vector);

/// Vectors by text. Add all, then read from any number of threads.
class SentenceVectors {
public:
    /// A text that is there keeps its vector. A vector of another length than the first is left out.
    void add(std::string_view text, const std::vector<std::int8_t>& vector);
    [[nodiscard]] bool contains(std::string_view text) const { return m_places.find(text) != m_places.end(); }
    /// Cosine of both texts' vectors, -1..1; nothing where either has none.
    [[nodiscard]] std::optional<double> cosine(std::string_view a, std::string_view b) const;
    [[nodiscard]] std::size_t size() const noexcept { return m_places.size(); }

private:
    std::map<std::string, std::size_t, std::less<>> m_places;
    std::size_t m_length = 0;
    std::vector<std::int8_t> m_values;
    std::vector<double> m_norms;
};

/// A calibrated confidence (0..1) with a cosine heard beside it, on the scale of log odds: a cosine of 0.6, where common multilingual models put
/// pairs that share a field only, changes nothing; 0.9 multiplies the odds by three. Set by hand, not fitted: cosines of different models
/// are not on one scale.
[[nodiscard]] double heard_with(double confidence, double cosine) noexcept;

}  // namespace kwalign::align
