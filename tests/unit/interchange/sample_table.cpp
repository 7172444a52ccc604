#include "sample_table.hpp"

#include <initializer_list>
#include <utility>

namespace kwalign::tests {

using namespace kwalign::model;

namespace {

struct UnitText {
    std::string code;
    std::string title;
    std::vector<std::string> statements;
};

SourceSpan on_page(int page) { return {page, {}, 0, 1}; }

void add_unit(Standard& standard, const UnitText& given, StatementKind kind, const std::string& lang, const std::string& statement_prefix,
              int page) {
    Unit unit;
    unit.code = given.code;
    unit.title = given.title;
    unit.kind = "competence";
    unit.lang = lang;
    unit.level = standard.level;
    unit.requirement = "mandatory";
    unit.spans.push_back(on_page(page));
    int number = 0;
    for (const std::string& text : given.statements) {
        Statement statement;
        statement.number = std::to_string(++number);
        statement.code = statement_prefix + "." + statement.number;
        statement.kind = kind;
        statement.lang = lang;
        statement.text = text;
        statement.spans.push_back(on_page(page + (number > 3 ? 1 : 0)));
        unit.statements.push_back(std::move(statement));
    }
    standard.units.push_back(std::move(unit));
}

Standard estonian() {
    Standard standard;
    standard.id = "ee-estqf:07-01022025-3.2/9k";
    standard.framework = "ee-estqf";
    standard.kind = "occupational_qualification_standard";
    standard.title = "Võrgutehnik, tase 4";
    standard.version = "9";
    standard.issuer = "Näidiskoda";
    standard.decided = "2025-02-01";
    standard.valid_from = "2025-02-01";
    standard.valid_until = "2030-01-31";
    standard.level = Level{"EstQF", "4", 4, 4};
    standard.eqf_low = standard.eqf_high = 4;
    standard.languages = {"et", "en"};
    standard.source = {"vorgutehnik.pdf", std::string(64, 'a'), "application/pdf", 11, 245'000, 0.998, "estonian-standard", 0.98};
    standard.persons.push_back({"Mari Maasikas", "Näidis OÜ", "compiler"});
    standard.qualifications.push_back({"", "whole", "", "Võrgutehnik", {}, {}, standard.level, {}, {}});
    standard.qualifications.push_back({"", "partial", "", "Kaabeldaja", {}, {}, standard.level, {}, {}});
    int page = 3;
    for (const UnitText& unit : std::initializer_list<UnitText>{
             {"B.3.1",
              "Kaabelduse rajamine",
              {"Paigaldab andmesidekaablid projekti järgi.", "Mõõdab valmis liini ja vormistab mõõteprotokolli.",
               "Märgistab kaablid ja pistikupesad."}},
             {"B.3.2",
              "Võrguseadmete seadistamine",
              {"Ühendab kommutaatori ja marsruuteri võrku.", "Seadistab aadressid ja virtuaalsed kohtvõrgud juhendi järgi.",
               "Varundab seadme seadistuse enne muudatust.", "Kontrollib ühenduvust ja dokumenteerib tulemuse."}},
             {"B.3.3",
              "Rikete lahendamine",
              {"Registreerib kliendi veateate.", "Selgitab kihiti välja, kus ühendus katkeb.",
               "Kõrvaldab vea või edastab selle järgmisele tasandile.", "Teavitab klienti lahendusest."}},
             {"B.3.4", "Klientide juhendamine", {"Selgitab kasutajale seadmete ohutut kasutamist.", "Koostab lühijuhendi."}},
             {"B.3.5", "Töökoha ohutus", {"Järgib tööohutuse nõudeid kõrgtöödel.", "Kasutab isikukaitsevahendeid."}},
         }) {
        add_unit(standard, unit, StatementKind::performance_indicator, "et", unit.code, page++);
    }
    return standard;
}

Standard european() {
    Standard standard;
    standard.id = "eu-essa:network-support-technician-eqf-4-5";
    standard.framework = "eu-essa";
    standard.kind = "educational_profile";
    standard.title = "Network support technician";
    standard.version = "2.0";
    standard.valid_until = "2028-06-30";
    standard.level = Level{"EQF", "4/5", 4, 5};
    standard.eqf_low = 4;
    standard.eqf_high = 5;
    standard.languages = {"en"};
    standard.source = {"profile.pdf", std::string(64, 'b'), "application/pdf", 18, 512'000, 0.991, "essa-profile", 0.95};
    standard.qualifications.push_back({"", "whole", "", "Network support technician", {}, {}, standard.level, {}, {}});
    int page = 6;
    int number = 1;
    for (const UnitText& unit : std::initializer_list<UnitText>{
             {"PLO 1",
              "Incident handling",
              {"Registers and classifies reported incidents.", "Isolates a fault layer by layer with suitable tools.",
               "Escalates what cannot be solved in time.", "Keeps users informed until the incident is closed."}},
             {"PLO 2",
              "Configuring network components",
              {"Connects and configures switches, routers and access points.", "Applies an addressing plan and separates networks.",
               "Saves configurations before and after a change.", "Automates recurring configuration work with scripts."}},
             {"PLO 3",
              "Structured cabling",
              {"Installs copper and fibre links to a drawing.", "Measures and certifies links.", "Labels outlets, cables and panels."}},
             {"PLO 4", "Supporting users", {"Explains technical matters in plain words.", "Writes short instructions for users."}},
             {"PLO 5", "Cloud connectivity", {"Connects local networks to cloud services.", "Monitors the cost and use of connections."}},
         }) {
        add_unit(standard, unit, StatementKind::learning_outcome, "en", std::to_string(number++), page);
        page += 2;
    }
    return standard;
}

Standard dutch() {
    Standard standard;
    standard.id = "nl-mbo:C9001";
    standard.framework = "nl-mbo";
    standard.kind = "mbo_certificaat";
    standard.title = "Beheert bekabeling en netwerkapparatuur";
    standard.version = "2024";
    standard.level = Level{"mbo", "3", 3, 3};
    standard.eqf_low = standard.eqf_high = 3;
    standard.languages = {"nl"};
    standard.source = {"c9001.pdf", std::string(64, 'c'), "application/pdf", 6, 98'000, 1.0, "mbo-certificaat", 0.99};
    for (const UnitText& unit : std::initializer_list<UnitText>{
             {"C1-K1-W1",
              "Legt bekabeling aan",
              {"Monteert kabels volgens tekening.", "Meet verbindingen door en legt de meetwaarden vast."}},
             {"C1-K1-W2",
              "Stelt netwerkapparatuur in",
              {"Sluit apparatuur aan en stelt die in volgens instructie.", "Controleert of de verbinding werkt."}},
             {"C1-K1-W3",
              "Handelt storingen af",
              {"Neemt storingen aan en legt ze vast.", "Zoekt de oorzaak en lost de storing op binnen de eigen bevoegdheid."}},
         }) {
        add_unit(standard, unit, StatementKind::behaviour, "nl", unit.code, 2);
    }
    return standard;
}

Link link_of(const Standard& source, const Standard& target, const std::string& from, const std::string& to, Relation relation,
             double confidence, double coverage_source, double coverage_target, int level_difference = 0) {
    Link link;
    link.source = {source.id, from, {}};
    link.target = {target.id, to, {}};
    link.relation = relation;
    link.confidence = confidence;
    link.coverage_source = coverage_source;
    link.coverage_target = coverage_target;
    link.level_difference = level_difference;
    link.method = "written for tests";
    return link;
}

Evidence statements(const std::string& from, const std::string& to, std::vector<std::string> shared, const std::string& text) {
    return {"statements", 0.4, from, to, std::move(shared), text};
}

Link statement_link(const Standard& source, const Standard& target, const std::string& from_unit, const std::string& from,
                    const std::string& to_unit, const std::string& to, Relation relation, double confidence) {
    Link link = link_of(source, target, from_unit, to_unit, relation, confidence, 0.8, 0.8);
    link.source.statement = from;
    link.target.statement = to;
    return link;
}

Coverage unit_coverage(const Standard& standard, const Standard& by, const std::string& code, std::size_t covered, std::size_t total,
                       std::vector<std::string> uncovered) {
    return {standard.id,         by.id, code, "unit", static_cast<double>(covered), static_cast<double>(total), covered, total,
            std::move(uncovered)};
}

Pair estonian_to_european(const Standard& a, const Standard& b) {
    Pair pair;
    pair.source = 0;
    pair.target = 1;
    Link cabling = link_of(a, b, "B.3.1", "PLO 3", Relation::equivalent, 0.91, 0.96, 0.88);
    cabling.evidence = {statements("B.3.1.1", "3.1", {"cable", "install"}, "B.3.1.1 and 3.1 both ask to install cables to a drawing"),
                        statements("B.3.1.2", "3.2", {"measure"}, "B.3.1.2 and 3.2 both ask to measure links"),
                        statements("B.3.1.3", "3.3", {"label", "cable", "outlet"}, "B.3.1.3 and 3.3 both ask to label cables and outlets")};
    cabling.decision = {LinkStatus::confirmed, "L. Tamm", "2026-02-14T10:00:00Z", "Checked against both documents."};
    Link devices = link_of(a, b, "B.3.2", "PLO 2", Relation::covered_by, 0.83, 0.90, 0.70, 1);
    devices.evidence = {
        statements("B.3.2.1", "2.1", {"switch", "router", "connect"}, "B.3.2.1 and 2.1 share: switch, router, connect"),
        statements("B.3.2.3", "2.3", {"back-up", "configuration"}, "B.3.2.3 and 2.3 share: back-up, configuration"),
        {"concepts", 0.2, {}, {}, {"network address", "virtual network"}, "both units speak of addressing and separated networks"},
        {"code_conflict", -0.1, {}, {}, {"B.2", "B.3"}, "e-CF codes differ (B.2 and B.3); the text decides"}};
    Link faults = link_of(a, b, "B.3.3", "PLO 1", Relation::equal, 0.88, 1.0, 1.0);
    faults.evidence = {statements("B.3.3.2", "1.2", {"fault", "layer"}, "B.3.3.2 and 1.2 both isolate a fault layer by layer")};
    Link faults_users = link_of(a, b, "B.3.3", "PLO 4", Relation::overlaps, 0.55, 0.25, 0.30);
    faults_users.evidence = {{"words", 0.1, {}, {}, {"user", "inform"}, "both speak of informing users"}};
    Link guidance = link_of(a, b, "B.3.4", "PLO 4", Relation::covers, 0.77, 0.80, 1.0);
    guidance.evidence = {statements("B.3.4.2", "4.2", {"instruction", "write"}, "B.3.4.2 and 4.2 both ask for short instructions")};
    Link guess = link_of(a, b, "B.3.4", "PLO 5", Relation::overlaps, 0.51, 0.10, 0.10, -1);
    guess.decision = {LinkStatus::rejected, "L. Tamm", "2026-02-14T10:05:00Z", "Only the word \"user\" in common."};
    pair.links = {cabling, devices, faults, faults_users, guidance, guess};
    pair.statement_links = {statement_link(a, b, "B.3.1", "B.3.1.1", "PLO 3", "3.1", Relation::equivalent, 0.90),
                            statement_link(a, b, "B.3.1", "B.3.1.2", "PLO 3", "3.2", Relation::equal, 0.87),
                            statement_link(a, b, "B.3.2", "B.3.2.1", "PLO 2", "2.1", Relation::covered_by, 0.81),
                            statement_link(a, b, "B.3.2", "B.3.2.2", "PLO 2", "2.2", Relation::equivalent, 0.72),
                            statement_link(a, b, "B.3.3", "B.3.3.2", "PLO 1", "1.2", Relation::equal, 0.88)};
    pair.coverage = {unit_coverage(a, b, "B.3.1", 3, 3, {}),
                     unit_coverage(a, b, "B.3.2", 3, 4, {"B.3.2.4"}),
                     unit_coverage(a, b, "B.3.3", 4, 4, {}),
                     unit_coverage(a, b, "B.3.4", 1, 2, {"B.3.4.1"}),
                     unit_coverage(a, b, "B.3.5", 0, 2, {"B.3.5.1", "B.3.5.2"}),
                     {a.id, b.id, "Võrgutehnik", "qualification", 3.75, 5.0, 4, 5, {"B.3.5"}},
                     {a.id, b.id, "Kaabeldaja", "qualification", 1.0, 2.0, 1, 2, {"B.3.5"}},
                     unit_coverage(b, a, "PLO 1", 4, 4, {}),
                     unit_coverage(b, a, "PLO 2", 3, 4, {"2.4"}),
                     unit_coverage(b, a, "PLO 3", 3, 3, {}),
                     unit_coverage(b, a, "PLO 4", 2, 2, {}),
                     unit_coverage(b, a, "PLO 5", 0, 2, {"5.1", "5.2"}),
                     {b.id, a.id, "Network support technician", "qualification", 3.75, 5.0, 4, 5, {"PLO 5"}}};
    pair.gaps = {{{a.id, "B.3.5", {}}, b.id, {b.id, "PLO 3", {}}, 0.22, "only the word work in common"},
                 {{b.id, "PLO 5", {}}, a.id, {}, 0.0, "nothing about cloud services"}};
    return pair;
}

Pair to_dutch(const Standard& other, std::size_t source, const Standard& nl,
              const std::vector<std::pair<std::string, std::string>>& links) {
    Pair pair;
    pair.source = source;
    pair.target = 2;
    double confidence = 0.84;
    for (const auto& [from, to] : links) {
        Link link = link_of(other, nl, from, to, Relation::covers, confidence, 0.6, 0.95, -1);
        link.evidence = {{"title", 0.3, {}, {}, {}, "the titles name the same work"}};
        pair.links.push_back(link);
        confidence -= 0.1;
    }
    pair.gaps = {{{other.id, other.units.back().code, {}}, nl.id, {}, 0.0, "no candidate"}};
    return pair;
}

}  // namespace

EquivalenceTable sample_table(std::size_t standards) {
    EquivalenceTable table;
    table.title = standards > 2 ? "Network work in three frameworks" : "Võrgutehnik and Network support technician";
    table.generator = "kwalign 0.1.0";
    table.created = "2026-02-20";
    table.method = "Concepts, titles and codes of both documents compared unit by unit and statement by statement.";
    table.standards = {estonian(), european()};
    table.pairs.push_back(estonian_to_european(table.standards[0], table.standards[1]));
    if (standards > 2) {
        table.standards.push_back(dutch());
        table.pairs.push_back(
            to_dutch(table.standards[0], 0, table.standards[2], {{"B.3.1", "C1-K1-W1"}, {"B.3.2", "C1-K1-W2"}, {"B.3.3", "C1-K1-W3"}}));
        table.pairs.push_back(
            to_dutch(table.standards[1], 1, table.standards[2], {{"PLO 1", "C1-K1-W3"}, {"PLO 2", "C1-K1-W2"}, {"PLO 3", "C1-K1-W1"}}));
    }
    return table;
}

const std::vector<std::string>& awkward_texts() {
    static const std::vector<std::string> texts{
        "He said \"no\", and meant it",
        "first line\nsecond line",
        "<script>document.title = 'broken'</script>",
        "</script><img src=x onerror=\"document.title = 'broken'\">",
        "=HYPERLINK(\"http://example.invalid\",\"x\")",
        "+1-2@3",
        "a | b \\ c `d` *e* _f_ [g](h) #i",
        "emoji \U0001F9D1\u200D\U0001F527 and sign \u2260",
        "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 mixed",
        "bell \a and null-like \x01 end",
        "literal _x0041_ stays",
        "&amp; &lt;b&gt; & ' \"",
        std::string(40'000, 'w') + " end",
    };
    return texts;
}

EquivalenceTable awkward_table() {
    EquivalenceTable table;
    table.title = "<b>Title</b> \"quoted\" & more";
    table.generator = "kwalign <test>";
    table.method = "'single' <method>";
    Standard source;
    source.id = "x:awkward/<1>";
    source.framework = "we[i]rd:/\\?*'name'";
    source.title = "</title><script>document.title = 'broken'</script>";
    source.languages = {"en"};
    Standard target = source;
    target.id = "x:plain";
    target.framework = "we[i]rd:/\\?*'name'";
    target.title = "Plain";
    add_unit(target, {"P/1 \"x\"", "Plain unit", {"Plain statement."}}, StatementKind::skill, "en", "P/1 \"x\"", 1);
    Pair pair;
    pair.source = 0;
    pair.target = 1;
    int number = 0;
    for (const std::string& text : awkward_texts()) {
        const std::string code = "U " + std::to_string(++number) + "<i>";
        add_unit(source, {code, text, {text}}, StatementKind::skill, "en", code, number);
        Link link = link_of(source, target, code, "P/1 \"x\"", Relation::overlaps, 0.5, 0.5, 0.5);
        link.evidence = {statements(code + ".1", "P/1 \"x\".1", {text.substr(0, 40)}, text)};
        link.decision.why = text.substr(0, 60);
        pair.links.push_back(link);
    }
    table.standards = {source, target};
    table.pairs = {pair};
    return table;
}

}  // namespace kwalign::tests
