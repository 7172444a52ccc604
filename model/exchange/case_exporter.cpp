#include "model/exchange/case_exporter.hpp"

#include "model/error.hpp"
#include "model/exchange/case_document.hpp"
#include "model/exchange/case_links.hpp"
#include "model/exchange/change_set.hpp"
#include "model/exchange/identifiers.hpp"
#include "model/exchange/uuid_set.hpp"
#include "model/identity.hpp"

#include <unordered_map>

namespace kwalign::model {

struct CaseExporter::OpenPair {
    CasePair description;
    CasePackage package;
    UuidSet written;  ///< so that two links with the same ends are not the same object twice
};

namespace {

/// Writes isChildOf associations and counts the children of each node, which is their sequence.
class Hierarchy {
public:
    Hierarchy(const CaseStandard& context, CasePackage& package) : m_context(context), m_package(package) {
        for (const Unit& unit : context.standard.units) m_units.emplace(unit.code, &unit);
    }

    void unit(const Unit& unit) {
        const Standard& standard = m_context.standard;
        const std::string id = id_of(standard, unit);
        const auto parent = m_units.find(unit.parent);
        if (parent == m_units.end() || parent->second == &unit)
            child(id, title_of(unit), m_context.document, standard.title.empty() ? standard.id : standard.title);
        else
            child(id, title_of(unit), item(id_of(standard, *parent->second)), title_of(*parent->second));
        for (const Statement& statement : unit.statements) child(id_of(standard, statement), statement.text, item(id), title_of(unit));
    }

private:
    [[nodiscard]] CaseNode item(const std::string& id) const {
        return case_node(m_context.options, "CFItems", m_context.identifiers.of(id));
    }
    [[nodiscard]] static const std::string& title_of(const Unit& unit) { return unit.title.empty() ? unit.code : unit.title; }

    void child(const std::string& id, const std::string& title, const CaseNode& parent, const std::string& parent_title) {
        const CaseNode node = item(id);
        JsonWriter json;
        json.begin_object();
        write_case_node(json, case_node(m_context.options, "CFAssociations", uuid_v5("child:" + id)));
        json.member("associationType", "isChildOf");
        json.key("sequenceNumber"), json.count(++m_children[parent.identifier]);
        write_case_link(json, "originNodeURI", node, title);
        write_case_link(json, "destinationNodeURI", parent, parent_title);
        json.member("lastChangeDateTime", m_context.changed);
        json.end_object();
        m_package.association(json.take());
    }

    const CaseStandard& m_context;
    CasePackage& m_package;
    std::unordered_map<std::string_view, const Unit*> m_units;
    std::unordered_map<std::string, std::size_t> m_children;
};

}  // namespace

CaseExporter::CaseExporter(const ExportContext& context) : m_context(context) {}
CaseExporter::~CaseExporter() = default;

void CaseExporter::begin() {
    if (m_context.output.holds_several()) return;
    const std::size_t standards = m_context.source.count_standards();
    const std::size_t pairs = m_context.source.count_pairs();
    if (pairs > 1 || (pairs == 0 && standards != 1))
        throw Error(ErrorCode::unsupported, "case",
                    "a CASE package holds one standard or the links of one pair, and here are " + std::to_string(standards) +
                        " standards and " + std::to_string(pairs) + " pairs",
                    "write to a folder");
    m_standards_apart = pairs == 1;
}

void CaseExporter::standard(const Standard& standard) {
    if (m_standards_apart) {
        m_context.losses.add("standards-apart", LossFate::left_out,
                             "a single CASE file holds the links of the pair; export each standard by itself, or to a folder", standard.id);
        return;
    }
    const CaseStandard context = describe_for_case(standard, m_context.options, m_context.losses);
    CasePackage package(m_context.output.open(file_name_for(standard.id) + ".case.json"), case_document_json(context));
    const ChangeSet* changes = m_context.options.changes;
    for (const Unit& unit : standard.units) {
        if (!changes || changes->has_unit(standard.id, unit.code)) package.item(case_unit_json(context, unit));
        for (const Statement& statement : unit.statements) {
            if (!changes || changes->has_statement(standard.id, statement.code))
                package.item(case_statement_json(context, unit, statement));
        }
    }
    if (!changes || changes->has_hierarchy(standard.id)) {
        Hierarchy hierarchy(context, package);
        for (const Unit& unit : standard.units) hierarchy.unit(unit);
    }
    package.finish(case_definitions_json(context));
}

void CaseExporter::begin_pair(const ExportPair& pair) {
    CasePair description(pair, m_context.options, m_context.losses);
    ByteSink& sink = m_context.output.open(file_name_for(pair.source().id) + "--" + file_name_for(pair.target().id) + ".case.json");
    const std::string document = description.document_json();
    m_pair = std::make_unique<OpenPair>(OpenPair{std::move(description), CasePackage(sink, document), {}});
}

void CaseExporter::link(const Link& link) {
    if (link.relation == Relation::none) {
        m_context.losses.add("relation-none", LossFate::left_out, "CASE cannot say that nothing was found", place_of(link));
        return;
    }
    if (!m_pair->written.insert(link_identifier(link))) {
        m_context.losses.add("repeated-link", LossFate::left_out, "a second link between the same ends is left out", place_of(link));
        return;
    }
    m_pair->package.association(m_pair->description.association_json(link));
}

void CaseExporter::end_pair() {
    m_pair->package.finish(m_pair->description.definitions_json());
    m_pair.reset();
}

}  // namespace kwalign::model
