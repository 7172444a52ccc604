#pragma once

/// Splits a range over threads. Private to align.

#include <algorithm>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace kwalign::align {

/// Calls work(first, last) on consecutive parts of 0..n; `jobs` 0: one thread per core. A part has at least `worth_a_thread`
/// items. Rethrows the first failure. The parts are disjoint, so work may write its own part of a shared vector without locks.
template <class Work>
void parallel_ranges(std::size_t n, unsigned jobs, std::size_t worth_a_thread, Work work) {
    const std::size_t wanted = jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : jobs;
    const std::size_t threads = std::clamp<std::size_t>(n / std::max<std::size_t>(worth_a_thread, 1), 1, wanted);
    std::vector<std::exception_ptr> failures(threads);
    {
        std::vector<std::jthread> pool;
        for (std::size_t t = 0; t < threads; ++t) {
            const auto part = [&, t] {
                try {
                    work(n * t / threads, n * (t + 1) / threads);
                } catch (...) {
                    failures[t] = std::current_exception();
                }
            };
            if (t + 1 == threads)
                part();
            else
                pool.emplace_back(part);
        }
    }
    for (const std::exception_ptr& failure : failures)
        if (failure) std::rethrow_exception(failure);
}

}  // namespace kwalign::align
