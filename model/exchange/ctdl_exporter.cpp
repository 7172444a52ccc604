#include "model/exchange/ctdl_exporter.hpp"

#include "model/exchange/clean_text.hpp"
#include "model/exchange/identifiers.hpp"
#include "model/exchange/link_losses.hpp"
#include "model/exchange/standard_losses.hpp"
#include "model/identity.hpp"
#include "model/json_writer.hpp"

#include <functional>
#include <unordered_map>
#include <unordered_set>

namespace kwalign::model {

namespace {

std::string ctid_of(const std::string& id) { return "ce-" + uuid_v5(id); }

/// {"et": "..."}.
void write_text(JsonWriter& json, std::string_view key, std::string_view lang, std::string_view text) {
    json.key(key);
    json.begin_object();
    json.member(language_tag(lang), text);
    json.end_object();
}

/// The referenced competency as seen from the one that is described.
std::string_view alignment_of(Relation relation) noexcept {
    switch (relation) {
        case Relation::equal: return "ceasn:exactAlignment";
        case Relation::equivalent: return "ceasn:majorAlignment";
        case Relation::covers: return "ceasn:narrowAlignment";
        case Relation::covered_by: return "ceasn:broadAlignment";
        case Relation::overlaps:
        case Relation::none: return "ceasn:minorAlignment";
    }
    return "ceasn:minorAlignment";
}

/// One standard as a competency framework.
class FrameworkWriter {
public:
    FrameworkWriter(const Standard& standard, const ExportContext& context, const std::function<void(std::string_view)>& write)
        : m_standard(standard),
          m_options(context.options),
          m_losses(context.losses),
          m_write(write),
          m_uri(uri(standard.id)),
          m_language(standard.languages.empty() ? "" : standard.languages.front()) {
        for (std::size_t i = 0; i < standard.units.size(); ++i) {
            // Parents stand before their children, so there are no cycles.
            const auto parent = m_units.find(standard.units[i].parent);
            m_children.emplace_back();
            m_parents.push_back(parent == m_units.end() ? no_parent : parent->second);
            (parent == m_units.end() ? m_tops : m_children[parent->second]).push_back(i);
            m_units.emplace(standard.units[i].code, i);
        }
    }

    void write() {
        m_write(framework());
        for (std::size_t i = 0; i < m_standard.units.size(); ++i) {
            const Unit& given = m_standard.units[i];
            if (is_new(id_of(m_standard, given))) m_write(unit(i));
            for (std::size_t s = 0; s < given.statements.size(); ++s) {
                if (is_new(id_of(m_standard, given.statements[s]))) m_write(statement(given, s));
            }
        }
        report();
    }

private:
    static constexpr std::size_t no_parent = static_cast<std::size_t>(-1);

    [[nodiscard]] std::string uri(const std::string& id) const { return uri_of(m_options, id); }
    [[nodiscard]] std::string unit_uri(std::size_t index) const { return uri(id_of(m_standard, m_standard.units[index])); }

    bool is_new(const std::string& id) {
        if (m_written.insert(id).second) return true;
        m_losses.add("repeated-code", LossFate::left_out, "a unit or statement whose code another one has already", id);
        return false;
    }

    void begin(JsonWriter& json, const std::string& id, std::string_view type) const {
        json.begin_object();
        json.member("@id", uri(id));
        json.member("@type", type);
        json.member("ceterms:ctid", ctid_of(id));
    }

    void date(JsonWriter& json, std::string_view key, std::string_view value) const {
        if (const std::string known = date_of(value); !known.empty()) json.member(key, known);
    }

    /// Where the vocabulary has xsd:dateTime.
    void moment(JsonWriter& json, std::string_view key, std::string_view value) const {
        if (const std::string known = moment_of(value); !known.empty()) json.member(key, known);
    }

    /// Of names the vocabulary has lists by language.
    void write_publisher(JsonWriter& json) const {
        json.key("ceasn:publisherName");
        json.begin_object();
        json.member(language_tag(m_language), std::vector<std::string>{m_standard.issuer});
        json.end_object();
    }

    [[nodiscard]] std::string framework() const {
        JsonWriter json;
        begin(json, m_standard.id, "ceasn:CompetencyFramework");
        json.key("ceasn:name");
        json.begin_object();
        if (m_standard.titles.empty()) json.member(language_tag(m_language), m_standard.title.empty() ? m_standard.id : m_standard.title);
        std::unordered_set<std::string> tags;
        for (const auto& [lang, title] : m_standard.titles) {
            if (const std::string tag = language_tag(lang); tags.insert(tag).second) json.member(tag, title);
        }
        json.end_object();
        json.member("ceasn:inLanguage", m_standard.languages);
        if (!m_standard.identifiers.empty()) {
            json.member("ceasn:codedNotation", m_standard.identifiers.begin()->second);
        }
        if (!m_standard.version.empty()) json.member("ceterms:versionCode", m_standard.version);
        if (!m_standard.issuer.empty()) write_publisher(json);
        date(json, "ceasn:dateCreated", m_standard.decided);
        moment(json, "ceasn:dateModified", m_options.created);
        moment(json, "ceasn:dateValidFrom", m_standard.valid_from);
        moment(json, "ceasn:dateValidUntil", m_standard.valid_until);
        if (!m_options.licence.empty()) json.member("ceasn:license", m_options.licence);
        json.key("ceasn:hasTopChild");
        write_units(json, m_tops);
        json.end_object();
        return json.take();
    }

