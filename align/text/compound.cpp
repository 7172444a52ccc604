#include "align/text/compound.hpp"

#include <algorithm>
#include <limits>

namespace kwalign::align {
namespace {

constexpr std::size_t max_letters = 60;
constexpr std::size_t min_known_letters = 3;
constexpr std::size_t min_unknown_letters = 4;
constexpr std::size_t min_anchor_letters = 7;
constexpr std::size_t max_chance_letters = 4;

constexpr int cost_part = 10;           // fewer parts are better
constexpr int cost_short_part = 6;      // three-letter parts are often chance
constexpr int cost_link = 1;            // a bare joint is better than a linking letter
constexpr int cost_unknown_letter = 9;  // an unknown part must pay for itself
constexpr int impossible = std::numeric_limits<int>::max() / 2;

struct Step {
    int cost = impossible;
    std::size_t from = 0;
    std::size_t part_end = 0;  // letter index at which the part itself ends, before its linking letters
    bool known = false;
    bool used_unknown = false;
    bool used_short = false;  // a known part so short that beside an unknown one it may be anything
};

/// Byte offsets of the letters of a UTF-8 word, with its end.
std::vector<std::size_t> letter_offsets(std::string_view word) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < word.size(); ++i)
        if ((static_cast<unsigned char>(word[i]) & 0xC0) != 0x80) out.push_back(i);
    out.push_back(word.size());
    return out;
}

class Splitter {
public:
    Splitter(std::string_view word, const Morphology& morphology, const KnowsPart& knows)
        : m_word(word), m_morphology(morphology), m_knows(knows), m_offsets(letter_offsets(word)), m_best(m_offsets.size()) {}

    std::vector<CompoundPart> run() {
        const std::size_t n = m_offsets.size() - 1;
        m_best[0].cost = 0;
        for (std::size_t end = min_known_letters; end <= n; ++end)
            for (std::size_t start = 0; start + min_known_letters <= end; ++start) try_part(start, end, n);
        return collect(n);
    }

private:
    std::string_view piece(std::size_t start, std::size_t end) const {
        return m_word.substr(m_offsets[start], m_offsets[end] - m_offsets[start]);
    }

    void try_part(std::size_t start, std::size_t end, std::size_t n) {
        const Step& before = m_best[start];
        if (before.cost >= impossible || (start == 0 && end == n)) return;
        const std::string_view text = piece(start, end);
        const bool last = end == n;
        const bool known = m_knows(m_morphology.keys_of_word(text), text);
        int cost = before.cost + cost_part;
        if (known) {
            if (end - start < min_unknown_letters) cost += cost_short_part;
        } else {
            if (before.used_unknown || end - start < min_unknown_letters) return;
            cost += cost_unknown_letter * static_cast<int>(end - start);
        }
        const bool unknown_used = before.used_unknown || !known;
        const bool short_used = before.used_short || (known && end - start <= max_chance_letters);
        if (unknown_used && short_used) return;
        offer(end, {cost, start, end, known, unknown_used, short_used});
        if (last) return;
        for (const std::string& link : m_morphology.compound_links()) {
            const std::size_t after = end + link.size();  // links are ASCII
            if (after < n && piece(end, after) == link) offer(after, {cost + cost_link, start, end, known, unknown_used, short_used});
        }
    }

    void offer(std::size_t at, const Step& step) {
        if (step.cost < m_best[at].cost) m_best[at] = step;
    }

    std::vector<CompoundPart> collect(std::size_t n) const {
        if (m_best[n].cost >= impossible) return {};
        std::vector<CompoundPart> parts;
        bool anchored = !m_best[n].used_unknown;
        for (std::size_t at = n; at > 0; at = m_best[at].from) {
            const Step& step = m_best[at];
            parts.push_back({m_offsets[step.from], m_offsets[step.part_end], step.known});
            anchored = anchored || (step.known && step.part_end - step.from >= min_anchor_letters);
        }
        if (!anchored || parts.size() < 2) return {};
        std::reverse(parts.begin(), parts.end());
        return parts;
    }

    std::string_view m_word;
    const Morphology& m_morphology;
    const KnowsPart& m_knows;
    std::vector<std::size_t> m_offsets;
    std::vector<Step> m_best;
};

}  // namespace

std::vector<CompoundPart> split_compound(std::string_view word, const Morphology& morphology, const KnowsPart& knows) {
    if (!morphology.has_compounds()) return {};
    const std::size_t letters = letter_offsets(word).size() - 1;
    if (letters < 2 * min_known_letters || letters > max_letters) return {};
    return Splitter(word, morphology, knows).run();
}

}  // namespace kwalign::align
