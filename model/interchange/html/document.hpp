#pragma once

/// The page as a whole, for the two formats that are made of it.

#include "model/interchange/table_writer.hpp"

namespace kwalign::model {

/// Where the page will be read: in a browser, with a script and everything that opens and closes, or on paper, where everything is open,
/// nothing moves, and drawings are pictures with a text beside them.
enum class Medium { screen, paper };

/// Throws as TableWriter::write() does.
void write_html(const EquivalenceTable& table, const TableOptions& options, Medium medium, const TableSink& sink);

}  // namespace kwalign::model
