#include "model/exchange/case_importer.hpp"

#include "model/exchange/case_standard.hpp"
#include "model/exchange/case_tree.hpp"
#include "model/exchange/identifiers.hpp"
#include "model/exchange/import_text.hpp"
#include "model/json_codec.hpp"

namespace kwalign::model {

namespace {

struct Said {
    Relation relation;
    bool reversed = false;
};

/// What an association of others says; nothing for those that are no link between competences.
std::optional<Said> relation_of(std::string_view type) {
    if (type == "exactMatchOf") return Said{Relation::equal};
    if (type == "isPartOf") return Said{Relation::covered_by};
    if (type == "isRelatedTo" || type == "ext:overlaps") return Said{Relation::overlaps};
    return std::nullopt;
}

class LinkReader {
public:
    LinkReader(const CaseContents& contents, const Standard* standard, std::string_view place, const ImportOptions& options,
               Findings& findings)
        : m_contents(contents), m_place(place), m_options(options), m_findings(findings) {
        if (standard != nullptr) m_here.add(*standard);
    }

    [[nodiscard]] std::optional<Link> read(const CaseAssociation& association) const {
        if (!association.link.text.empty())
            return link_from_json(association.link.text, line_place(m_place, association.link.line) + " CFAssociations");
        const auto said = relation_of(association.type);
        const auto source = end_of(association.origin);
        const auto target = end_of(association.destination);
        if (!said || !source || !target || source->standard == target->standard) {
            m_findings.add("association-left-out", Severity::note,
                           line_place(m_place, association.line) + ": " + association.type + " between " + association.origin + " and " +
                               association.destination +
                               (said && !(source && target) ? " is not taken over: an end is not known"
                                                            : " is not taken over: it is no link between two standards"));
            return std::nullopt;
        }
        Link link;
        link.source = *source;
        link.target = *target;
        link.relation = said->relation;
        link.confidence = 1.0;
        link.method = "imported from CASE";
        // What a publisher states is a decision, not a suggestion.
        link.decision = {LinkStatus::confirmed, m_contents.creator, association.changed, association.notes};
        return link;
    }

private:
    [[nodiscard]] std::optional<Endpoint> end_of(const std::string& identifier) const {
        if (auto here = m_here.find(identifier)) return here;
        return m_options.known ? m_options.known->find(identifier) : std::nullopt;
    }

    const CaseContents& m_contents;
    std::string_view m_place;
    const ImportOptions& m_options;
    Findings& m_findings;
    KnownParts m_here;
};

}  // namespace

ImportResult import_case(std::string_view text, std::string_view place, const ImportOptions& options) {
    Findings findings;
    const CaseContents contents = read_case(text, place, findings);
    ImportResult result;
    if (!contents.is_pair) {
        const CaseTree tree = build_case_tree(contents, place, findings);
        result.standards.push_back(case_standard(contents, tree, place, options, findings));
    }
    const LinkReader links(contents, result.standards.empty() ? nullptr : &result.standards.front(), place, options, findings);
    for (const CaseAssociation& association : contents.associations) {
        if (auto link = links.read(association)) result.links.push_back(std::move(*link));
    }
    result.findings = findings.list();
    return result;
}

}  // namespace kwalign::model
