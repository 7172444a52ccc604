#include "align/translation/model1.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <cmath>

namespace kwalign::align {
namespace {

/// Which pairs of keys occur together, and one translation probability per such pair and direction.
class Cooccurrence {
public:
    Cooccurrence(const std::vector<NumberedPair>& pairs, std::size_t max_cells) {
        std::vector<std::uint64_t>& all = m_pairs;
        constexpr std::size_t compact_every = 20'000'000;
        std::size_t next_compact = compact_every;
        for (const NumberedPair& pair : pairs) {
            for (const std::uint32_t f : pair.foreign)
                for (const std::uint32_t e : pair.english) all.push_back(packed(f, e));
            if (all.size() < next_compact) continue;
            compact();
            if (all.size() > max_cells)
                throw model::Error(model::ErrorCode::limit_exceeded, "parallel text", "too many different pairs of words",
                                   "learn from fewer files");
            next_compact = all.size() + compact_every;
        }
        compact();
    }
    std::size_t size() const noexcept { return m_pairs.size(); }
    std::size_t cell(std::uint32_t f, std::uint32_t e) const {
        return static_cast<std::size_t>(std::lower_bound(m_pairs.begin(), m_pairs.end(), packed(f, e)) - m_pairs.begin());
    }
    std::uint32_t foreign(std::size_t cell) const { return static_cast<std::uint32_t>(m_pairs[cell] >> 32); }
    std::uint32_t english(std::size_t cell) const { return static_cast<std::uint32_t>(m_pairs[cell] & 0xFFFFFFFFU); }

private:
    static std::uint64_t packed(std::uint32_t f, std::uint32_t e) { return (static_cast<std::uint64_t>(f) << 32) | e; }
    void compact() {
        std::sort(m_pairs.begin(), m_pairs.end());
        m_pairs.erase(std::unique(m_pairs.begin(), m_pairs.end()), m_pairs.end());
    }
    std::vector<std::uint64_t> m_pairs;
};

/// The pairs' cells, row by row: cells[start + i * columns + j] belongs to foreign word i and English word j.
struct Grid {
    std::size_t start = 0;
    std::size_t rows = 0;
    std::size_t columns = 0;
};

class Training {
public:
    Training(const std::vector<NumberedPair>& pairs, std::size_t foreign_keys, std::size_t english_keys, const Model1Options& options)
        : m_pairs(pairs),
          m_options(options),
          m_cooccurrence(pairs, options.max_cells),
          m_foreign_given(m_cooccurrence.size(), 1.0),
          m_english_given(m_cooccurrence.size(), 1.0),
          m_foreign_null(foreign_keys, 1.0),
          m_english_null(english_keys, 1.0) {
        for (const NumberedPair& pair : pairs) {
            m_grids.push_back({m_cells.size(), pair.foreign.size(), pair.english.size()});
            for (const std::uint32_t f : pair.foreign)
                for (const std::uint32_t e : pair.english) m_cells.push_back(static_cast<std::uint32_t>(m_cooccurrence.cell(f, e)));
        }
    }

    std::vector<KeyPair> run() {
        for (std::size_t i = 0; i < m_options.iterations; ++i) {
            step(m_foreign_given, m_foreign_null, true);
            step(m_english_given, m_english_null, false);
        }
        return agreed();
    }

private:
    std::size_t at(const Grid& grid, std::size_t row, std::size_t column) const {
        return m_cells[grid.start + row * grid.columns + column];
    }

    /// One step of expectation maximisation of p(generated | given); the given side has the empty word.
    void step(std::vector<double>& given, std::vector<double>& null, bool foreign_generated) {
        std::vector<double> counts(given.size(), 0.0);
        std::vector<double> null_counts(null.size(), 0.0);
        for (std::size_t p = 0; p < m_pairs.size(); ++p) {
            const Grid& grid = m_grids[p];
            const std::vector<std::uint32_t>& generated = foreign_generated ? m_pairs[p].foreign : m_pairs[p].english;
            const std::size_t givens = foreign_generated ? grid.columns : grid.rows;
            for (std::size_t g = 0; g < generated.size(); ++g) {
                const auto cell_of = [&](std::size_t k) { return foreign_generated ? at(grid, g, k) : at(grid, k, g); };
                double sum = null[generated[g]];
                for (std::size_t k = 0; k < givens; ++k) sum += given[cell_of(k)];
                if (sum <= 0.0) continue;
                null_counts[generated[g]] += null[generated[g]] / sum;
                for (std::size_t k = 0; k < givens; ++k) counts[cell_of(k)] += given[cell_of(k)] / sum;
            }
        }
        normalise(counts, null_counts, foreign_generated);
        given = std::move(counts);
        null = std::move(null_counts);
    }

