#pragma once

/// Work on untrusted input in processes of its own: a crash, a hang or a memory bomb costs one item, never the run.

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

namespace kwalign::tools {

/// What one item may cost. Zero means no limit.
struct WorkerLimits {
    std::chrono::milliseconds time{0};   ///< processor time for one item; four times as long on the clock, for what sleeps
    std::size_t memory_bytes = 0;        ///< address space of a worker beyond what it starts with
    std::size_t items_per_worker = 500;  ///< then a worker is replaced by a fresh one, so that nothing piles up in it
};

enum class WorkEnd { done, skipped, crashed, timed_out, out_of_memory };

struct WorkResult {
    WorkEnd end = WorkEnd::skipped;
    std::string bytes;   ///< what the work returned, where done
    std::string detail;  ///< how it ended where it did not ("signal 11 ..."), for people
};

struct WorkerJob {
    std::size_t count = 0;
    unsigned jobs = 0;  ///< processes at most; 0: one per core
    WorkerLimits limits;
    std::function<bool(std::size_t)> wanted;       ///< items for which it says no are delivered as `skipped`; empty: all are wanted
    std::function<std::string(std::size_t)> work;  ///< in a worker process; what it throws ends that process
    std::function<void(std::size_t, WorkResult&&)> deliver;  ///< in the caller's process and thread, strictly in order
    std::function<bool()> stop;                              ///< asked several times a second; may be empty
};

/// Runs the job and returns how many items were delivered: all, or fewer when `stop` said so or `deliver` threw (which is passed on). Either
/// way no worker is left. Processes are forked from the caller's, so what `work` refers to is there as it was at the first fork, and
/// copied only where it is changed; they hold a socket to the caller and nothing else of its files. Workers are started when there is
/// work for them, kept over many items, and work a little ahead of delivery.
/// Call it while the program has no other thread (a lock that another thread held at the fork would stay locked for ever).
std::size_t run_in_workers(const WorkerJob& job);

}  // namespace kwalign::tools
