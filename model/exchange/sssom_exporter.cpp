#include "model/exchange/sssom_exporter.hpp"

#include "model/exchange/identifiers.hpp"
#include "model/exchange/sssom_text.hpp"
#include "model/identity.hpp"

namespace kwalign::model {

namespace {

std::size_t index_of(SssomColumn column) { return static_cast<std::size_t>(column); }

void metadata(std::string& text, std::string_view key, std::string_view value) {
    if (!value.empty()) text += "#" + std::string(key) + ": " + yaml_scalar(value) + "\n";
}

}  // namespace

void SssomExporter::begin() {
    m_context.source.for_each_pair([&](const ExportPair& pair) {
        ++m_pairs;
        m_ids += pair.source().id + " -> " + pair.target().id + "\n";
        m_title += (m_title.empty() ? "" : "; ") + pair.source().title + " - " + pair.target().title;
        m_prefixes.add(framework_of(pair.source().id));
        m_prefixes.add(framework_of(pair.target().id));
        const SssomPair rows(pair, m_context.options, m_prefixes);
        pair.for_each_link([&](const Link& link) {
            if (link.relation != Relation::none) survey(rows.row(link));
        });
        if (m_context.options.no_term_found) rows.for_each_missing([&](const SssomRow& row) { survey(row); });
    });
    write_metadata();
}

void SssomExporter::survey(const SssomRow& row) {
    for (std::size_t i = 0; i < sssom_column_count; ++i) {
        if (!row.fields[i].empty()) m_used.set(i);
    }
    for (std::size_t i = 0; i < sssom_propagated.size(); ++i) {
        const std::string& value = row[sssom_propagated[i]];
        if (m_rows == 0)
            m_common[i] = value;
        else if (m_common[i] != value)
            m_differs.set(i);
    }
    ++m_rows;
}

void SssomExporter::write_metadata() {
    m_sink = &m_context.output.open("mappings.sssom.tsv");
    std::string text = "#sssom_version: \"1.1\"\n";
    write_prefixes(text);
    write_set(text);
    write_common_values(text);
    if (const std::string date = date_of(m_context.options.created); !date.empty()) text += "#publication_date: " + date + "\n";
    write_extension_definitions(text);
    m_sink->write(text);
    write_header();
}

bool SssomExporter::has_extensions() const {
    for (std::size_t i = sssom_standard_columns; i < sssom_column_count; ++i) {
        if (m_used.test(i)) return true;
    }
    return false;
}

void SssomExporter::write_prefixes(std::string& text) const {
    std::map<std::string, std::string> prefixes;
    if (m_rows > 0) prefixes.emplace("uuid", "urn:uuid:");
    if (has_extensions()) prefixes.emplace("kwalign", vocabulary_uri);
    for (const auto& [prefix, framework] : m_prefixes.list()) prefixes.emplace(prefix, framework_uri(m_context.options, framework));
    if (!prefixes.empty()) text += "#curie_map:\n";
    for (const auto& [prefix, uri] : prefixes) text += "#  " + prefix + ": " + yaml_scalar(uri) + "\n";
}

void SssomExporter::write_set(std::string& text) const {
    const ExportOptions& options = m_context.options;
    const std::string name = uuid_v5("sssom:" + m_ids);
    const bool no_base = options.base_uri.empty();
    metadata(text, "mapping_set_id",
             no_base ? "urn:uuid:" + name : options.base_uri + (options.base_uri.ends_with('/') ? "" : "/") + "mapping-sets/" + name);
    metadata(text, "mapping_set_version", options.version);
    metadata(text, "mapping_set_title", m_title);
    metadata(text, "license", options.licence.empty() ? sssom_no_licence : options.licence);
}

void SssomExporter::write_common_values(std::string& text) {
    for (std::size_t i = 0; i < sssom_propagated.size(); ++i) {
        const SssomColumn column = sssom_propagated[i];
        if (column == SssomColumn::mapping_tool && m_pairs > 1) text += "#cardinality_scope:\n#  - subject_source\n#  - object_source\n";
        if (!m_common[i] || m_differs.test(i)) continue;
        metadata(text, sssom_column_names[index_of(column)], *m_common[i]);
        m_used.reset(index_of(column));
    }
}

void SssomExporter::write_extension_definitions(std::string& text) const {
    if (has_extensions()) text += "#extension_definitions:\n";
    for (std::size_t i = sssom_standard_columns; i < sssom_column_count; ++i) {
        if (!m_used.test(i)) continue;
        const std::string name(sssom_column_names[i]);
        text += "#  - slot_name: " + name + "\n#    property: kwalign:" + name +
                "\n#    type_hint: " + std::string(sssom_type_hint(static_cast<SssomColumn>(i))) + "\n";
    }
}

void SssomExporter::write_header() {
    // A reader needs the columns that every mapping must have also where there is no mapping.
    if (m_rows == 0) {
        for (const SssomColumn column :
             {SssomColumn::subject_id, SssomColumn::predicate_id, SssomColumn::object_id, SssomColumn::mapping_justification})
            m_used.set(index_of(column));
    }
    std::string header;
    for (std::size_t i = 0; i < sssom_column_count; ++i) {
        if (m_used.test(i)) header += (header.empty() ? "" : "\t") + std::string(sssom_column_names[i]);
    }
    m_sink->write(header + "\n");
}

void SssomExporter::standard(const Standard& standard) {
    m_context.losses.add("standards", LossFate::left_out,
                         "SSSOM holds mappings only; of a standard's contents the labels of linked parts are kept, without language",
                         standard.id);
}

void SssomExporter::begin_pair(const ExportPair& pair) {
    m_pair = std::make_unique<SssomPair>(pair, m_context.options, m_prefixes);
    if (m_context.options.no_term_found) return;
    m_pair->for_each_missing([&](const SssomRow& row) {
        const bool subject = row[SssomColumn::object_id] == sssom_no_term;
        m_context.losses.add("gaps", LossFate::left_out, "what found no partner is said only on request",
                             row[subject ? SssomColumn::subject_id : SssomColumn::object_id]);
    });
}

void SssomExporter::link(const Link& link) {
    if (link.relation == Relation::none) {
        if (!m_context.options.no_term_found)
            m_context.losses.add("relation-none", LossFate::left_out, "that nothing was found is said only on request", place_of(link));
        return;
    }
    if (!m_written.insert(link_identifier(link))) {
        m_context.losses.add("repeated-link", LossFate::left_out, "a second link between the same ends is left out", place_of(link));
        return;
    }
    m_pair->report(link, m_context.losses);
    write_row(m_pair->row(link));
}

void SssomExporter::end_pair() {
    if (m_context.options.no_term_found) m_pair->for_each_missing([&](const SssomRow& row) { write_row(row); });
    m_pair.reset();
}

void SssomExporter::write_row(const SssomRow& row) {
    std::string line;
    bool first = true;
    for (std::size_t i = 0; i < sssom_column_count; ++i) {
        if (!m_used.test(i)) continue;
        if (!first) line += '\t';
        line += sssom_field(row.fields[i]);
        first = false;
    }
    m_sink->write(line + "\n");
}

}  // namespace kwalign::model