    void normalise(std::vector<double>& counts, std::vector<double>& null_counts, bool foreign_generated) const {
        std::vector<double> totals(foreign_generated ? m_english_null.size() : m_foreign_null.size(), 0.0);
        const auto given_key = [&](std::size_t cell) {
            return foreign_generated ? m_cooccurrence.english(cell) : m_cooccurrence.foreign(cell);
        };
        for (std::size_t c = 0; c < counts.size(); ++c) totals[given_key(c)] += counts[c];
        for (std::size_t c = 0; c < counts.size(); ++c)
            if (totals[given_key(c)] > 0.0) counts[c] /= totals[given_key(c)];
        double null_total = 0.0;
        for (const double n : null_counts) null_total += n;
        for (double& n : null_counts) n = null_total > 0.0 ? n / null_total : 0.0;
    }

    std::vector<KeyPair> agreed() const {
        std::vector<double> evidence(m_cooccurrence.size(), 0.0);
        std::vector<double> foreign_count(m_foreign_null.size(), 0.0);
        std::vector<double> english_count(m_english_null.size(), 0.0);
        for (std::size_t p = 0; p < m_pairs.size(); ++p) add_agreement(p, evidence, foreign_count, english_count);
        std::vector<KeyPair> out;
        for (std::size_t c = 0; c < evidence.size(); ++c) {
            if (evidence[c] < m_options.min_evidence) continue;
            const std::uint32_t f = m_cooccurrence.foreign(c);
            const std::uint32_t e = m_cooccurrence.english(c);
            const double forth = evidence[c] / (foreign_count[f] + m_options.smoothing);
            const double back = evidence[c] / (english_count[e] + m_options.smoothing);
            const double probability = std::min(1.0, std::sqrt(forth * back));
            if (probability >= m_options.min_probability) out.push_back({f, e, evidence[c], probability});
        }
        return out;  // cells are sorted by foreign, then English key
    }

    void add_agreement(std::size_t p, std::vector<double>& evidence, std::vector<double>& foreign_count,
                       std::vector<double>& english_count) const {
        const Grid& grid = m_grids[p];
        const NumberedPair& pair = m_pairs[p];
        std::vector<double> row_sum(grid.rows);
        std::vector<double> column_sum(grid.columns);
        for (std::size_t i = 0; i < grid.rows; ++i) row_sum[i] = m_foreign_null[pair.foreign[i]];
        for (std::size_t j = 0; j < grid.columns; ++j) column_sum[j] = m_english_null[pair.english[j]];
        for (std::size_t i = 0; i < grid.rows; ++i)
            for (std::size_t j = 0; j < grid.columns; ++j) {
                row_sum[i] += m_foreign_given[at(grid, i, j)];
                column_sum[j] += m_english_given[at(grid, i, j)];
            }
        for (std::size_t i = 0; i < grid.rows; ++i)
            for (std::size_t j = 0; j < grid.columns; ++j) {
                const std::size_t cell = at(grid, i, j);
                if (row_sum[i] > 0.0 && column_sum[j] > 0.0)
                    evidence[cell] += m_foreign_given[cell] / row_sum[i] * m_english_given[cell] / column_sum[j];
            }
        for (const std::uint32_t f : pair.foreign) foreign_count[f] += 1.0;
        for (const std::uint32_t e : pair.english) english_count[e] += 1.0;
    }

    const std::vector<NumberedPair>& m_pairs;
    const Model1Options& m_options;
    Cooccurrence m_cooccurrence;
    std::vector<double> m_foreign_given;  // p(foreign | english) by cell
    std::vector<double> m_english_given;  // p(english | foreign) by cell
    std::vector<double> m_foreign_null;
    std::vector<double> m_english_null;
    std::vector<Grid> m_grids;
    std::vector<std::uint32_t> m_cells;
};

}  // namespace

std::vector<KeyPair> align_keys(const std::vector<NumberedPair>& pairs, std::size_t foreign_keys, std::size_t english_keys,
                                const Model1Options& options) {
    return Training(pairs, foreign_keys, english_keys, options).run();
}

}  // namespace kwalign::align
