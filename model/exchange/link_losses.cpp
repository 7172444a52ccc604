#include "model/exchange/link_losses.hpp"

#include "model/exchange/identifiers.hpp"

namespace kwalign::model {

bool is_sayable(const Link& link, LossReport& losses) {
    if (link.relation == Relation::none) {
        losses.add("relation-none", LossFate::left_out, "the format cannot say that nothing was found", place_of(link));
        return false;
    }
    if (link.decision.status == LinkStatus::rejected) {
        losses.add("rejected-links", LossFate::left_out, "the format cannot mark a link as rejected", place_of(link));
        return false;
    }
    return true;
}

void report_bare_link(const Link& link, bool confidence, LossReport& losses) {
    const auto lose = [&](bool present, std::string_view code, std::string_view what) {
        if (present) losses.add(code, LossFate::left_out, what, place_of(link));
    };
    lose(!confidence, "confidence", "how sure a link is");
    lose(true, "status", "whether a link was suggested or confirmed");
    lose(link.coverage_source > 0.0 || link.coverage_target > 0.0, "coverage", "how much each side covers of the other");
    lose(link.level_difference.has_value() && *link.level_difference != 0, "level-difference", "that the levels differ");
    lose(!link.evidence.empty(), "evidence", "what supports a link");
    lose(!link.method.empty(), "method", "how a link was found");
    lose(!link.decision.by.empty() || !link.decision.when.empty() || !link.decision.why.empty(), "decision", "who decided, when and why");
}

}  // namespace kwalign::model
