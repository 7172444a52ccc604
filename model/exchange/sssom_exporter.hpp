#pragma once

/// SSSOM/TSV 1.1: the links of all pairs as one mapping set, metadata block first. Rows keep the order of the source. Exact values of
/// coverage, status and places stand in extension columns that the metadata declare. Standards themselves are not in it.

#include "model/exchange/exporter.hpp"
#include "model/exchange/sssom_columns.hpp"
#include "model/exchange/sssom_rows.hpp"
#include "model/exchange/uuid_set.hpp"

#include <bitset>
#include <memory>
#include <optional>

namespace kwalign::model {

class SssomExporter : public Exporter {
public:
    explicit SssomExporter(const ExportContext& context) : m_context(context) {}

    /// Visits all links once, to know which columns there are and which values hold for the whole set.
    void begin() override;
    void standard(const Standard& standard) override;
    void begin_pair(const ExportPair& pair) override;
    void link(const Link& link) override;
    void end_pair() override;

private:
    void survey(const SssomRow& row);
    void write_metadata();
    void write_prefixes(std::string& text) const;
    void write_set(std::string& text) const;
    void write_common_values(std::string& text);
    void write_extension_definitions(std::string& text) const;
    void write_header();
    void write_row(const SssomRow& row);
    [[nodiscard]] bool has_extensions() const;

    ExportContext m_context;
    ByteSink* m_sink = nullptr;
    CuriePrefixes m_prefixes;
    std::bitset<sssom_column_count> m_used;                                    ///< columns with a value in some row
    std::array<std::optional<std::string>, sssom_propagated.size()> m_common;  ///< the value of all rows so far
    std::bitset<sssom_propagated.size()> m_differs;
    std::string m_title;
    std::string m_ids;  ///< of the pairs, for the set's own identifier
    std::size_t m_pairs = 0;
    std::size_t m_rows = 0;
    std::unique_ptr<SssomPair> m_pair;
    UuidSet m_written;
};

}  // namespace kwalign::model
