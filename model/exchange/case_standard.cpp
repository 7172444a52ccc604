#include "model/exchange/case_standard.hpp"

#include "model/error.hpp"
#include "model/exchange/case_vocabulary.hpp"
#include "model/exchange/identifiers.hpp"
#include "model/exchange/import_text.hpp"
#include "model/identity.hpp"
#include "model/json_codec.hpp"
#include "model/json_decode.hpp"
#include "model/limits.hpp"

#include <algorithm>
#include <set>

namespace kwalign::model {

namespace {

/// The head that kwalign wrote, with what the fields of CASE say by now.
Standard own_head(const CaseContents& contents, std::string_view place) {
    Standard standard =
        standard_from_json(contents.standard.text, line_place(place, contents.standard.line) + " extensions.kwalign.standard");
    const bool untitled = standard.title.empty() && contents.title == standard.id;
    if (!untitled) standard.title = contents.title;
    standard.version = contents.version;
    if (contents.status_end != date_of(standard.valid_until)) standard.valid_until = contents.status_end;
    return standard;
}

Standard foreign_head(const CaseContents& contents, const ImportOptions& options) {
    Standard standard;
    standard.framework = options.framework.empty() ? slug(contents.creator) : options.framework;
    if (standard.framework.empty()) standard.framework = "case";
    standard.kind = "competence_list";
    standard.title = contents.title;
    // The identifier makes the id: two frameworks may have one title, and a title may change.
    standard.identifiers = {{std::string(CaseIdentifiers::document_scheme), contents.identifier}, {"register_id", contents.identifier}};
    standard.version = contents.version;
    standard.issuer = contents.creator;
    standard.valid_from = contents.status_start;
    standard.valid_until = contents.status_end;
    if (!contents.language.empty()) standard.titles.emplace(contents.language, contents.title);
    for (const auto& [key, value] : contents.further) standard.fields.emplace("case_" + key, value);
    return standard;
}

class Builder {
public:
    Builder(const CaseContents& contents, const CaseTree& tree, std::string_view place, Findings& findings)
        : m_contents(contents), m_tree(tree), m_place(place), m_findings(findings) {}

    void build(Standard& standard) {
        for (const std::size_t item : m_tree.top) add_unit(standard, item, "");
        if (m_all_own) restore_order(standard);
        for (Unit& unit : standard.units) settle_role(unit);
    }

    /// Identifiers of foreign items by the ids that their units and statements got.
    [[nodiscard]] std::string identifiers_json(const Standard& standard) const {
        JsonWriter json;
        json.begin_object();
        for (const Unit& unit : standard.units) {
            json.member(unit.id, m_contents.items[m_item_of_unit.at(unit.code)].identifier);
            for (const Statement& statement : unit.statements)
                json.member(statement.id, m_contents.items[m_item_of_statement.at(statement.code)].identifier);
        }
        json.end_object();
        return json.take();
    }

private:
    /// Foreign codes need not be there nor be different.
    std::string unique_code(const CaseItem& item) {
        std::string code = item.code.empty() ? item.identifier : item.code;
        if (m_codes.insert(code).second) return code;
        m_findings.add("duplicate-code", Severity::warning,
                       "the code " + code + " occurs twice; item " + item.identifier + " is called by it and its identifier");
        code += "~" + item.identifier;
        m_codes.insert(code);
        return code;
    }

    void add_unit(Standard& standard, std::size_t index, const std::string& parent) {
        if (standard.units.size() >= Limits{}.max_units)
            throw Error(ErrorCode::limit_exceeded, line_place(m_place, m_contents.items[index].line), "there are more than 20000 units");
        const CaseItem& item = m_contents.items[index];
        if (!item.own_statement.text.empty())
            throw Error(ErrorCode::bad_data, line_place(m_place, item.line),
                        "item " + item.identifier + " is a statement, but stands where only a unit can");
        Unit unit = item.unit.text.empty() ? foreign_unit(item) : own_unit(item);
        if (!parent.empty() || item.unit.text.empty()) unit.parent = parent;
        const std::string code = unit.code;
        m_item_of_unit.emplace(code, index);
        const std::size_t position = standard.units.size();
        standard.units.push_back(std::move(unit));
        for (const std::size_t child : m_tree.children[index]) {
            if (is_statement(child))
                standard.units[position].statements.push_back(statement(child));
            else
                add_unit(standard, child, code);
        }
    }

    [[nodiscard]] bool is_statement(std::size_t index) const {
        const CaseItem& item = m_contents.items[index];
        const bool leaf = m_tree.children[index].empty();
        if (!item.unit.text.empty()) return false;
        if (!item.own_statement.text.empty() && !leaf)
            throw Error(ErrorCode::bad_data, line_place(m_place, item.line),
                        "item " + item.identifier + " is a statement, but has children");
        return leaf;
    }

    [[nodiscard]] Unit own_unit(const CaseItem& item) {
        const JsonDocument json(item.unit.text, line_place(m_place, item.unit.line) + " extensions.kwalign.unit");
        const JsonCursor root = json.root();
        Unit unit;
        unit.id = text_of(root, "id");
        unit.code = item.code;
        unit.parent = text_of(root, "parent");
        unit.code_printed = text_of(root, "code_printed");
        const auto untitled = root.find("untitled");
        if (!untitled || !untitled->boolean() || item.statement != item.code) unit.title = item.statement;
        unit.title_printed = text_of(root, "title_printed");
        unit.kind = item.type;
        unit.role = name_of(root, "role", parse_unit_role);
        unit.level = read_level(root);
        unit.ecf = strings_of(root, "ecf");
        unit.ecf_source = text_of(root, "ecf_source");
        unit.lang = item.language;
        unit.requirement = text_of(root, "requirement");
        unit.derived_from = text_of(root, "derived_from");
        unit.applies_to = strings_of(root, "applies_to");
        unit.spans = list_of(root, "spans", read_span);
        check_code(unit.code, item);
        return unit;
    }

