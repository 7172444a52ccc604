#include "tools/app/parallel.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace kwalign::tools {
namespace {

/// What the threads share: which item is next, which are done, how far delivery is.
class Queue {
public:
    Queue(std::size_t count, std::size_t window) : m_done(count, false), m_errors(count), m_window(window) {}

    /// The next item's index, or the count when nothing is left or the run was stopped. Waits while too far ahead.
    std::size_t take() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_stopped || m_next >= m_done.size() || m_next < m_delivered + m_window; });
        return m_stopped || m_next >= m_done.size() ? m_done.size() : m_next++;
    }

    void finish(std::size_t index, std::exception_ptr error) {
        const std::lock_guard lock(m_mutex);
        m_done[index] = true;
        m_errors[index] = std::move(error);
        m_changed.notify_all();
    }

    void wait_for(std::size_t index) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this, index] { return m_done[index]; });
        if (m_errors[index]) std::rethrow_exception(m_errors[index]);
    }

    void delivered() {
        const std::lock_guard lock(m_mutex);
        ++m_delivered;
        m_changed.notify_all();
    }

    void stop() {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<bool> m_done;
    std::vector<std::exception_ptr> m_errors;
    std::size_t m_window;
    std::size_t m_next = 0;
    std::size_t m_delivered = 0;
    bool m_stopped = false;
};

/// Stops the queue when the caller leaves, whichever way, before the threads are joined.
class Stopper {
public:
    explicit Stopper(Queue& queue) : m_queue(queue) {}
    ~Stopper() { m_queue.stop(); }
    Stopper(const Stopper&) = delete;
    Stopper& operator=(const Stopper&) = delete;

private:
    Queue& m_queue;
};

}  // namespace

void for_each_in_order(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work,
                       const std::function<void(std::size_t)>& deliver) {
    if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t threads = std::min<std::size_t>(jobs, count);
    if (threads <= 1) {
        for (std::size_t i = 0; i < count; ++i) {
            work(i);
            deliver(i);
        }
        return;
    }
    Queue queue(count, threads * 4);
    std::vector<std::jthread> pool;
    pool.reserve(threads);
    const Stopper stopper(queue);
    for (std::size_t t = 0; t < threads; ++t) {
        pool.emplace_back([&] {
            for (std::size_t i = queue.take(); i < count; i = queue.take()) {
                std::exception_ptr error;
                try {
                    work(i);
                } catch (...) {
                    error = std::current_exception();
                }
                queue.finish(i, std::move(error));
            }
        });
    }
    for (std::size_t i = 0; i < count; ++i) {
        queue.wait_for(i);
        deliver(i);
        queue.delivered();
    }
}

}  // namespace kwalign::tools
