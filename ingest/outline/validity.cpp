#include "ingest/outline/validity.hpp"

#include "ingest/outline/printed_forms.hpp"
#include "model/error.hpp"

#include <charconv>
#include <chrono>
#include <string>

namespace kwalign::ingest {

namespace {

constexpr int soon = 183;  // days, half a year

/// Days since 1970 of an ISO 8601 date that is known to be one.
std::chrono::sys_days days_of(std::string_view iso) {
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        std::from_chars(iso.data() + at, iso.data() + at + length, value);
        return value;
    };
    return std::chrono::sys_days(std::chrono::year(number(0, 4)) / std::chrono::month(static_cast<unsigned>(number(5, 2))) /
                                 std::chrono::day(static_cast<unsigned>(number(8, 2))));
}

}  // namespace

std::vector<model::Finding> check_validity(const model::Standard& standard, std::string_view day) {
    using model::Severity;
    const auto today = iso_date(day);
    if (!today || *today != day)
        throw model::Error(model::ErrorCode::bad_data, std::string(day), "is no date",
                           "write it as year-month-day, for example 2025-03-31");
    std::vector<model::Finding> findings;
    const auto add = [&](const char* code, Severity severity, const std::string& message) {
        findings.push_back({code, severity, message, std::nullopt});
    };
    if (!standard.valid_from.empty() && standard.valid_from > *today)
        add("not-yet-valid", Severity::warning, "The document is valid from " + standard.valid_from + "; on " + *today + " it is not yet.");
    const std::string& end = standard.valid_until;
    if (end.empty()) return findings;
    if (end < *today) {
        add("expired", Severity::warning, "The document was valid until " + end + "; on " + *today + " it has expired.");
    } else if (iso_date(end) && (days_of(end) - days_of(*today)).count() <= soon) {
        add("expires-soon", Severity::note, "The document is valid until " + end + ", less than half a year after " + *today + ".");
    }
    return findings;
}

}  // namespace kwalign::ingest
