#pragma once

#include "model/exchange/loss_report.hpp"
#include "model/standard.hpp"

namespace kwalign::model {

/// What a format of concepts and labels (SKOS, CTDL-ASN) cannot say about a standard, its units and statements.
void report_label_losses(const Standard& standard, LossReport& losses);
/// What LOQ cannot say about a standard that it accepts, beside what depends on how it is written (loq_plan.cpp).
void report_loq_losses(const Standard& standard, LossReport& losses);

}  // namespace kwalign::model
