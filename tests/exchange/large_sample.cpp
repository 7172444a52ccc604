#include "tests/exchange/large_sample.hpp"

#include "model/identity.hpp"

namespace kwalign::tests {

using namespace model;

Standard generated_standard(const std::string& code, std::size_t units) {
    constexpr std::size_t statements = 99;
    Standard standard;
    standard.framework = "nl-mbo";
    standard.kind = "kwalificatiedossier";
    standard.title = "Generated " + code;
    standard.identifiers = {{"crebo", code}};
    standard.issuer = "Nobody";
    standard.version = "1";
    standard.decided = "2024-01-01";
    standard.level = Level{"mbo", "4", 4, 4};
    standard.eqf_low = standard.eqf_high = 4;
    standard.languages = {"nl"};
    standard.classifications = {{"ISCED-F", "0612", ""}, {"ISCO-08", "3512", ""}};
    for (std::size_t u = 1; u <= units; ++u) {
        Unit unit;
        unit.code = "B1-K" + std::to_string(u);
        unit.title = "Werkproces " + std::to_string(u) + " van de gegenereerde standaard";
        unit.kind = "werkproces";
        unit.lang = "nl";
        unit.spans = {{1, {1.5, 2.5, 300.25, 14.0}, u * 10, u * 10 + 9}};
        for (std::size_t s = 1; s <= statements; ++s) {
            Statement statement;
            statement.number = std::to_string(s);
            statement.kind = StatementKind::behaviour;
            statement.lang = "nl";
            statement.text =
                "Controleert de werking van onderdeel " + std::to_string(s) + " en legt aan gebruikers uit wat er veranderd is";
            statement.raw = statement.text;
            statement.spans = {{2, {1.5, 2.5, 300.25, 14.0}, s * 10, s * 10 + 9}};
            unit.statements.push_back(std::move(statement));
        }
        standard.units.push_back(std::move(unit));
    }
    Qualification whole;
    whole.kind = "whole";
    whole.title = standard.title;
    whole.level = standard.level;
    for (const Unit& unit : standard.units) whole.rule.required.push_back(unit.code);
    standard.qualifications = {whole};
    assign_identities(standard);
    return standard;
}

void generated_links(const Standard& source, const Standard& target, std::size_t count, const std::function<void(const Link&)>& visit) {
    const std::size_t units = source.units.size();
    const std::size_t statements = source.units.front().statements.size();
    Link link;
    link.method = "generated";
    link.confidence = 0.5;
    link.coverage_source = 0.5;
    link.coverage_target = 0.25;
    link.evidence = {{"concepts", 0.4, "", "", {"network", "security"}, "both speak of networks"}};
    // Every statement of the source is linked with some twenty of the target, no two twice.
    for (std::size_t i = 0; i < count; ++i) {
        const Unit& from = source.units[(i / 20) % units];
        const Unit& to = target.units[i % units];
        link.source = {source.id, from.code, from.statements[(i / (20 * units)) % statements].code};
        link.target = {target.id, to.code, to.statements[(i / units) % statements].code};
        link.relation = static_cast<Relation>(i % 5);
        visit(link);
    }
}

}  // namespace kwalign::tests
