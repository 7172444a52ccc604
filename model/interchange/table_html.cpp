#include "model/interchange/table_html.hpp"

#include "model/interchange/html/document.hpp"

namespace kwalign::model {

void HtmlTableWriter::write(const EquivalenceTable& table, const TableOptions& options, const TableSink& sink) const {
    write_html(table, options, Medium::screen, sink);
}

}  // namespace kwalign::model
