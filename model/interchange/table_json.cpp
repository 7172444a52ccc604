#include "model/interchange/table_json.hpp"

#include "model/interchange/table_view.hpp"
#include "model/json_codec.hpp"

namespace kwalign::model {

void JsonTableWriter::write(const EquivalenceTable& table, const TableOptions& options, const TableSink& sink) const {
    char last = '\0';
    const auto shown = [&options](const Link& link) { return is_shown(link, options); };
    const TableSink watch = [&](std::string_view bytes) {
        if (!bytes.empty()) last = bytes.back();
        sink(bytes);
    };
    write_json(table, options.persons, 2, shown, watch);
    if (last != '\n') sink("\n");
}

}  // namespace kwalign::model
