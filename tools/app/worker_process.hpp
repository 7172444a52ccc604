#pragma once

/// One worker process and its end of the wire. Private to the worker pool.

#include "tools/app/worker_pool.hpp"

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>

namespace kwalign::tools {

/// Started by the constructor, ended by the destructor, whatever it is doing.
class WorkerProcess {
public:
    using Clock = std::chrono::steady_clock;

    /// Throws Error(internal) where the system gives no process or socket. `others` are sockets that the child must not keep.
    WorkerProcess(const WorkerJob& job, const std::deque<int>& others);
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;

    /// Hands an item over; it waits in the socket while the one before is worked on.
    void send(std::size_t item);
    /// Items handed over and not answered, the one in work first.
    [[nodiscard]] const std::deque<std::size_t>& waiting() const noexcept { return m_waiting; }
    [[nodiscard]] int socket() const noexcept { return m_socket; }
    [[nodiscard]] std::size_t taken() const noexcept { return m_taken; }

    /// Reads what is there without waiting. An answer to the first of waiting(), which it removes, or nothing yet.
    /// Where the process is gone or over its limits, the answer says so and ended() is true; one that retired by itself, because memory had
    /// piled up in it, has ended without an answer.
    [[nodiscard]] std::optional<WorkResult> receive();
    [[nodiscard]] bool ended() const noexcept { return m_ended; }

private:
    [[noreturn]] void serve(const WorkerJob& job, int socket);
    [[nodiscard]] std::optional<WorkResult> next_answer();
    [[nodiscard]] std::optional<WorkResult> bury();
    [[nodiscard]] std::optional<WorkResult> over_limit();
    [[nodiscard]] std::string last_words();
    /// The next item begins now.
    void start_clocks();
    WorkResult end(WorkEnd why, std::string detail);

    WorkerLimits m_limits;
    pid_t m_pid = -1;
    int m_socket = -1;
    int m_errors = -1;  ///< what the process says on standard error
    std::string m_received;
    std::deque<std::size_t> m_waiting;
    std::size_t m_taken = 0;
    std::size_t m_resident_at_start = 0;
    Clock::time_point m_started;                  ///< the item in work
    std::chrono::nanoseconds m_used_at_start{0};  ///< processor time before it
    bool m_ended = false;
};

}  // namespace kwalign::tools
