#include "ingest/outline/template.hpp"

#include "ingest/outline/template_table.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace kwalign::ingest {

namespace {

HeadingRule read_heading(const TemplateTable& table) {
    table.allow({"name",
                 "initial",
                 "first",
                 "marked",
                 "match",
                 "in",
                 "never",
                 "followed_by",
                 "not_followed_by",
                 "makes",
                 "content",
                 "kind",
                 "role",
                 "code",
                 "printed_level",
                 "printed_codes",
                 "about",
                 "section",
                 "statement_section",
                 "statement_kind",
                 "kinds",
                 "letter",
                 "groups",
                 "paragraphs",
                 "unnumbered_only",
                 "fragments",
                 "title_lines",
                 "takes_title",
                 "once",
                 "reveals",
                 "collect",
                 "lead",
                 "split",
                 "type",
                 "value"});
    HeadingRule rule;
    rule.name = table.required_text("name");
    rule.initial = table.flag("initial");
    rule.first = table.flag("first");
    rule.marked = table.flag("marked");
    rule.match = table.patterns("match");
    rule.in = table.texts("in");
    if (rule.in.empty()) rule.in = {"document"};
    rule.never = table.pattern("never");
    rule.followed_by = table.pattern("followed_by");
    rule.not_followed_by = table.pattern("not_followed_by");
    rule.makes = table.choice("makes", Makes::section,
                              {{"area", Makes::area}, {"section", Makes::section}, {"unit", Makes::unit}, {"field", Makes::field}});
    rule.content = table.choice("content", rule.makes == Makes::field ? Content::value : Content::none,
                                {{"none", Content::none},
                                 {"prose", Content::prose},
                                 {"items", Content::items},
                                 {"fields", Content::fields},
                                 {"value", Content::value},
                                 {"rows", Content::rows},
                                 {"ignore", Content::ignore}});
    rule.kind = table.text("kind");
    rule.role = table.choice("role", model::UnitRole::container,
                             {{"container", model::UnitRole::container},
                              {"competence", model::UnitRole::competence},
                              {"bundle", model::UnitRole::bundle},
                              {"task", model::UnitRole::task}});
    if (rule.makes == Makes::unit && rule.kind.empty()) table.fail("kind", "a unit needs a kind");
    rule.code_format = table.text("code", "{code}");
    rule.printed_level = table.flag("printed_level");
    rule.printed_codes = table.flag("printed_codes");
    rule.about_standard = table.choice("about", false, {{"unit", false}, {"standard", true}});
    rule.section = table.text("section");
    rule.statement_section = table.text("statement_section");
    rule.statement_kind = table.statement_kind("statement_kind");
    for (const TemplateTable& entry : table.tables("kinds")) {
        entry.allow({"match", "kind"});
        rule.kinds.push_back({entry.required_pattern("match"), entry.statement_kind("kind")});
    }
    rule.letter = table.text("letter");
    rule.groups = table.flag("groups");
    rule.paragraphs = table.flag("paragraphs");
    rule.unnumbered_only = table.flag("unnumbered_only");
    rule.fragments = table.texts("fragments");
    rule.title_lines = table.count("title_lines");
    rule.takes_title = table.flag("takes_title");
    rule.once = table.flag("once");
    rule.reveals = table.text("reveals");
    rule.collect = table.texts("collect");
    rule.lead = table.patterns("lead");
    rule.split = table.pattern("split");
    rule.value_type = table.text("type", "text");
    rule.value = table.pattern("value");
    return rule;
}

FieldRule read_field(const TemplateTable& table) {
    table.allow({"name", "label", "in", "type", "value", "required"});
    FieldRule rule;
    rule.name = table.required_text("name");
    rule.label = table.patterns("label");
    rule.in = table.texts("in");
    rule.type = table.text("type", "text");
    rule.value = table.pattern("value");
    rule.required = table.flag("required");
    return rule;
}

RuleWords read_rules(const TemplateTable& table) {
    table.allow({"code", "range", "partial", "at_least", "general", "all_mandatory", "stop", "numbers"});
    RuleWords rules;
    rules.code = table.pattern("code");
    rules.range = table.pattern("range");
    rules.partial = table.patterns("partial");
    rules.at_least = table.patterns("at_least");
    rules.general = table.patterns("general");
    rules.all_mandatory = table.patterns("all_mandatory");
    rules.stop = table.patterns("stop");
    if (const auto numbers = table.table("numbers")) {
        for (const auto& [word, value] : numbers->entries()) {
            if (value.kind != TomlValue::Kind::number || value.number < 1.0 || value.number > 1e6)
                numbers->fail(word, "a number from 1 expected", value);
            rules.numbers[word] = static_cast<std::size_t>(value.number);
        }
    }
    return rules;
}

CollectorPatterns read_collectors(const TemplateTable& table) {
    table.allow({"partial_row", "partial_list", "partial_item", "overview_unit", "overview_open_end", "profile_row", "derivation_own",
                 "derivation_other", "code_row", "code_ignored_words", "reference_row"});
    CollectorPatterns result;
    result.partial_row = table.patterns("partial_row");
    result.partial_list = table.patterns("partial_list");
    result.partial_item = table.pattern("partial_item");
    result.overview_unit = table.pattern("overview_unit");
    result.overview_open_end = table.pattern("overview_open_end");
    result.profile_row = table.pattern("profile_row");
    result.derivation_own = table.pattern("derivation_own");
    result.derivation_other = table.pattern("derivation_other");
    result.code_row = table.pattern("code_row");
    result.code_ignored_words = table.texts("code_ignored_words");
    result.reference_row = table.pattern("reference_row");
    return result;
}

void read_levels(const TemplateTable& root, Template& result) {
    for (const TemplateTable& entry : root.tables("level")) {
        entry.allow({"match", "scheme", "value_prefix"});
        result.levels.push_back({entry.required_pattern("match"), entry.text("scheme"), entry.text("value_prefix")});
    }
    if (const auto table = root.table("eqf_of_level")) {
        for (const auto& [key, value] : table->entries()) {
            const bool level = key.size() == 1 && key[0] >= '1' && key[0] <= '9';
            if (!level || value.kind != TomlValue::Kind::number || value.number < 1.0 || value.number > 8.0)
                table->fail(key, "level = EQF level expected", value);
            result.eqf_of_level[key[0] - '0'] = static_cast<int>(value.number);
        }
    }
}

void read_lists(const TemplateTable& root, Template& result) {
    for (const TemplateTable& entry : root.tables("sign")) {
        entry.allow({"match", "weight"});
        result.signs.push_back({entry.required_pattern("match"), entry.number("weight", 0.0)});
    }
    for (const TemplateTable& entry : root.tables("code_rewrite")) {
        entry.allow({"from", "to"});
        result.code_rewrites.push_back({entry.required_pattern("from"), entry.text("to")});
    }
    for (const TemplateTable& entry : root.tables("heading")) result.headings.push_back(read_heading(entry));
    for (const TemplateTable& entry : root.tables("field")) result.fields.push_back(read_field(entry));
    for (const TemplateTable& entry : root.tables("marker")) {
        entry.allow({"match", "in", "effect", "value"});
        result.markers.push_back({entry.patterns("match"), entry.texts("in"), entry.required_text("effect"), entry.text("value")});
    }
    for (const TemplateTable& entry : root.tables("ignore")) {
        entry.allow({"match", "in"});
        result.ignored.push_back({entry.required_pattern("match"), entry.texts("in")});
    }
}

/// Names used in `in` and `reveals` must exist, else a rule would silently never apply.
void check_names(const TemplateTable& root, const Template& result) {
    std::set<std::string> names{"document"};
    for (const HeadingRule& rule : result.headings) names.insert(rule.name);
    const auto check = [&](const std::vector<std::string>& used) {
        for (const std::string& name : used) {
            if (!names.contains(name)) root.fail("in", "no heading is called '" + name + "'");
        }
    };
    for (const HeadingRule& rule : result.headings) {
        check(rule.in);
        if (!rule.reveals.empty()) check({rule.reveals});
    }
    if (!result.front_page.empty()) check({result.front_page});
    for (const FieldRule& rule : result.fields) check(rule.in);
    for (const MarkerRule& rule : result.markers) check(rule.in);
    for (const IgnoreRule& rule : result.ignored) check(rule.in);
}

void collect_lines(Template& result) {
    for (std::size_t i = 0; i < result.headings.size(); ++i) {
        for (const Pattern& pattern : result.headings[i].match) {
            result.lines.add(pattern);
            result.heading_of.push_back(i);
        }
    }
    result.heading_expressions = result.heading_of.size();
    for (std::size_t i = 0; i < result.markers.size(); ++i) {
        for (const Pattern& pattern : result.markers[i].match) {
            result.lines.add(pattern);
            result.marker_of.push_back(i);
        }
    }
    result.marker_expressions = result.marker_of.size();
    for (const IgnoreRule& rule : result.ignored) result.lines.add(rule.match);
}

}  // namespace

