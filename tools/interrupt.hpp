#pragma once

namespace kwalign::tools {

/// While one lives, SIGINT and SIGTERM do not end the program but are remembered, so that work can end at a good place. A second
/// signal ends the program at once. One at a time; the earlier handlers come back with the destructor.
class InterruptGuard {
public:
    InterruptGuard();
    ~InterruptGuard();
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;

    /// A signal came since the guard was made.
    [[nodiscard]] static bool requested() noexcept;
};

}  // namespace kwalign::tools
