#pragma once

/// A template description: how the documents of one family are recognised and read. Templates are data (corpora/templates/*.toml,
/// explained in corpora/templates/README.md); everything in here is what the one engine understands.

#include "ingest/outline/pattern.hpp"
#include "model/standard.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// A weighted sign by which a family is recognised: found on any one line of the document.
struct RecognitionSign {
    Pattern match;
    double weight = 0.0;
};

/// "from" becomes "to" in every printed code, in order.
struct CodeRewrite {
    Pattern from;
    std::string to;
};

/// How a level is printed: groups `value` (and `high` for ranges) and optionally `scheme`.
struct LevelPattern {
    Pattern match;
    std::string scheme;
    std::string value_prefix;  ///< put before the group's text: "e-" and the like; usually empty
};

/// What the text under a heading is.
enum class Content {
    none,    ///< only further headings; stray text is left over
    prose,   ///< paragraphs, each one statement
    items,   ///< a list: numbered, bulleted or one paragraph each
    fields,  ///< labels with values
    value,   ///< the text is the value of the heading itself
    rows,    ///< table rows, each kept as one entry
    ignore   ///< read and dropped: boilerplate
};

/// What a heading makes.
enum class Makes { area, section, unit, field };

/// The statement kind of an item by its wording ("Kan ..." is a skill).
struct KindByWording {
    Pattern match;
    model::StatementKind kind = model::StatementKind::description;
};

/// One kind of heading and what stands under it. Which headings may stand inside which is the family's grammar: `in` lists the
/// headings (by name, or "document") that must be open; the innermost open one wins and everything below it closes.
struct HeadingRule {
    std::string name;
    bool initial = false;                ///< open at the start of the document, without any line
    bool first = false;                  ///< only before any other heading: a title page
    bool marked = false;                 ///< lines that the source itself marks as headings are such headings
    std::vector<Pattern> match;          ///< groups: code, number, title, level, rest (text that belongs under the heading)
    std::vector<std::string> in;         ///< empty: "document"
    std::optional<Pattern> never;        ///< a line that also matches this is no such heading
    std::optional<Pattern> followed_by;  ///< the next line must match
    std::optional<Pattern> not_followed_by;
    Makes makes = Makes::section;
    Content content = Content::none;

    // Units.
    std::string kind;
    model::UnitRole role = model::UnitRole::container;
    std::string code_format = "{code}";  ///< groups in braces, and {parent}
    bool printed_level = false;          ///< the title may end in a level, or a level line may follow
    bool printed_codes = false;          ///< the title may hold a code list (see code_list)

    // Text under it.
    bool about_standard = false;    ///< the text is about the standard as a whole, though it stands inside a unit
    std::string section;            ///< stable name of the section or field; empty: slug of the title
    std::string statement_section;  ///< printed name when the heading itself prints none
    model::StatementKind statement_kind = model::StatementKind::description;
    std::vector<KindByWording> kinds;
    std::string letter;                  ///< letter of statement codes; empty: plain ordinals
    bool groups = false;                 ///< short lines between items are sub-headings
    bool paragraphs = false;             ///< items without number or bullet: one per paragraph
    bool unnumbered_only = false;        ///< digits at the start of a line are text, not item numbers
    std::vector<std::string> fragments;  ///< words of the heading, where a narrow cell may spread them over several lines
    std::size_t title_lines = 0;         ///< how many further lines may belong to the heading
    bool takes_title = false;            ///< the paragraph that follows is the document's title
    bool once = false;                   ///< a second one inside the same parent proves a lost heading
    std::string reveals;                 ///< unit heading that is lost when this one stands where it cannot
    std::vector<std::string> collect;    ///< collectors that read the node: rules, partials, overview, derivations, code_table, references
    std::vector<Pattern> lead;           ///< lines that introduce the list and are not content
    std::optional<Pattern> split;        ///< breaks a line where several entries were run together
    std::string value_type;              ///< for fields: see FieldRule::type
    std::optional<Pattern> value;        ///< for fields: the part of the value that counts
};

/// A label with its value, inside a heading whose content is `fields`.
struct FieldRule {
    std::string name;              ///< "register_id", "title", "decided", "isco", ... or a further field's stable name
    std::vector<Pattern> label;    ///< anchored at the start of the (joined) text
    std::vector<std::string> in;   ///< heading names; empty: every heading with fields
    std::string type = "text";     ///< text, date, isco, level, persons, number, qualification, by_code
    std::optional<Pattern> value;  ///< the part of the value that counts: group `value`, else the whole match
    bool required = false;         ///< its absence is a finding
};

