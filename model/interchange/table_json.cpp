#include "model/interchange/table_json.hpp"

#include "model/interchange/table_view.hpp"
#include "model/json_codec.hpp"

namespace kwalign::model {

void JsonTableWriter::write(const EquivalenceTable& table, const TableOptions& options, const TableSink& sink) const {
    EquivalenceTable shown = table;
    const auto hidden = [&options](const Link& link) { return !is_shown(link, options); };
    const auto forget_reviewer = [&options](std::vector<Link>& links) {
        if (options.persons == Persons::keep) return;
        for (Link& link : links) link.decision.by.clear();
    };
    for (Pair& pair : shown.pairs) {
        std::erase_if(pair.links, hidden);
        std::erase_if(pair.statement_links, hidden);
        forget_reviewer(pair.links);
        forget_reviewer(pair.statement_links);
    }
    std::string text = to_json(shown, options.persons);
    if (text.empty() || text.back() != '\n') text += '\n';
    sink(text);
}

}  // namespace kwalign::model
