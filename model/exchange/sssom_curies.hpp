#pragma once

/// Private to the SSSOM importer: what CURIEs stand for.

#include "model/exchange/importer.hpp"
#include "model/exchange/sssom_metadata.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kwalign::model {

class SssomCuries {
public:
    /// `strict`: a prefix that is not declared is an error; else it stands for itself, for files without any metadata.
    SssomCuries(const SssomMetadata& metadata, bool strict, const KnownParts* known);

    /// The relation that a predicate says; nothing for an unknown one. Throws what check() throws.
    [[nodiscard]] std::optional<Relation> relation(const std::string& predicate, const std::string& place) const;
    /// The end of a link. `source` is the CURIE of its vocabulary, `unit` the code of the unit that holds a statement; both may be empty.
    [[nodiscard]] Endpoint endpoint(const std::string& curie, const std::string& source, const std::string& unit,
                                    const std::string& place) const;
    /// The model id of a standard; the CURIE itself where it is none of kwalign's.
    [[nodiscard]] std::string standard(const std::string& curie, const std::string& place) const;

private:
    struct Split {
        std::string prefix;
        std::string local;
    };
    /// Throws Error(bad_data) at `place` for what is no CURIE or has an undeclared prefix.
    [[nodiscard]] Split check(const std::string& curie, const std::string& place) const;
    [[nodiscard]] std::string framework_of_prefix(const std::string& prefix) const;

    std::map<std::string, std::string> m_prefixes;
    bool m_strict;
    const KnownParts* m_known;
};

}  // namespace kwalign::model
