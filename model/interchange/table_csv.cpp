#include "model/interchange/table_csv.hpp"

#include "model/interchange/numbers.hpp"
#include "model/interchange/table_rows.hpp"
#include "model/interchange/valid_text.hpp"

namespace kwalign::model {

namespace {

constexpr std::string_view header =
    "source_standard,source_code,source_title,source_lang,source_level,relation,confidence,coverage_source,coverage_target,"
    "target_standard,target_code,target_title,target_lang,target_level,status,evidence,expires\n";

/// One line: fields in order, separators between them.
class CsvLine {
public:
    CsvLine& add(std::string_view field) {
        if (!m_text.empty() || m_any) m_text += ',';
        m_any = true;
        if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
            m_text += field;
            return *this;
        }
        m_text += '"';
        for (const char c : field) {
            if (c == '"') m_text += '"';
            m_text += c;
        }
        m_text += '"';
        return *this;
    }
    CsvLine& add(const RowEnd& end) { return add(end.standard).add(end.code).add(end.title).add(end.lang).add(end.level); }
    [[nodiscard]] std::string end() { return std::move(m_text += '\n'); }

private:
    std::string m_text;
    bool m_any = false;
};

std::string csv_line(const TableRow& row) {
    CsvLine line;
    line.add(row.source);
    line.add(to_string(row.relation)).add(fixed(row.confidence, 3)).add(fixed(row.coverage_source, 3)).add(fixed(row.coverage_target, 3));
    line.add(row.target);
    line.add(to_string(row.decision.status)).add(row.evidence).add(row.expires);
    return line.end();
}

}  // namespace

void CsvTableWriter::write(const EquivalenceTable& table, const TableOptions& options, const TableSink& sink) const {
    const TableView view(table, options);
    const Messages english("en");
    sink(header);
    for (const PairView& pair : view.pairs()) {
        for_each_row(view, pair, english, [&sink](const TableRow& row) { sink(valid_text(csv_line(row))); });
    }
}

}  // namespace kwalign::model
