#pragma once

/// Private to the CASE exporter: the package of one pair.

#include "model/exchange/case_vocabulary.hpp"
#include "model/exchange/endpoint_index.hpp"
#include "model/exchange/exporter.hpp"

#include <string>

namespace kwalign::model {

/// The pair and its standards must outlive it.
class CasePair {
public:
    CasePair(const ExportPair& pair, const ExportOptions& options, LossReport& losses);

    [[nodiscard]] std::string document_json() const;
    /// One CFAssociation; reports what it cannot say.
    [[nodiscard]] std::string association_json(const Link& link);
    [[nodiscard]] std::string definitions_json() const;

private:
    /// One end of a link as CASE names it.
    struct End {
        CaseNode node;
        std::string title;
        const std::vector<SourceSpan>* spans = nullptr;
    };
    struct Side {
        EndpointIndex index;
        CaseIdentifiers identifiers;
    };
    [[nodiscard]] End end_of(const Side& side, const Endpoint& endpoint, const Link& link);
    void report(const Link& link);

    const ExportOptions* m_options;
    LossReport* m_losses;
    Side m_source;
    Side m_target;
    std::string m_changed;
};

}  // namespace kwalign::model
