#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <iosfwd>
#include <string>
#include <utility>

namespace kwalign::tools {

/// A bar on one line of a terminal with the rate and the time that is left, redrawn only when what it shows changes and at most ten times
/// a second; erased at the end.
class ProgressBar {
public:
    using Clock = std::chrono::steady_clock;

    /// With `enabled` false nothing is ever written. `now` tells the time; tests have their own.
    ProgressBar(std::ostream& out, bool enabled, std::string noun, Clock::time_point (*now)() = &Clock::now);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void update(std::size_t done, std::size_t total);
    /// Takes the bar off the line, so that something else can be printed; the next update draws it again.
    void clear();

private:
    [[nodiscard]] std::string pace(std::size_t done, std::size_t total, Clock::time_point now);

    std::ostream& m_out;
    bool m_enabled;
    std::string m_noun;
    Clock::time_point (*m_now)();
    Clock::time_point m_drawn;
    std::deque<std::pair<Clock::time_point, std::size_t>> m_marks;  ///< how many were done when, for the last while
    std::string m_shown;
};

}  // namespace kwalign::tools
