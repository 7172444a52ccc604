#include "model/interchange/table_pdf.hpp"

#include "model/error.hpp"
#include "model/interchange/html/document.hpp"
#include "model/interchange/table_rows.hpp"

namespace kwalign::model {

void PdfTableWriter::write(const EquivalenceTable& table, const TableOptions& options, const TableSink& sink) const {
    std::size_t rows = 0;
    {
        const TableView view(table, options);
        for (const PairView& pair : view.pairs()) rows += count_rows(view, pair);
    }
    if (rows > max_rows && options.parts != TableParts::matrix && options.parts != TableParts::flow) {
        throw Error(ErrorCode::limit_exceeded, "PDF",
                    std::to_string(rows) + " rows, more than the " + std::to_string(max_rows) + " that fit",
                    "leave rows out (--min-confidence, fewer standards), or write html or xlsx");
    }
    std::string html;
    write_html(table, options, Medium::paper, [&html](std::string_view bytes) { html += bytes; });
    sink(m_printer.pdf_of(html));
}

}  // namespace kwalign::model
