#include "model/exchange/sssom_importer.hpp"

#include "model/error.hpp"
#include "model/exchange/identifiers.hpp"
#include "model/exchange/import_text.hpp"
#include "model/exchange/sssom_columns.hpp"
#include "model/exchange/sssom_curies.hpp"
#include "model/exchange/sssom_table.hpp"
#include "model/exchange/sssom_text.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <unordered_set>

namespace kwalign::model {

namespace {

std::string joined(const std::string& field) {
    std::string text;
    for (const std::string& value : split_sssom_list(field)) text += (text.empty() ? "" : ", ") + value;
    return text;
}

class Reader {
public:
    Reader(std::string_view place, const ImportOptions& options) : m_place(place), m_options(options) {}

    ImportResult read(std::string_view text) {
        std::size_t line = 1;
        const std::string_view table = take_metadata(text, line);
        read_sssom_table(
            table, line, m_place, [&](const std::vector<std::string>& names) { check_header(names, line); },
            [&](const SssomFields& row) { read_row(row); });
        m_result.findings = m_findings.list();
        return std::move(m_result);
    }

private:
    /// Reads the block at the beginning; the rest of the text starts on `line`.
    std::string_view take_metadata(std::string_view text, std::size_t& line) {
        std::vector<SssomMetadataLine> block;
        while (text.starts_with('#')) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            block.push_back({text.substr(1, end - 1), line++});
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        std::string place(m_place);
        if (block.empty() && !m_options.metadata.empty()) {
            place += " metadata";
            std::string_view rest = import_text(m_options.metadata, place);
            for (std::size_t number = 1; !rest.empty(); ++number) {
                const std::size_t end = std::min(rest.find('\n'), rest.size());
                block.push_back({rest.substr(0, end), number});
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
        m_metadata = read_sssom_metadata(block, place);
        if (const std::string version = m_metadata.first("sssom_version"); !version.empty() && version != "1.0" && version != "1.1")
            throw Error(ErrorCode::unsupported, place, "SSSOM version \"" + version + "\" cannot be read; 1.0 and 1.1 can");
        if (block.empty())
            m_findings.add("no-metadata", Severity::warning, "the file has no metadata block; prefixes are taken as they stand");
        m_curies = std::make_unique<SssomCuries>(m_metadata, !block.empty(), m_options.known);
        return text;
    }

    void check_header(const std::vector<std::string>& names, std::size_t line) {
        const auto has = [&](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
        for (const char* name : {"subject_id", "predicate_id", "object_id", "mapping_justification"}) {
            if (!has(name) && m_metadata.first(name).empty())
                throw Error(ErrorCode::bad_data, line_place(m_place, line),
                            std::string("this is not SSSOM: the column ") + name + " is missing");
        }
        for (const auto& [name, property] : m_metadata.extensions) m_extensions.insert(name);
    }

    /// A value of the row, or the one that the metadata give for all rows.
    [[nodiscard]] std::string value(const SssomFields& row, SssomColumn column) const {
        const std::string name(sssom_column_names[static_cast<std::size_t>(column)]);
        // An extension that is not declared means nothing, whatever it is called.
        if (static_cast<std::size_t>(column) >= sssom_standard_columns && !m_extensions.contains(name)) return {};
        const std::string& own = row[name];
        if (!own.empty() || std::find(sssom_propagated.begin(), sssom_propagated.end(), column) == sssom_propagated.end()) return own;
        return m_metadata.first(name);
    }

    [[nodiscard]] std::optional<double> number(const SssomFields& row, SssomColumn column, double low, double high) const {
        const std::string text = value(row, column);
        if (text.empty()) return std::nullopt;
        double result = 0.0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
        if (error != std::errc{} || end != text.data() + text.size() || !(result >= low && result <= high))
            throw Error(ErrorCode::bad_data, line_place(m_place, row.line()),
                        std::string(sssom_column_names[static_cast<std::size_t>(column)]) + " \"" + text + "\" is no number between " +
                            sssom_number(low) + " and " + sssom_number(high));
        return result;
    }

    void read_row(const SssomFields& row) {
        const std::string where = line_place(m_place, row.line());
        if (const std::string& id = row["record_id"]; !id.empty() && !m_records.insert(id).second)
            throw Error(ErrorCode::bad_data, where, "the record " + id + " occurs twice");
        const std::string subject = row["subject_id"];
        const std::string object = row["object_id"];
        const std::string predicate = row["predicate_id"];
        if (subject.empty() || object.empty())
            throw Error(ErrorCode::bad_data, where, "a mapping without subject_id or object_id; mappings of mere labels cannot be read");
        const auto relation = m_curies->relation(predicate, where);
        if (!relation) throw Error(ErrorCode::bad_data, where, "unknown predicate \"" + predicate + "\"");
        if (subject == sssom_no_term || object == sssom_no_term) return read_gap(row, subject, object, where);

        Link link;
        link.source = m_curies->endpoint(subject, value(row, SssomColumn::subject_source), value(row, SssomColumn::subject_unit), where);
        link.target = m_curies->endpoint(object, value(row, SssomColumn::object_source), value(row, SssomColumn::object_unit), where);
        link.relation = *relation;
        link.confidence = number(row, SssomColumn::confidence, 0.0, 1.0).value_or(1.0);
        link.coverage_source = number(row, SssomColumn::subject_coverage, 0.0, 1.0).value_or(0.0);
        link.coverage_target = number(row, SssomColumn::object_coverage, 0.0, 1.0).value_or(0.0);
        if (const auto difference = number(row, SssomColumn::level_difference, -8.0, 8.0))
            link.level_difference = static_cast<int>(*difference);
        link.method = value(row, SssomColumn::mapping_tool);
        if (link.method.empty()) link.method = value(row, SssomColumn::mapping_justification);
        link.evidence = evidence_of(row);
        link.decision = decision_of(row, where);
        keep(std::move(link), where);
    }

    void read_gap(const SssomFields& row, const std::string& subject, const std::string& object, const std::string& where) {
        if (subject == object) {
            m_findings.add("nothing-mapped", Severity::note, where + ": a row that maps nothing to nothing is passed over");
            return;
        }
        const bool of_subject = object == sssom_no_term;
        const std::string own = value(row, of_subject ? SssomColumn::subject_source : SssomColumn::object_source);
        const std::string other = value(row, of_subject ? SssomColumn::object_source : SssomColumn::subject_source);
        Gap gap;
        gap.item = m_curies->endpoint(of_subject ? subject : object, own,
                                      value(row, of_subject ? SssomColumn::subject_unit : SssomColumn::object_unit), where);
        if (!other.empty()) gap.by = m_curies->standard(other, where);
        gap.why = row["comment"];
        m_result.gaps.push_back(std::move(gap));
    }

    [[nodiscard]] std::vector<Evidence> evidence_of(const SssomFields& row) const {
        std::vector<Evidence> evidence;
        for (const std::string& line : split_sssom_list(value(row, SssomColumn::evidence))) {
            const auto colon = line.find(": ");
            Evidence entry;
            entry.kind = line.substr(0, colon);
            if (colon != std::string::npos) entry.text = line.substr(colon + 2);
            evidence.push_back(std::move(entry));
        }
        const auto shared = split_sssom_list(value(row, SssomColumn::match_string));
        if (evidence.empty() && !shared.empty()) {
            Evidence entry;
            entry.kind = "words";
            entry.shared = shared;
            evidence.push_back(std::move(entry));
        }
        return evidence;
    }

    [[nodiscard]] LinkStatus status_of(const SssomFields& row, const std::string& where) const {
        const std::string modifier = row["predicate_modifier"];
        if (!modifier.empty() && modifier != "Not")
            throw Error(ErrorCode::bad_data, where, "unknown predicate modifier \"" + modifier + "\"");
        const auto agreement = number(row, SssomColumn::reviewer_agreement, -1.0, 1.0);
        if (const std::string own = value(row, SssomColumn::mapping_status); !own.empty()) {
            const auto status = parse_link_status(own);
            if (!status) throw Error(ErrorCode::bad_data, where, "unknown status \"" + own + "\"");
            return *status;
        }
        if (!modifier.empty()) return LinkStatus::rejected;
        const bool reviewed = !row["reviewer_id"].empty() || !row["reviewer_label"].empty();
        if (agreement) return *agreement < 0.0 ? LinkStatus::rejected : *agreement > 0.0 ? LinkStatus::confirmed : LinkStatus::suggested;
        const std::string justification = row["mapping_justification"];
        // What people made or looked at is decided; what a program found is a suggestion.
        return reviewed || justification == "semapv:ManualMappingCuration" || justification == "semapv:MappingReview"
                   ? LinkStatus::confirmed
                   : LinkStatus::suggested;
    }

    [[nodiscard]] Decision decision_of(const SssomFields& row, const std::string& where) const {
        Decision decision;
        decision.status = status_of(row, where);
        for (const char* column : {"reviewer_label", "reviewer_id", "author_label", "author_id", "creator_label", "creator_id"}) {
            const std::string name = joined(row[column]);
            if (decision.by.empty() && name != sssom_unnamed) decision.by = name;
            if (name == sssom_unnamed) break;
        }
        decision.when = value(row, SssomColumn::decided_at);
        for (const char* column : {"review_date", "mapping_date"}) {
            const std::string date = row[column];
            if (!date.empty() && date_of(date).empty())
                throw Error(ErrorCode::bad_data, where, std::string(column) + " \"" + date + "\" is no date");
            if (decision.when.empty() && decision.status != LinkStatus::suggested) decision.when = date;
        }
        decision.why = row["comment"];
        return decision;
    }

    /// Of two rows with the same ends, one with a decision wins, and else the first.
    void keep(Link link, const std::string& where) {
        const auto [found, added] = m_links.emplace(std::pair(link.source, link.target), m_result.links.size());
        if (added) {
            m_result.links.push_back(std::move(link));
            return;
        }
        Link& first = m_result.links[found->second];
        const bool replaces = first.decision.status == LinkStatus::suggested && link.decision.status != LinkStatus::suggested;
        m_findings.add("repeated-mapping", Severity::warning,
                       where + ": a second mapping between the same ends; " +
                           (replaces ? "it replaces the first, which nobody had decided" : "the first is kept"));
        if (replaces) first = std::move(link);
    }

    std::string m_place;
    const ImportOptions& m_options;
    ImportResult m_result;
    Findings m_findings;
    SssomMetadata m_metadata;
    std::unique_ptr<SssomCuries> m_curies;
    std::unordered_set<std::string> m_extensions;
    std::unordered_set<std::string> m_records;
    std::map<std::pair<Endpoint, Endpoint>, std::size_t> m_links;
};

}  // namespace

ImportResult import_sssom(std::string_view text, std::string_view place, const ImportOptions& options) {
    return Reader(place, options).read(text);
}

}  // namespace kwalign::model