/// A line that changes how the following ones are read.
struct MarkerRule {
    std::vector<Pattern> match;
    std::vector<std::string> in;
    std::string effect;  ///< "requirement" (with value) or "applies_to" (with group profile)
    std::string value;
};

struct IgnoreRule {
    Pattern match;
    std::vector<std::string> in;  ///< empty: everywhere
};

/// How prose says what a qualification requires.
struct RuleWords {
    std::optional<Pattern> code;                 ///< one unit code
    std::optional<Pattern> range;                ///< groups first, last
    std::vector<Pattern> partial;                ///< groups title, level: the sentence is about this partial qualification
    std::vector<Pattern> at_least;               ///< group n: the codes after it are a choice
    std::vector<Pattern> general;                ///< the general skills are required, whatever their code
    std::vector<Pattern> all_mandatory;          ///< resets a choice: the codes after it are all required
    std::vector<Pattern> stop;                   ///< paragraphs from here on are about something else
    std::map<std::string, std::size_t> numbers;  ///< "one", "üks", "één"
};

/// Qualification rows, overview rows, code tables and other tables, by collector.
struct CollectorPatterns {
    std::vector<Pattern> partial_row;             ///< groups title, level
    std::vector<Pattern> partial_list;            ///< group list: prose that names the partial qualifications again
    std::optional<Pattern> partial_item;          ///< one of them inside the list: groups title, level
    std::optional<Pattern> overview_unit;         ///< group code: where an overview entry begins inside a row
    std::optional<Pattern> overview_open_end;     ///< a title that cannot end here, so the next line goes on with it
    std::optional<Pattern> profile_row;           ///< groups code, title, level
    std::optional<Pattern> derivation_own;        ///< codes of this document
    std::optional<Pattern> derivation_other;      ///< codes of the document it was taken from
    std::optional<Pattern> code_row;              ///< groups code, title, level
    std::vector<std::string> code_ignored_words;  ///< words that may differ between a unit's title and the code's
    std::optional<Pattern> reference_row;         ///< group code: a statement the row speaks of
};

struct Template {
    std::string id;
    std::string framework;
    std::string kind;
    std::string issuer;
    std::string document_qualification;  ///< kind of the qualification the document itself is: "whole", "certificate", or empty
    std::vector<std::string> languages;
    bool fallback = false;
    double threshold = 0.5;
    std::vector<RecognitionSign> signs;
    std::vector<CodeRewrite> code_rewrites;
    std::vector<LevelPattern> levels;
    std::string level_scheme;
    std::map<int, int> eqf_of_level;   ///< national level -> EQF level where the family fixes it
    std::optional<Pattern> code_list;  ///< the bracketed list of e-CF codes in a title
    std::optional<Pattern> code_in_list;
    std::optional<Pattern> statement_code_number;  ///< part of a unit code that statement codes begin with, group number
    std::vector<Pattern> references;
    std::optional<Pattern> title_codes;       ///< what of the document's title is a code: groups are named like the fields they fill
    std::optional<Pattern> title_cut;         ///< what to cut from the document's title to get the qualification's
    std::optional<Pattern> identifier_parts;  ///< what an identifier says: groups day, month, year (of the decision) and version
    std::string front_page;                   ///< heading that the first page has; empty: the family has no such page
    std::optional<Pattern> title_furniture;   ///< running head that names the document, group title
    std::vector<HeadingRule> headings;
    std::vector<FieldRule> fields;
    std::vector<MarkerRule> markers;
    std::vector<IgnoreRule> ignored;
    RuleWords rules;
    CollectorPatterns collectors;
    std::vector<std::string> required_fields;
    PatternSet lines;                     ///< heading, marker and ignore expressions in this order, see template_index
    std::vector<std::size_t> heading_of;  ///< expression -> heading index, for the first `heading_of.size()` expressions
    std::vector<std::size_t> marker_of;
    std::size_t heading_expressions = 0;
    std::size_t marker_expressions = 0;

    /// Index of the heading with this name; nothing when there is none.
    [[nodiscard]] std::optional<std::size_t> find_heading(std::string_view name) const noexcept;
};

/// Reads one description. Throws Error(bad_template) with the file, line and key.
[[nodiscard]] Template read_template(std::string_view toml, std::string_view place);

/// All "*.toml" of a folder, sorted by file name. Throws Error(bad_template, not_found).
[[nodiscard]] std::vector<Template> read_templates(const std::filesystem::path& folder);

}  // namespace kwalign::ingest
