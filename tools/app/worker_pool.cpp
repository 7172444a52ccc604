#include "tools/app/worker_pool.hpp"

#include "tools/app/worker_process.hpp"

#include <poll.h>

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

namespace kwalign::tools {
namespace {

constexpr std::size_t queue_per_worker = 2;   // one in work, one at hand, so that nobody waits for the caller
constexpr std::size_t window_per_worker = 8;  // answers that may wait for their turn
constexpr int poll_ms = 50;                   // how soon a limit or a wish to stop is seen

class Pool {
public:
    explicit Pool(const WorkerJob& job)
        : m_job(job), m_slots(job.jobs > 0 ? job.jobs : std::max(1U, std::thread::hardware_concurrency())) {}

    std::size_t run() {
        while (m_delivered < m_job.count && !(m_job.stop && m_job.stop())) {
            hand_out();
            if (collect() || deliver()) continue;
            wait();
        }
        return m_delivered;
    }

private:
    using Worker = std::unique_ptr<WorkerProcess>;

    /// The next item for a worker: one that a dead worker left behind, else a new one, unless that is too far ahead.
    [[nodiscard]] bool next(std::size_t& item) {
        if (!m_left_over.empty()) {
            item = m_left_over.front();
            m_left_over.pop_front();
            return true;
        }
        while (m_next < m_job.count && m_job.wanted && !m_job.wanted(m_next)) m_results[m_next++] = {};
        if (m_next >= m_job.count || m_next >= m_delivered + m_slots.size() * window_per_worker) return false;
        item = m_next++;
        return true;
    }

    void hand_out() {
        // First one for each, then the second: the last few items are spread over all.
        for (std::size_t depth = 1; depth <= queue_per_worker; ++depth) {
            for (Worker& worker : m_slots) {
                if (worker && worker->waiting().size() >= depth) continue;
                if (worker && worker->taken() >= m_job.limits.items_per_worker) {
                    if (!worker->waiting().empty()) continue;
                    worker.reset();
                }
                std::size_t item = 0;
                if (!next(item)) return;
                if (!worker) worker = std::make_unique<WorkerProcess>(m_job, sockets());
                worker->send(item);
            }
        }
    }

    [[nodiscard]] std::deque<int> sockets() const {
        std::deque<int> list;
        for (const Worker& worker : m_slots) {
            if (worker) list.push_back(worker->socket());
        }
        return list;
    }

    /// True when there was an answer.
    bool collect() {
        bool any = false;
        for (Worker& worker : m_slots) {
            if (!worker) continue;
            if (worker->waiting().empty()) continue;
            const std::size_t item = worker->waiting().front();
            auto result = worker->receive();
            if (!result && !worker->ended()) continue;
            any = true;
            if (result) m_results[item] = std::move(*result);
            if (!worker->ended()) continue;
            m_left_over.insert(m_left_over.begin(), worker->waiting().begin(), worker->waiting().end());
            worker.reset();
        }
        return any;
    }

    /// One at a time, so that workers get their next item in between. True when there was one.
    bool deliver() {
        const auto found = m_results.find(m_delivered);
        if (found == m_results.end()) return false;
        WorkResult result = std::move(found->second);
        m_results.erase(found);
        m_job.deliver(m_delivered, std::move(result));
        ++m_delivered;
        return true;
    }

    void wait() {
        std::vector<pollfd> wires;
        for (const Worker& worker : m_slots) {
            if (worker && !worker->waiting().empty()) wires.push_back({worker->socket(), POLLIN, 0});
        }
        static_cast<void>(poll(wires.data(), wires.size(), poll_ms));  // an interrupt or a timeout is as good as an answer
    }

    const WorkerJob& m_job;
    std::vector<Worker> m_slots;
    std::map<std::size_t, WorkResult> m_results;
    std::deque<std::size_t> m_left_over;
    std::size_t m_next = 0;
    std::size_t m_delivered = 0;
};

}  // namespace

std::size_t run_in_workers(const WorkerJob& job) { return Pool(job).run(); }

}  // namespace kwalign::tools
