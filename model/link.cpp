#include "model/link.hpp"

#include <array>

namespace kwalign::model {
namespace {

struct RelationNames {
    Relation relation;
    std::string_view own;
    std::string_view skos;
};

constexpr std::array<RelationNames, 6> relations{{
    {Relation::equal, "equal", "exactMatch"},
    {Relation::equivalent, "equivalent", "closeMatch"},
    {Relation::covers, "covers", "narrowMatch"},
    {Relation::covered_by, "covered-by", "broadMatch"},
    {Relation::overlaps, "overlaps", "relatedMatch"},
    {Relation::none, "none", "noTermFound"},
}};

const RelationNames& names_of(Relation relation) noexcept {
    for (const RelationNames& n : relations)
        if (n.relation == relation) return n;
    return relations.back();
}

}  // namespace

std::string_view to_string(Relation relation) noexcept { return names_of(relation).own; }
std::string_view skos_name(Relation relation) noexcept { return names_of(relation).skos; }

std::optional<Relation> parse_relation(std::string_view name) noexcept {
    constexpr std::string_view prefix = "skos:";
    if (name.substr(0, prefix.size()) == prefix) name.remove_prefix(prefix.size());
    for (const RelationNames& n : relations)
        if (name == n.own || name == n.skos) return n.relation;
    return std::nullopt;
}

Relation inverse(Relation relation) noexcept {
    switch (relation) {
        case Relation::covers: return Relation::covered_by;
        case Relation::covered_by: return Relation::covers;
        case Relation::equal:
        case Relation::equivalent:
        case Relation::overlaps:
        case Relation::none: return relation;
    }
    return relation;
}

std::string_view to_string(LinkStatus status) noexcept {
    switch (status) {
        case LinkStatus::suggested: return "suggested";
        case LinkStatus::confirmed: return "confirmed";
        case LinkStatus::rejected: return "rejected";
    }
    return "suggested";
}

std::optional<LinkStatus> parse_link_status(std::string_view name) noexcept {
    for (const LinkStatus s : {LinkStatus::suggested, LinkStatus::confirmed, LinkStatus::rejected})
        if (to_string(s) == name) return s;
    return std::nullopt;
}

}  // namespace kwalign::model
