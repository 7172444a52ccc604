#include "ingest/outline/overview.hpp"

#include "ingest/outline/printed_forms.hpp"
#include "ingest/outline/wording.hpp"

#include <algorithm>
#include <optional>

namespace kwalign::ingest {

namespace {

constexpr std::size_t longest_title = 300;  // bytes

/// Reads overview rows: a row holds one or more "code title" pairs; a line without a code goes on with one of the titles.
class OverviewReader {
public:
    OverviewReader(Outline& outline, const Template& form) : m_outline(outline), m_form(form), m_patterns(form.collectors) {}

    void read(const OutlineNode& node) {
        for (const Entry& entry : node.entries) {
            for (const std::size_t index : entry.pieces) read_piece(index);
        }
    }

private:
    struct Open {
        std::size_t entry;  ///< index into outline.overview
        std::optional<CellRef> cell;
    };

    void read_piece(std::size_t index) {
        const Piece& piece = m_outline.pieces[index];
        if (read_profile(index)) return;
        std::vector<PatternMatch> codes;
        for (std::size_t from = 0; m_patterns.overview_unit && from < piece.text.size();) {
            auto match = m_patterns.overview_unit->find(piece.text, from);
            if (!match || match->last <= from) break;
            from = match->last;
            codes.push_back(std::move(*match));
        }
        const std::size_t lead_end = codes.empty() ? piece.text.size() : codes.front().first;
        const std::string_view lead = trimmed(std::string_view(piece.text).substr(0, lead_end));
        if (!lead.empty()) continue_title(lead, piece);
        if (codes.empty()) return;
        m_profile.reset();
        if (!same_row(piece)) m_open.clear();
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const std::size_t end = i + 1 < codes.size() ? codes[i + 1].first : piece.text.size();
            std::string_view title = trimmed(std::string_view(piece.text).substr(codes[i].last, end - codes[i].last));
            while (title.starts_with(':')) title = trimmed(title.substr(1));
            m_outline.overview.push_back({normal_code(m_form, codes[i].group("code")), std::string(title), {}, index});
            m_open.push_back({m_outline.overview.size() - 1, piece.cell});
        }
        m_row = piece.cell;
    }

    [[nodiscard]] bool same_row(const Piece& piece) const {
        return piece.cell && m_row && piece.cell->table == m_row->table && piece.cell->row == m_row->row;
    }

    /// "P2 Title 4 ...": a profile with its level, its cells possibly apart; a later mention without level adds nothing.
    bool read_profile(std::size_t index) {
        if (!m_patterns.profile_row) return false;
        const Piece& piece = m_outline.pieces[index];
        const auto match = m_patterns.profile_row->find(piece.text);
        if (!match) return read_profile_cell(piece);
        const std::string code = normal_code(m_form, match->group("code"));
        const auto known =
            std::find_if(m_outline.overview.begin(), m_outline.overview.end(), [&](const OverviewEntry& e) { return e.code == code; });
        m_open.clear();
        m_profile.reset();
        if (known != m_outline.overview.end()) return true;
        m_outline.overview.push_back({code, std::string(trimmed(match->group("title"))), std::string(match->group("level")), index});
        m_profile = m_outline.overview.size() - 1;
        m_row = piece.cell;
        m_profile_cell = piece.cell;
        return true;
    }

    /// The further cells of a profile's row: its level, and a title that is wrapped.
    bool read_profile_cell(const Piece& piece) {
        if (!m_profile) return false;
        OverviewEntry& entry = m_outline.overview[*m_profile];
        if (!piece.cell) {
            if (!starts_lower(piece.text) || entry.level.empty()) return false;
            entry.title += " " + piece.text;
            return true;
        }
        if (!m_profile_cell || piece.cell->table != m_profile_cell->table || piece.cell->row != m_profile_cell->row) return false;
        if (piece.cell->column == m_profile_cell->column)
            entry.title += " " + piece.text;
        else if (entry.level.empty() && piece.text.size() == 1 && piece.text[0] >= '1' && piece.text[0] <= '9')
            entry.level = piece.text;
        return true;
    }

    void continue_title(std::string_view text, const Piece& piece) {
        if (m_open.empty()) return;
        Open* target = &m_open.back();
        if (piece.cell) {
            const auto same_cell = [&](const Open& open) {
                return open.cell && open.cell->table == piece.cell->table && open.cell->column == piece.cell->column;
            };
            const auto titled = std::find_if(m_open.rbegin(), m_open.rend(), same_cell);
            const bool titles_apart = m_outline.overview[m_open.back().entry].title.empty();
            if (!titles_apart && titled != m_open.rend()) target = &*titled;
        } else if (m_patterns.overview_open_end) {
            // Without columns only the titles themselves tell which of them is unfinished.
            const auto unfinished = [&](const Open& open) {
                return m_patterns.overview_open_end->matches(m_outline.overview[open.entry].title);
            };
            const auto last = std::find_if(m_open.rbegin(), m_open.rend(), unfinished);
            if (last != m_open.rend()) target = &*last;
        }
        std::string& title = m_outline.overview[target->entry].title;
        if (title.size() > longest_title) return;  // text that only seems to belong here
        title += (title.empty() || title.ends_with("\xC2\xAD") ? "" : " ") + std::string(text);
        if (piece.cell) target->cell = piece.cell;
    }

    Outline& m_outline;
    const Template& m_form;
    const CollectorPatterns& m_patterns;
    std::vector<Open> m_open;
    std::optional<CellRef> m_row;
    std::optional<CellRef> m_profile_cell;
    std::optional<std::size_t> m_profile;
};

}  // namespace

void collect_overview(Outline& outline, const OutlineNode& node, const Template& form) { OverviewReader(outline, form).read(node); }

}  // namespace kwalign::ingest
