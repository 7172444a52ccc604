#include "model/exchange/sssom_curies.hpp"

#include "model/error.hpp"
#include "model/exchange/identifiers.hpp"

namespace kwalign::model {

namespace {

constexpr std::string_view skos_uri = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view owl_uri = "http://www.w3.org/2002/07/owl#";
constexpr std::string_view rdfs_uri = "http://www.w3.org/2000/01/rdf-schema#";

}  // namespace

SssomCuries::SssomCuries(const SssomMetadata& metadata, bool strict, const KnownParts* known)
    : m_prefixes(metadata.prefixes), m_strict(strict), m_known(known) {
    // Built in; a file may not give them another meaning.
    for (const auto& [prefix, uri] : {std::pair{"linkml", std::string_view("https://w3id.org/linkml/")}, std::pair{"owl", owl_uri},
                                      std::pair{"rdf", std::string_view("http://www.w3.org/1999/02/22-rdf-syntax-ns#")},
                                      std::pair{"rdfs", rdfs_uri}, std::pair{"semapv", std::string_view("https://w3id.org/semapv/vocab/")},
                                      std::pair{"skos", skos_uri}, std::pair{"sssom", std::string_view("https://w3id.org/sssom/")},
                                      std::pair{"xsd", std::string_view("http://www.w3.org/2001/XMLSchema#")}})
        m_prefixes[prefix] = uri;
}

SssomCuries::Split SssomCuries::check(const std::string& curie, const std::string& place) const {
    const auto colon = curie.find(':');
    if (colon == std::string::npos || colon + 1 == curie.size())
        throw Error(ErrorCode::bad_data, place, "\"" + curie + "\" is no CURIE (prefix:name)");
    Split split{curie.substr(0, colon), curie.substr(colon + 1)};
    if (!m_prefixes.contains(split.prefix)) {
        if (split.local.starts_with("//")) throw Error(ErrorCode::bad_data, place, "\"" + curie + "\" is an IRI where a CURIE is expected");
        if (m_strict) throw Error(ErrorCode::bad_data, place, "the prefix \"" + split.prefix + "\" is not declared in curie_map");
    }
    return split;
}

std::optional<Relation> SssomCuries::relation(const std::string& predicate, const std::string& place) const {
    const Split split = check(predicate, place);
    const auto found = m_prefixes.find(split.prefix);
    const std::string uri = found == m_prefixes.end() ? predicate : found->second + split.local;
    if (uri.starts_with(skos_uri)) {
        const auto relation = parse_relation(uri.substr(skos_uri.size()));
        return relation && *relation != Relation::none && uri.ends_with("Match") ? relation : std::nullopt;
    }
    for (const std::string_view same : {"equivalentClass", "equivalentProperty", "sameAs"}) {
        if (uri == std::string(owl_uri) + std::string(same)) return Relation::equal;
    }
    if (uri == std::string(rdfs_uri) + "subClassOf") return Relation::covered_by;
    return std::nullopt;
}

std::string SssomCuries::framework_of_prefix(const std::string& prefix) const {
    const auto found = m_prefixes.find(prefix);
    // Frameworks of kwalign are published under base + framework + "/" (identifiers.hpp).
    if (found == m_prefixes.end() || !found->second.ends_with('/')) return prefix;
    const std::string_view uri = std::string_view(found->second).substr(0, found->second.size() - 1);
    const auto before = uri.find_last_of("/#:");
    return before == std::string_view::npos ? prefix : decode_local_part(uri.substr(before + 1));
}

std::string SssomCuries::standard(const std::string& curie, const std::string& place) const {
    const Split split = check(curie, place);
    return framework_of_prefix(split.prefix) + ":" + decode_local_part(split.local);
}

Endpoint SssomCuries::endpoint(const std::string& curie, const std::string& source, const std::string& unit,
                               const std::string& place) const {
    const Split split = check(curie, place);
    const std::string framework = framework_of_prefix(split.prefix);
    const std::string name = decode_local_part(split.local);
    if (m_known != nullptr) {
        if (auto known = m_known->find(framework + ":" + name)) return *known;
        if (auto known = m_known->find_code(framework, name)) return *known;
        if (auto known = m_known->find(name)) return *known;
    }
    const auto hash = split.local.find('#');
    if (hash != std::string::npos) {
        const std::string standard_id = framework + ":" + decode_local_part(std::string_view(split.local).substr(0, hash));
        const std::string code = decode_local_part(std::string_view(split.local).substr(hash + 1));
        return unit.empty() ? Endpoint{standard_id, code, {}} : Endpoint{standard_id, unit, code};
    }
    return {source.empty() ? framework : standard(source, place), name, {}};
}

}  // namespace kwalign::model
