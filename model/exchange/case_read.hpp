#pragma once

/// Private to the CASE importer: the parts of a package, checked one by one, before they are put together.

#include "model/exchange/json_parts.hpp"
#include "model/finding.hpp"
#include "model/json_reader.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kwalign::model {

/// One CFItem.
struct CaseItem {
    std::string identifier;
    std::string statement;
    std::string type;
    std::string code;
    std::string enumeration;
    std::string language;
    std::vector<std::string> education_levels;
    JsonPart unit;           ///< what kwalign wrote about a unit, else an empty text
    JsonPart own_statement;  ///< what kwalign wrote about a statement
    std::size_t line = 0;
};

/// One CFAssociation that is no isChildOf.
struct CaseAssociation {
    std::string type;
    std::string origin;
    std::string destination;
    std::string changed;
    std::string notes;
    JsonPart link;  ///< what kwalign wrote about a link
    std::size_t line = 0;
};

struct CaseParent {
    std::size_t child = 0;              ///< index into items
    std::optional<std::size_t> parent;  ///< nothing: the document
    std::optional<long long> sequence;
};

struct CaseContents {
    std::string identifier;
    std::string title;
    std::string creator;
    std::string version;
    std::string language;
    std::string status_start;
    std::string status_end;
    std::map<std::string, std::string> further;  ///< description, notes, publisher, officialSourceURL where given
    JsonPart standard;                           ///< what kwalign wrote about the standard
    bool is_pair = false;                        ///< a package of links that kwalign wrote
    std::vector<CaseItem> items;
    std::unordered_map<std::string, std::size_t> item_of;  ///< by identifier
    std::vector<CaseParent> parents;
    std::vector<CaseAssociation> associations;
};

/// Throws Error as import_from does.
[[nodiscard]] CaseContents read_case(std::string_view text, std::string_view place, Findings& findings);

}  // namespace kwalign::model
