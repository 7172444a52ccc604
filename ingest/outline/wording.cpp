#include "ingest/outline/wording.hpp"

#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

namespace kwalign::ingest {

namespace {

/// The first code point's bytes.
std::string_view first_character(std::string_view text) {
    if (text.empty()) return {};
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) ++length;
    return text.substr(0, length);
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

/// Last character, quotes and closing brackets skipped.
char last_sign(std::string_view text) {
    static constexpr std::array<std::string_view, 6> closers = {"\"", "'", ")", "”", "“", "’"};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view closer : closers) {
            if (text.ends_with(closer)) {
                text.remove_suffix(closer.size());
                again = true;
            }
        }
    }
    return text.empty() ? '\0' : text.back();
}

std::string letters_of(std::string_view text) {
    std::string result;
    for (const char c : model::strip_marks(model::fold_case(text))) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U) result += c;
    }
    return result;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace

bool starts_upper(std::string_view text) {
    while (!text.empty() && (text.front() == '(' || text.front() == '"' || text.front() == '\'')) text.remove_prefix(1);
    const std::string_view first = first_character(text);
    return !first.empty() && model::to_lower(first) != first;
}

bool starts_lower(std::string_view text) {
    while (!text.empty() && (text.front() == '(' || text.front() == '"' || text.front() == '\'')) text.remove_prefix(1);
    const std::string_view first = first_character(text);
    if (first.empty() || text.starts_with("http") || text.starts_with("www.")) return false;
    if (first.size() == 1) return first[0] >= 'a' && first[0] <= 'z';
    // A letter whose lower case is itself and which has a mark or is itself no ASCII: "õ". Signs such as "→" have no letters at all.
    return model::to_lower(first) == first && !model::words(first).empty();
}

bool ends_sentence(std::string_view text) {
    const std::string_view trimmed_text = trimmed(text);
    const char last = last_sign(trimmed_text);
    return last == '.' || last == '!' || last == '?';
}

bool has_open_bracket(std::string_view text) {
    return std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')');
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::optional<std::pair<std::string, std::size_t>> item_number(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && end < 3 && text[end] >= '0' && text[end] <= '9') ++end;
    const bool letter = end == 0 && text.size() > 2 && text[0] >= 'a' && text[0] <= 'z' && text[1] == ')';
    if (letter) end = 1;
    if (end == 0 || end >= text.size() || (text[end] != '.' && text[end] != ')')) return std::nullopt;
    std::size_t start = end + 1;
    const bool spaced = start < text.size() && text[start] == ' ';
    while (start < text.size() && text[start] == ' ') ++start;
    if (start >= text.size()) return std::nullopt;
    const bool digit = text[start] >= '0' && text[start] <= '9';
    if (!spaced && (digit || text[end] == ')')) return std::nullopt;
    return std::pair{std::string(text.substr(0, end)), start};
}

bool LineWidths::Column::holds(const Piece& piece) const {
    if (page != piece.span.page) return false;
    if (piece.cell) return table == piece.cell->table && column == piece.cell->column;
    return table == 0 && piece.span.box.x0 >= left - 1.0 && piece.span.box.x0 <= left + 24.0;
}

double LineWidths::Column::right() const {
    constexpr double close_by = 30.0;  // points: how ragged full lines are
    for (std::size_t i = ends.size(); i-- > 2;) {
        if (ends[i - 2] >= ends[i] - close_by) return ends[i];
    }
    return ends.back();
}

LineWidths::LineWidths(const std::vector<Piece>& pieces) {
    std::vector<std::size_t> lengths;
    for (const Piece& piece : pieces) {
        if (!piece.span.box.empty()) {
            const auto found =
                std::find_if(m_columns.rbegin(), m_columns.rend(), [&](const Column& column) { return column.holds(piece); });
            if (found != m_columns.rend()) {
                found->left = std::min(found->left, piece.span.box.x0);
                found->ends.push_back(piece.span.box.x1);
            } else {
                const CellRef cell = piece.cell.value_or(CellRef{});
                m_columns.push_back({piece.span.page, cell.table, cell.column, piece.span.box.x0, {piece.span.box.x1}});
            }
        } else if (piece.break_before == Break::unknown) {
            lengths.push_back(model::count_code_points(piece.text));
        }
    }
    for (Column& column : m_columns) std::sort(column.ends.begin(), column.ends.end());
    if (lengths.empty()) return;
    std::sort(lengths.begin(), lengths.end());
    m_characters = static_cast<double>(lengths[lengths.size() * 9 / 10]);
}

const LineWidths::Column* LineWidths::column_of(const Piece& piece) const {
    const auto found = std::find_if(m_columns.rbegin(), m_columns.rend(), [&](const Column& column) { return column.holds(piece); });
    return found == m_columns.rend() ? nullptr : &*found;
}

double LineWidths::room(const Piece& previous, const Piece& next, double right) {
    const double characters = static_cast<double>(model::count_code_points(previous.text));
    const double word = static_cast<double>(model::count_code_points(first_word(next.text))) + 1.0;
    const double per_character = characters > 0.0 ? previous.span.box.width() / characters : 0.0;
    return right - previous.span.box.x1 - word * per_character;
}

bool LineWidths::wraps(const Piece& previous, const Piece& next) const {
    if (previous.span.box.empty()) {
        const double characters =
            static_cast<double>(model::count_code_points(previous.text) + model::count_code_points(first_word(next.text)) + 1);
        return m_characters <= 0.0 || characters > m_characters;
    }
    const Column* column = column_of(previous);
    return column == nullptr || room(previous, next, column->right()) < 0.0;
}

bool LineWidths::surely_fits(const Piece& previous, const Piece& next) const {
    constexpr std::size_t enough = 6;  // lines that make a column well known
    constexpr double margin = 12.0;    // points; words are measured by the line's mean width
    const Column* column = previous.span.box.empty() ? nullptr : column_of(previous);
    return column != nullptr && column->ends.size() >= enough && room(previous, next, column->right()) > margin;
}

std::string join_pieces(const Outline& outline, const std::vector<std::size_t>& indices, std::vector<model::Repair>* repairs) {
    std::string result;
    for (const std::size_t index : indices) {
        const std::string& text = outline.pieces[index].text;
        result = result.empty() ? text : outline.joiner.join(result, text, repairs);
        if (repairs == nullptr) continue;
        for (const model::Repair& repair : outline.pieces[index].repairs) {
            if (text.find(repair.after) != std::string::npos) repairs->push_back(repair);  // a piece may be a part of its line
        }
    }
    return model::collapse_spaces(result);
}

std::string node_text(const Outline& outline, const OutlineNode& node) {
    std::string text;
    for (const Entry& entry : node.entries) {
        const std::string added = join_pieces(outline, entry.pieces);
        text = text.empty() ? added : outline.joiner.join(text, added);
    }
    return text;
}

std::string shortened(std::string_view text) {
    constexpr std::size_t longest = 100;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        if (starts && ++count > longest) return std::string(text.substr(0, i)) + "…";
    }
    return std::string(text);
}

double title_likeness(std::string_view a, std::string_view b) {
    const std::string left = letters_of(a.substr(0, 400));
    const std::string right = letters_of(b.substr(0, 400));
    const std::size_t longer = std::max(left.size(), right.size());
    if (longer == 0) return 0.0;
    return 1.0 - static_cast<double>(edit_distance(left, right)) / static_cast<double>(longer);
}

}  // namespace kwalign::ingest