std::optional<std::size_t> Template::find_heading(std::string_view name) const noexcept {
    for (std::size_t i = 0; i < headings.size(); ++i) {
        if (headings[i].name == name) return i;
    }
    return std::nullopt;
}

Template read_template(std::string_view toml, std::string_view place) {
    const TomlValue file = parse_toml(toml, place);
    const TemplateTable root(file, std::string(place), "");
    root.allow({"id",
                "framework",
                "kind",
                "issuer",
                "document_qualification",
                "languages",
                "fallback",
                "threshold",
                "level_scheme",
                "code_list",
                "code_in_list",
                "statement_code_number",
                "references",
                "title_cut",
                "title_codes",
                "identifier_parts",
                "front_page",
                "title_furniture",
                "required_fields",
                "sign",
                "code_rewrite",
                "level",
                "eqf_of_level",
                "heading",
                "field",
                "marker",
                "ignore",
                "rules",
                "collectors"});
    Template result;
    result.id = root.required_text("id");
    result.framework = root.text("framework", result.id);
    result.kind = root.text("kind");
    result.issuer = root.text("issuer");
    result.document_qualification = root.text("document_qualification");
    result.languages = root.texts("languages");
    result.fallback = root.flag("fallback");
    result.threshold = root.number("threshold", 0.5);
    result.level_scheme = root.text("level_scheme");
    result.code_list = root.pattern("code_list");
    result.code_in_list = root.pattern("code_in_list");
    result.statement_code_number = root.pattern("statement_code_number");
    result.references = root.patterns("references");
    result.title_cut = root.pattern("title_cut");
    result.title_codes = root.pattern("title_codes");
    result.identifier_parts = root.pattern("identifier_parts");
    result.front_page = root.text("front_page");
    result.title_furniture = root.pattern("title_furniture");
    result.required_fields = root.texts("required_fields");
    read_levels(root, result);
    read_lists(root, result);
    if (const auto rules = root.table("rules")) result.rules = read_rules(*rules);
    if (const auto collectors = root.table("collectors")) result.collectors = read_collectors(*collectors);
    check_names(root, result);
    collect_lines(result);
    return result;
}

std::vector<Template> read_templates(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    if (error || files.empty()) {
        throw model::Error(model::ErrorCode::bad_template, folder.string(),
                           error ? error.message() : "holds no template descriptions (*.toml)", "name the folder corpora/templates");
    }
    std::sort(files.begin(), files.end());
    std::vector<Template> result;
    for (const std::filesystem::path& file : files) {
        std::ifstream stream(file, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        if (!stream) throw model::Error(model::ErrorCode::bad_template, file.string(), "cannot be read");
        result.push_back(read_template(text, file.string()));
    }
    return result;
}

}  // namespace kwalign::ingest