    [[nodiscard]] Unit foreign_unit(const CaseItem& item) {
        m_all_own = false;
        Unit unit;
        unit.code = unique_code(item);
        unit.title = item.statement;
        unit.kind = item.type.empty() ? "item" : item.type;
        unit.lang = language_of(item);
        if (!item.education_levels.empty()) unit.level = education_level(item.education_levels);
        return unit;
    }

    [[nodiscard]] Statement statement(std::size_t index) {
        const CaseItem& item = m_contents.items[index];
        Statement statement = item.own_statement.text.empty() ? foreign_statement(item) : own_statement(item);
        m_item_of_statement.emplace(statement.code, index);
        return statement;
    }

    [[nodiscard]] Statement own_statement(const CaseItem& item) {
        const JsonDocument json(item.own_statement.text, line_place(m_place, item.own_statement.line) + " extensions.kwalign.statement");
        const JsonCursor root = json.root();
        Statement statement;
        statement.id = text_of(root, "id");
        statement.code = item.code;
        statement.number = item.enumeration;
        const auto kind = parse_statement_kind(item.type);
        if (!kind) throw Error(ErrorCode::bad_data, line_place(m_place, item.line), "unknown kind of statement \"" + item.type + "\"");
        statement.kind = *kind;
        statement.lang = item.language;
        statement.text = item.statement;
        statement.raw = root.find("raw") ? root.at("raw").string() : item.statement;
        statement.section = text_of(root, "section");
        statement.group = text_of(root, "group");
        statement.spans = list_of(root, "spans", read_span);
        statement.repairs = list_of(root, "repairs", read_repair);
        statement.applies_to = strings_of(root, "applies_to");
        check_code(statement.code, item);
        return statement;
    }

    [[nodiscard]] Statement foreign_statement(const CaseItem& item) {
        m_all_own = false;
        Statement statement;
        statement.code = unique_code(item);
        statement.number = item.enumeration;
        statement.kind = parse_statement_kind(item.type).value_or(StatementKind::learning_outcome);
        statement.lang = language_of(item);
        statement.text = item.statement;
        statement.raw = item.statement;
        return statement;
    }

    void check_code(const std::string& code, const CaseItem& item) {
        if (!m_own_codes.insert((item.unit.text.empty() ? "statement " : "unit ") + code).second)
            throw Error(ErrorCode::bad_data, line_place(m_place, item.line), "the code " + code + " occurs twice");
        m_codes.insert(code);
    }

    [[nodiscard]] std::string language_of(const CaseItem& item) const {
        if (!item.language.empty()) return item.language;
        return m_contents.language.empty() ? "und" : m_contents.language;
    }

    /// "EQF 4" is a level of the European framework; grades of schools are kept as they are printed.
    [[nodiscard]] static Level education_level(const std::vector<std::string>& names) {
        Level level;
        for (const std::string& name : names) {
            level.value += (level.value.empty() ? "" : "/") + name;
            if (name.size() != 5 || !name.starts_with("EQF ") || name[4] < '1' || name[4] > '8') continue;
            const int value = name[4] - '0';
            level.scheme = "EQF";
            level.low = level.low == 0 ? value : std::min(level.low, value);
            level.high = std::max(level.high, value);
        }
        return level;
    }

    void restore_order(Standard& standard) const {
        std::stable_sort(standard.units.begin(), standard.units.end(),
                         [&](const Unit& a, const Unit& b) { return m_item_of_unit.at(a.code) < m_item_of_unit.at(b.code); });
    }

    /// A foreign unit that only holds others is a container.
    void settle_role(Unit& unit) const {
        const std::size_t index = m_item_of_unit.at(unit.code);
        if (m_contents.items[index].unit.text.empty() && unit.statements.empty() && !m_tree.children[index].empty())
            unit.role = UnitRole::container;
    }

    const CaseContents& m_contents;
    const CaseTree& m_tree;
    std::string_view m_place;
    Findings& m_findings;
    bool m_all_own = true;
    std::set<std::string> m_codes;
    std::set<std::string> m_own_codes;
    std::unordered_map<std::string, std::size_t> m_item_of_unit;
    std::unordered_map<std::string, std::size_t> m_item_of_statement;
};

/// Languages of statements and titles, most frequent first, then by name.
std::vector<std::string> languages_of(const Standard& standard) {
    std::map<std::string, std::size_t> counts;
    for (const Unit& unit : standard.units) {
        ++counts[unit.lang];
        for (const Statement& statement : unit.statements) ++counts[statement.lang];
    }
    std::vector<std::string> languages;
    for (const auto& [language, count] : counts) {
        if (!language.empty() && language != "und") languages.push_back(language);
    }
    std::stable_sort(languages.begin(), languages.end(), [&](const std::string& a, const std::string& b) { return counts[a] > counts[b]; });
    return languages;
}

}  // namespace

Standard case_standard(const CaseContents& contents, const CaseTree& tree, std::string_view place, const ImportOptions& options,
                       Findings& findings) {
    const bool own = !contents.standard.text.empty();
    Standard standard = own ? own_head(contents, place) : foreign_head(contents, options);
    Builder builder(contents, tree, place, findings);
    builder.build(standard);
    if (own) return standard;
    standard.languages = languages_of(standard);
    assign_identities(standard);
    standard.fields.emplace(CaseIdentifiers::parts_field, builder.identifiers_json(standard));
    return standard;
}

}  // namespace kwalign::model