    void write_units(JsonWriter& json, const std::vector<std::size_t>& units) const {
        json.begin_array();
        for (const std::size_t index : units) json.string(unit_uri(index));
        json.end_array();
    }

    [[nodiscard]] std::string unit(std::size_t index) const {
        const Unit& given = m_standard.units[index];
        JsonWriter json;
        begin(json, id_of(m_standard, given), "ceasn:Competency");
        write_text(json, "ceasn:competencyText", given.lang, given.title.empty() ? given.code : given.title);
        json.member("ceasn:inLanguage", std::vector<std::string>{language_tag(given.lang)});
        json.member("ceasn:codedNotation", given.code);
        if (!given.kind.empty()) write_text(json, "ceasn:competencyCategory", "en", given.kind);
        json.member("ceasn:isPartOf", m_uri);
        if (m_parents[index] == no_parent)
            json.member("ceasn:isTopChildOf", m_uri);
        else
            json.member("ceasn:isChildOf", std::vector<std::string>{unit_uri(m_parents[index])});
        if (!m_children[index].empty() || !given.statements.empty()) {
            json.key("ceasn:hasChild");
            json.begin_array();
            for (const Statement& child : given.statements) json.string(uri(id_of(m_standard, child)));
            for (const std::size_t child : m_children[index]) json.string(unit_uri(child));
            json.end_array();
        }
        json.end_object();
        return json.take();
    }

    [[nodiscard]] std::string statement(const Unit& unit, std::size_t index) const {
        const Statement& given = unit.statements[index];
        JsonWriter json;
        begin(json, id_of(m_standard, given), "ceasn:Competency");
        write_text(json, "ceasn:competencyText", given.lang, given.text);
        json.member("ceasn:inLanguage", std::vector<std::string>{language_tag(given.lang)});
        json.member("ceasn:codedNotation", given.code);
        if (!given.number.empty()) json.member("ceasn:listID", given.number);
        write_text(json, "ceasn:competencyCategory", "en", to_string(given.kind));
        json.member("ceasn:isPartOf", m_uri);
        json.member("ceasn:isChildOf", std::vector<std::string>{uri(id_of(m_standard, unit))});
        json.end_object();
        return json.take();
    }

    void report() {
        report_label_losses(m_standard, m_losses);
        // ceasn:identifier is for URIs, and of codes a framework has one.
        for (std::size_t i = 1; i < m_standard.identifiers.size(); ++i)
            m_losses.add("identifiers", LossFate::left_out, "identifiers beyond the first; a framework has one coded notation",
                         m_standard.id);
    }

    const Standard& m_standard;
    const ExportOptions& m_options;
    LossReport& m_losses;
    const std::function<void(std::string_view)>& m_write;
    std::string m_uri;
    std::string m_language;
    std::unordered_map<std::string_view, std::size_t> m_units;
    std::vector<std::size_t> m_parents;  ///< by position of the unit
    std::vector<std::vector<std::size_t>> m_children;
    std::vector<std::size_t> m_tops;
    std::unordered_set<std::string> m_written;
};

}  // namespace

void CtdlExporter::begin() {
    m_sink = &m_context.output.open("export.ctdl.jsonld");
    m_sink->write("{\"@context\":\"https://credreg.net/ctdlasn/schema/context/json\",\n\"@graph\":[");
}

void CtdlExporter::write_node(std::string_view json) {
    m_sink->write(m_first ? "\n" : ",\n");
    m_sink->write(json);
    m_first = false;
}

void CtdlExporter::standard(const Standard& standard) {
    const std::function<void(std::string_view)> write = [this](std::string_view json) { write_node(json); };
    FrameworkWriter(standard, m_context, write).write();
}

void CtdlExporter::begin_pair(const ExportPair& pair) {
    m_source = std::make_unique<EndpointIndex>(pair.source());
    m_target = std::make_unique<EndpointIndex>(pair.target());
}

void CtdlExporter::link(const Link& link) {
    if (!is_sayable(link, m_context.losses)) return;
    if (!m_written.insert(link_identifier(link))) {
        m_context.losses.add("repeated-link", LossFate::left_out, "a second link between the same ends is left out", place_of(link));
        return;
    }
    report_bare_link(link, false, m_context.losses);
    if (link.relation == Relation::equivalent || link.relation == Relation::overlaps)
        m_context.losses.add("alignment-strength", LossFate::approximated,
                             "equivalent is written as a major alignment, overlap as a minor one", place_of(link));
    JsonWriter json;
    json.begin_object();
    json.member("@id", uri_of(m_context.options, m_source->id_of(link.source)));
    json.member("@type", "ceasn:Competency");
    json.member(alignment_of(link.relation), std::vector<std::string>{uri_of(m_context.options, m_target->id_of(link.target))});
    json.end_object();
    write_node(json.take());
}

void CtdlExporter::end_pair() {
    m_source.reset();
    m_target.reset();
}

}  // namespace kwalign::model
