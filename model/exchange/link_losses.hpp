#pragma once

#include "model/exchange/loss_report.hpp"
#include "model/link.hpp"

namespace kwalign::model {

/// False for a link that a format without marks and scores leaves out, with the reason in the report: relation none, or rejected.
[[nodiscard]] bool is_sayable(const Link& link, LossReport& losses);
/// What a link of relation and ends only cannot say; `confidence` true where the format has a measure.
void report_bare_link(const Link& link, bool confidence, LossReport& losses);

}  // namespace kwalign::model
