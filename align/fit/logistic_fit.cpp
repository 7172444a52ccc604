#include "align/fit/logistic_fit.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <string>

namespace kwalign::align {
namespace {

using Row = std::vector<double>;

/// Solves A x = b by Gaussian elimination with partial pivoting; A is small, symmetric and made definite by the ridge.
Row solve(std::vector<Row> a, Row b) {
    const std::size_t n = b.size();
    for (std::size_t k = 0; k < n; ++k) {
        std::size_t pivot = k;
        for (std::size_t i = k + 1; i < n; ++i)
            if (std::abs(a[i][k]) > std::abs(a[pivot][k])) pivot = i;
        std::swap(a[k], a[pivot]);
        std::swap(b[k], b[pivot]);
        if (std::abs(a[k][k]) < 1e-12) continue;
        for (std::size_t i = k + 1; i < n; ++i) {
            const double factor = a[i][k] / a[k][k];
            for (std::size_t j = k; j < n; ++j) a[i][j] -= factor * a[k][j];
            b[i] -= factor * b[k];
        }
    }
    Row x(n, 0.0);
    for (std::size_t k = n; k-- > 0;) {
        double sum = b[k];
        for (std::size_t j = k + 1; j < n; ++j) sum -= a[k][j] * x[j];
        x[k] = std::abs(a[k][k]) < 1e-12 ? 0.0 : sum / a[k][k];
    }
    return x;
}

struct Scale {
    Row mean;
    Row deviation;
};

Scale scale_of(const std::vector<Example>& examples, std::size_t inputs) {
    Scale s{Row(inputs, 0.0), Row(inputs, 0.0)};
    const double n = static_cast<double>(std::max<std::size_t>(examples.size(), 1));
    for (const Example& e : examples)
        for (std::size_t i = 0; i < inputs; ++i) s.mean[i] += e.values[i] / n;
    for (const Example& e : examples)
        for (std::size_t i = 0; i < inputs; ++i) s.deviation[i] += (e.values[i] - s.mean[i]) * (e.values[i] - s.mean[i]) / n;
    for (double& d : s.deviation) d = d > 1e-12 ? std::sqrt(d) : 1.0;
    return s;
}

/// Newton's method over the active inputs; the last weight is the bias, which the ridge leaves alone.
Row newton(const std::vector<Example>& examples, const Scale& scale, const std::vector<std::size_t>& active, const FitOptions& options) {
    const std::size_t n = active.size() + 1;
    Row weights(n, 0.0);
    for (std::size_t round = 0; round < options.iterations; ++round) {
        Row gradient(n, 0.0);
        std::vector<Row> hessian(n, Row(n, 0.0));
        for (const Example& e : examples) {
            Row x(n, 1.0);
            for (std::size_t k = 0; k < active.size(); ++k)
                x[k] = (e.values[active[k]] - scale.mean[active[k]]) / scale.deviation[active[k]];
            double sum = 0.0;
            for (std::size_t k = 0; k < n; ++k) sum += weights[k] * x[k];
            const double p = 1.0 / (1.0 + std::exp(-sum));
            for (std::size_t k = 0; k < n; ++k) {
                gradient[k] += (p - (e.holds ? 1.0 : 0.0)) * x[k];
                for (std::size_t j = 0; j < n; ++j) hessian[k][j] += p * (1.0 - p) * x[k] * x[j];
            }
        }
        for (std::size_t k = 0; k < n; ++k) {
            const double ridge = k + 1 < n ? options.ridge : 1e-6;
            gradient[k] += ridge * weights[k];
            hessian[k][k] += ridge;
        }
        const Row step = solve(hessian, gradient);
        for (std::size_t k = 0; k < n; ++k) weights[k] -= step[k];
    }
    return weights;
}

std::string fixed(double value) {
    std::array<char, 48> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 3).ptr;
    return {buffer.data(), end};
}

}  // namespace

LogisticModel fit_logistic(const std::vector<Example>& examples, std::size_t inputs, const FitOptions& options) {
    const Scale scale = scale_of(examples, inputs);
    std::vector<std::size_t> active(inputs);
    for (std::size_t i = 0; i < inputs; ++i) active[i] = i;
    Row weights = newton(examples, scale, active, options);
    while (!active.empty()) {
        const auto worst = std::min_element(weights.begin(), weights.end() - 1);
        if (*worst >= 0.0) break;
        active.erase(active.begin() + (worst - weights.begin()));
        weights = newton(examples, scale, active, options);
    }
    Row plain(inputs, 0.0);
    double bias = weights.back();
    for (std::size_t k = 0; k < active.size(); ++k) {
        plain[active[k]] = weights[k] / scale.deviation[active[k]];
        bias -= plain[active[k]] * scale.mean[active[k]];
    }
    return {std::move(plain), bias};
}

double FitScore::f1() const noexcept {
    const std::size_t all = 2 * right + wrong + missed;
    return all == 0 ? 0.0 : 2.0 * static_cast<double>(right) / static_cast<double>(all);
}

FitScore score_at(const LogisticModel& model, const std::vector<Example>& examples, double threshold) {
    FitScore score;
    for (const Example& e : examples) {
        const bool said = model.probability(e.values) >= threshold;
        if (said && e.holds) ++score.right;
        if (said && !e.holds) ++score.wrong;
        if (!said && e.holds) ++score.missed;
    }
    return score;
}

FitScore& FitScore::operator+=(const FitScore& other) noexcept {
    right += other.right;
    wrong += other.wrong;
    missed += other.missed;
    return *this;
}

std::map<std::size_t, FitScore> leave_one_group_out(const std::vector<Example>& examples, std::size_t inputs, double threshold,
                                                    const FitOptions& options) {
    std::set<std::size_t> groups;
    for (const Example& e : examples) groups.insert(e.group);
    std::map<std::size_t, FitScore> out;
    for (const std::size_t group : groups) {
        std::vector<Example> train;
        std::vector<Example> test;
        for (const Example& e : examples) (e.group == group ? test : train).push_back(e);
        out.emplace(group, score_at(fit_logistic(train, inputs, options), test, threshold));
    }
    return out;
}

std::string model_file_text(const LogisticModel& model, std::span<const std::string_view> inputs) {
    std::string out = "input\tweight\n";
    for (std::size_t i = 0; i < inputs.size(); ++i) out += std::string(inputs[i]) + '\t' + fixed(model.weights()[i]) + '\n';
    return out + "bias\t" + fixed(model.bias()) + '\n';
}

}  // namespace kwalign::align
