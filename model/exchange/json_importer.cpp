#include "model/exchange/json_importer.hpp"

#include "model/error.hpp"
#include "model/exchange/import_text.hpp"
#include "model/exchange/json_parts.hpp"
#include "model/json_codec.hpp"

#include <set>

namespace kwalign::model {

ImportResult import_json(std::string_view text, std::string_view place, const ImportOptions&) {
    ImportResult result;
    std::set<std::string> ids;
    const auto add = [&](const JsonPart& part) {
        const std::string where = line_place(place, part.line);
        Standard standard = standard_from_json(part.text, where);
        if (standard.id.empty()) throw Error(ErrorCode::bad_data, where, "this standard has no id");
        if (!ids.insert(standard.id).second) throw Error(ErrorCode::bad_data, where, "the standard " + standard.id + " occurs twice");
        result.standards.push_back(std::move(standard));
    };
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && text[first] == '[')
        for_each_element({text, 1}, place, [&](std::size_t, const JsonPart& part) { add(part); });
    else
        add({text, 1});
    return result;
}

}  // namespace kwalign::model
