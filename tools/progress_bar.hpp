#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <string>

namespace kwalign::tools {

/// A bar on one line of a terminal, redrawn only when what it shows changes and at most ten times a second; erased at the end.
class ProgressBar {
public:
    /// With `enabled` false nothing is ever written.
    ProgressBar(std::ostream& out, bool enabled, std::string noun);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void update(std::size_t done, std::size_t total);
    /// Takes the bar off the line, so that something else can be printed; the next update draws it again.
    void clear();

private:
    std::ostream& m_out;
    bool m_enabled;
    std::string m_noun;
    std::chrono::steady_clock::time_point m_start;
    std::chrono::steady_clock::time_point m_drawn;
    std::string m_shown;
};

}  // namespace kwalign::tools
