#pragma once

/// Another program at work for this one, within limits.

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

struct ChildLimits {
    std::chrono::seconds time{60};                ///< wall clock; then it is killed
    std::size_t memory = std::size_t{2} << 30;    ///< bytes of address space
    std::size_t output = std::size_t{256} << 20;  ///< bytes it may write in all
};

struct ChildResult {
    enum class End { exited, killed, timed_out, too_much_output };
    End end = End::exited;
    int status = 0;      ///< exit status, where it exited; 127: there is no such program
    std::string output;  ///< of standard output
    std::string errors;  ///< of standard error, its first 16 KiB
};

/// Runs `arguments[0]` (an absolute path) in the folder "/", with nothing in its environment but `environment` ("NAME=value"), without a
/// network where the system lets us take it away (Linux namespaces), feeds it `input` and waits for its end. It and whatever it started
/// are killed when a limit is passed. Throws Error(internal) where no process can be started. Thread-safe.
[[nodiscard]] ChildResult run_child(const std::vector<std::string>& arguments, const std::vector<std::string>& environment,
                                    std::string_view input, const ChildLimits& limits);

}  // namespace kwalign::model
