#pragma once

/// Private to the SSSOM exporter: links of one pair as rows.

#include "model/exchange/endpoint_index.hpp"
#include "model/exchange/exporter.hpp"
#include "model/exchange/sssom_columns.hpp"

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace kwalign::model {

/// Prefix names for frameworks: the framework itself where it is a name that CURIEs can use, distinct from each other and from the
/// prefixes that SSSOM has built in.
class CuriePrefixes {
public:
    /// Known from here on.
    void add(std::string_view framework);
    /// The CURIE of a model id whose framework was added.
    [[nodiscard]] std::string curie(std::string_view id) const;
    /// Prefix to framework, sorted by prefix.
    [[nodiscard]] const std::map<std::string, std::string>& list() const noexcept { return m_frameworks; }

private:
    std::map<std::string, std::string, std::less<>> m_prefixes;  ///< by framework
    std::map<std::string, std::string> m_frameworks;             ///< by prefix
};

/// Counts the links of the pair once, for their cardinality. The pair and its standards must outlive it.
class SssomPair {
public:
    SssomPair(const ExportPair& pair, const ExportOptions& options, const CuriePrefixes& prefixes);

    /// A link that says something (relation other than none).
    [[nodiscard]] SssomRow row(const Link& link) const;
    /// What was examined and found no partner: units that no link of the pair names, with what the source knows about them.
    void for_each_missing(const std::function<void(const SssomRow&)>& visit) const;
    /// Counts what the row of `link` cannot say.
    void report(const Link& link, LossReport& losses) const;

private:
    void fill_end(SssomRow& row, const EndpointIndex& index, const Endpoint& endpoint, bool subject) const;
    void fill_decision(SssomRow& row, const Link& link) const;
    void fill_sources(SssomRow& row) const;
    [[nodiscard]] std::string cardinality_of(const Link& link) const;
    [[nodiscard]] SssomRow missing_row(const Endpoint& item, bool subject, const std::string& why) const;
    void count(const Link& link);

    const ExportPair& m_pair;
    const ExportOptions& m_options;
    const CuriePrefixes& m_prefixes;
    EndpointIndex m_source;
    EndpointIndex m_target;
    std::unordered_map<std::string, std::size_t> m_of_subject;  ///< records by the code of their subject
    std::unordered_map<std::string, std::size_t> m_of_object;
    std::unordered_set<std::string> m_linked_source;  ///< codes of units that a link names
    std::unordered_set<std::string> m_linked_target;
    std::string m_method;  ///< of the first link: how the pair was examined
};

/// The predicate of a relation, "skos:exactMatch".
[[nodiscard]] std::string sssom_predicate(Relation relation);

}  // namespace kwalign::model
