#pragma once

/// Private to the SSSOM importer: the metadata block, which is YAML 1.2 without directives, tags, anchors and aliases. Read are block
/// mappings and sequences, flow sequences of scalars, and plain, single and double quoted scalars on one line: what SSSOM needs.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

struct SssomMetadata {
    std::map<std::string, std::vector<std::string>> slots;  ///< scalars and sequences of scalars; a scalar is a sequence of one
    std::map<std::string, std::string> prefixes;            ///< curie_map
    std::map<std::string, std::string> extensions;          ///< slot name to property CURIE (may be empty)

    /// The first value of a slot, or empty.
    [[nodiscard]] std::string first(std::string_view slot) const;
};

/// One line of the block without its "#"; `number` counts from 1 in the file.
struct SssomMetadataLine {
    std::string_view text;
    std::size_t number = 0;
};

/// Throws Error(bad_data) with the line of what is not such YAML.
[[nodiscard]] SssomMetadata read_sssom_metadata(const std::vector<SssomMetadataLine>& lines, std::string_view place);

}  // namespace kwalign::model
