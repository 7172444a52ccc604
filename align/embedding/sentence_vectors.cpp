#include "align/embedding/sentence_vectors.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kwalign::align {
namespace {

constexpr double neutral_cosine = 0.6;
constexpr double log_odds_of_one = 3.7;  // 0.3 above neutral: log(3)
constexpr double least = 1e-6;

}  // namespace

std::vector<std::int8_t> quantised(const std::vector<float>& vector) {
    float largest = 0.0F;
    for (const float value : vector) largest = std::max(largest, std::abs(value));
    if (largest <= 0.0F) return {};
    std::vector<std::int8_t> out;
    out.reserve(vector.size());
    for (const float value : vector) out.push_back(static_cast<std::int8_t>(std::lround(value / largest * 127.0F)));
    return out;
}

void SentenceVectors::add(std::string_view text, const std::vector<std::int8_t>& vector) {
    if (vector.empty()) return;
    if (m_length == 0) m_length = vector.size();
    if (vector.size() != m_length) return;
    const auto [it, fresh] = m_places.emplace(std::string(text), m_norms.size());
    if (!fresh) return;
    double square = 0.0;
    for (const std::int8_t value : vector) square += static_cast<double>(value) * static_cast<double>(value);
    m_norms.push_back(std::sqrt(square));
    m_values.insert(m_values.end(), vector.begin(), vector.end());
}

std::optional<double> SentenceVectors::cosine(std::string_view a, std::string_view b) const {
    const auto first = m_places.find(a);
    const auto second = m_places.find(b);
    if (first == m_places.end() || second == m_places.end()) return std::nullopt;
    const std::int8_t* x = m_values.data() + first->second * m_length;
    const std::int8_t* y = m_values.data() + second->second * m_length;
    std::int64_t product = 0;
    for (std::size_t i = 0; i < m_length; ++i) product += static_cast<std::int64_t>(x[i]) * y[i];
    return static_cast<double>(product) / (m_norms[first->second] * m_norms[second->second]);
}

double heard_with(double confidence, double cosine) noexcept {
    const double p = std::clamp(confidence, least, 1.0 - least);
    return 1.0 / (1.0 + std::exp(-(std::log(p / (1.0 - p)) + log_odds_of_one * (cosine - neutral_cosine))));
}

}  // namespace kwalign::align
