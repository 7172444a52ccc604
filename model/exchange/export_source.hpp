#pragma once

/// What an export reads: standards one at a time, and the links of one pair at a time, so that neither a framework of a hundred
/// thousand items nor a million links have to be in memory at once.

#include "model/equivalence_table.hpp"
#include "model/link.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <functional>

namespace kwalign::model {

/// Two standards and the links from the first to the second. Lives during the call that hands it over.
class ExportPair {
public:
    ExportPair() = default;
    virtual ~ExportPair() = default;
    ExportPair(const ExportPair&) = delete;
    ExportPair& operator=(const ExportPair&) = delete;

    [[nodiscard]] virtual const Standard& source() const = 0;
    [[nodiscard]] virtual const Standard& target() const = 0;
    /// Every link of the pair, unit and statement level, of whatever status; the same ones in the same order at every call.
    virtual void for_each_link(const std::function<void(const Link&)>& visit) const = 0;
    /// The pair with all its links, where this one shows a choice of them: what has no link here may have one there.
    [[nodiscard]] virtual const ExportPair& whole() const { return *this; }
    /// What was examined and found no partner, on both sides; nothing where the source does not know.
    virtual void for_each_gap(const std::function<void(const Gap&)>&) const {}
};

/// Visited several times by some formats: every visit gives the same values in the same order.
class ExportSource {
public:
    ExportSource() = default;
    virtual ~ExportSource() = default;
    ExportSource(const ExportSource&) = delete;
    ExportSource& operator=(const ExportSource&) = delete;

    [[nodiscard]] virtual std::size_t count_standards() const = 0;
    [[nodiscard]] virtual std::size_t count_pairs() const = 0;
    virtual void for_each_standard(const std::function<void(const Standard&)>& visit) const = 0;
    virtual void for_each_pair(const std::function<void(const ExportPair&)>& visit) const = 0;
};

/// A table in memory; keeps a reference to it.
class TableSource : public ExportSource {
public:
    explicit TableSource(const EquivalenceTable& table) : m_table(table) {}

    [[nodiscard]] std::size_t count_standards() const override { return m_table.standards.size(); }
    [[nodiscard]] std::size_t count_pairs() const override { return m_table.pairs.size(); }
    void for_each_standard(const std::function<void(const Standard&)>& visit) const override;
    void for_each_pair(const std::function<void(const ExportPair&)>& visit) const override;

private:
    const EquivalenceTable& m_table;
};

}  // namespace kwalign::model
