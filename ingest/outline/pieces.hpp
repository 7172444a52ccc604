#pragma once

/// Lines become pieces; a piece can be cut where several entries were run together.

#include "ingest/outline/outline.hpp"

#include <cstddef>
#include <vector>

namespace kwalign::ingest {

/// The body lines in reading order; lines that are only drawn (rules, rows of dots) are consumed at once.
[[nodiscard]] std::vector<Piece> pieces_of(const LayoutDocument& document);

/// Keeps what stands from byte `at` of the text on.
void keep_from(Piece& piece, std::size_t at);
/// Keeps what stands before byte `at` of the text.
void keep_until(Piece& piece, std::size_t at);

/// Cuts pieces[index] at these bytes (ascending, none 0) into that many more pieces, each a paragraph of its own.
void cut_piece(std::vector<Piece>& pieces, std::size_t index, const std::vector<std::size_t>& cuts);

}  // namespace kwalign::ingest
