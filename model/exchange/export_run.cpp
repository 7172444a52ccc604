#include "model/error.hpp"
#include "model/exchange/change_set.hpp"
#include "model/exchange/exporter.hpp"

namespace kwalign::model {

namespace {

/// What goes out of a source by the options; the same at every visit.
class Choice {
public:
    explicit Choice(const ExportOptions& options) : m_options(options) {}

    [[nodiscard]] bool holds(const Link& link) const {
        if (m_options.changes && !m_options.changes->has_link(link)) return false;
        switch (m_options.links) {
            case LinkChoice::accepted: return link.decision.status != LinkStatus::rejected;
            case LinkChoice::confirmed: return link.decision.status == LinkStatus::confirmed;
            case LinkChoice::all: return true;
        }
        return true;
    }
    [[nodiscard]] bool holds(const Standard& standard) const { return !m_options.changes || m_options.changes->has_standard(standard.id); }
    /// A pair without a changed link is no part of an export of changes.
    [[nodiscard]] bool holds(const ExportPair& pair) const {
        if (!m_options.changes) return true;
        bool found = false;
        pair.for_each_link([&](const Link& link) { found = found || holds(link); });
        return found;
    }
    [[nodiscard]] bool is_everything() const noexcept { return m_options.changes == nullptr; }

private:
    const ExportOptions& m_options;
};

class ChosenPair : public ExportPair {
public:
    ChosenPair(const ExportPair& pair, const Choice& choice) : m_pair(pair), m_choice(choice) {}

    [[nodiscard]] const Standard& source() const override { return m_pair.source(); }
    [[nodiscard]] const Standard& target() const override { return m_pair.target(); }
    void for_each_link(const std::function<void(const Link&)>& visit) const override {
        m_pair.for_each_link([&](const Link& link) {
            if (m_choice.holds(link)) visit(link);
        });
    }
    [[nodiscard]] const ExportPair& whole() const override { return m_pair.whole(); }
    void for_each_gap(const std::function<void(const Gap&)>& visit) const override { m_pair.for_each_gap(visit); }

private:
    const ExportPair& m_pair;
    const Choice& m_choice;
};

class ChosenSource : public ExportSource {
public:
    ChosenSource(const ExportSource& source, const ExportOptions& options) : m_source(source), m_choice(options) {}

    [[nodiscard]] std::size_t count_standards() const override {
        if (m_choice.is_everything()) return m_source.count_standards();
        std::size_t count = 0;
        for_each_standard([&](const Standard&) { ++count; });
        return count;
    }
    [[nodiscard]] std::size_t count_pairs() const override {
        if (m_choice.is_everything()) return m_source.count_pairs();
        std::size_t count = 0;
        for_each_pair([&](const ExportPair&) { ++count; });
        return count;
    }
    void for_each_standard(const std::function<void(const Standard&)>& visit) const override {
        m_source.for_each_standard([&](const Standard& standard) {
            if (m_choice.holds(standard)) visit(standard);
        });
    }
    void for_each_pair(const std::function<void(const ExportPair&)>& visit) const override {
        m_source.for_each_pair([&](const ExportPair& pair) {
            if (m_choice.holds(pair)) visit(ChosenPair(pair, m_choice));
        });
    }

private:
    const ExportSource& m_source;
    Choice m_choice;
};

}  // namespace

LossReport export_to(std::string_view format, const ExportSource& source, ExportOutput& output, const ExportOptions& options) {
    LossReport losses;
    const ChosenSource chosen(source, options);
    const auto exporter = make_exporter(format, {chosen, output, options, losses});
    if (!exporter) throw Error(ErrorCode::unsupported, std::string(format), "there is no such export format");
    exporter->begin();
    chosen.for_each_standard([&](const Standard& standard) { exporter->standard(standard); });
    chosen.for_each_pair([&](const ExportPair& pair) {
        exporter->begin_pair(pair);
        pair.for_each_link([&](const Link& link) { exporter->link(link); });
        exporter->end_pair();
    });
    exporter->finish();
    if (options.changes) {
        for (const std::string& place : options.changes->removed())
            losses.add("removed", LossFate::left_out, "what was removed since cannot be said; whoever publishes must withdraw it", place);
    }
    output.finish();
    return losses;
}

}  // namespace kwalign::model
