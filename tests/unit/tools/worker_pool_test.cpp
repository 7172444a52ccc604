#include "tools/app/worker_pool.hpp"

#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace kwalign;
using namespace std::chrono_literals;

namespace {

struct Outcome {
    std::vector<tools::WorkResult> results;
    std::size_t delivered = 0;
};

Outcome run(std::size_t count, unsigned jobs, const std::function<std::string(std::size_t)>& work, tools::WorkerLimits limits = {}) {
    Outcome outcome;
    tools::WorkerJob job;
    job.count = count;
    job.jobs = jobs;
    job.limits = limits;
    job.work = work;
    job.deliver = [&](std::size_t i, tools::WorkResult&& result) {
        CHECK(i == outcome.results.size());
        outcome.results.push_back(std::move(result));
    };
    outcome.delivered = tools::run_in_workers(job);
    return outcome;
}

bool has_children() { return waitpid(-1, nullptr, WNOHANG) >= 0 || errno != ECHILD; }

}  // namespace

TEST_CASE("Workers answer in order whatever their number", "[tools][workers]") {
    for (const unsigned jobs : {1U, 3U}) {
        const Outcome outcome = run(20, jobs, [](std::size_t i) { return std::string(i * 1000, 'x'); });
        REQUIRE(outcome.delivered == 20);
        for (std::size_t i = 0; i < 20; ++i) CHECK(outcome.results[i].bytes.size() == i * 1000);
    }
    CHECK_FALSE(has_children());
}

TEST_CASE("A crash costs one item and says how", "[tools][workers]") {
    const Outcome outcome = run(5, 2, [](std::size_t i) {
        if (i == 1) std::raise(SIGSEGV);
        if (i == 2) throw std::runtime_error("out of the work");
        if (i == 3) std::_Exit(7);
        return std::to_string(i);
    });
    REQUIRE(outcome.delivered == 5);
    CHECK(outcome.results[0].bytes == "0");
    CHECK(outcome.results[1].end == tools::WorkEnd::crashed);
    CHECK(outcome.results[1].detail == "Segmentation fault");
    CHECK(outcome.results[2].end == tools::WorkEnd::crashed);
    CHECK(outcome.results[3].end == tools::WorkEnd::crashed);
    CHECK(outcome.results[3].detail == "exit status 7");
    CHECK(outcome.results[4].bytes == "4");
    CHECK_FALSE(has_children());
}

TEST_CASE("A hang costs its time and one item", "[tools][workers]") {
    const Outcome outcome = run(3, 1,
                                [](std::size_t i) {
                                    while (i == 1) std::this_thread::sleep_for(10ms);
                                    return std::string("done");
                                },
                                {500ms, 0});
    REQUIRE(outcome.delivered == 3);
    CHECK(outcome.results[0].end == tools::WorkEnd::done);
    CHECK(outcome.results[1].end == tools::WorkEnd::timed_out);
    CHECK(outcome.results[2].end == tools::WorkEnd::done);
}

TEST_CASE("Too much memory costs one item", "[tools][workers]") {
    const Outcome outcome = run(3, 1,
                                [](std::size_t i) {
                                    std::vector<std::string> hoard;
                                    while (i == 1) hoard.emplace_back(std::size_t{8} << 20, 'x');
                                    return std::string("done");
                                },
                                {60s, std::size_t{200} << 20});
    REQUIRE(outcome.delivered == 3);
    CHECK(outcome.results[1].end == tools::WorkEnd::out_of_memory);
    CHECK(outcome.results[2].end == tools::WorkEnd::done);
}

TEST_CASE("Workers are replaced after a while and unwanted items need none", "[tools][workers]") {
    tools::WorkerLimits limits;
    limits.items_per_worker = 4;
    const Outcome outcome = run(
        12, 1, [](std::size_t) { return std::to_string(getpid()); }, limits);
    std::set<std::string> processes;
    for (const auto& result : outcome.results) processes.insert(result.bytes);
    CHECK(processes.size() == 3);
    CHECK_FALSE(processes.contains(std::to_string(getpid())));

    tools::WorkerJob job;
    job.count = 1000;
    job.jobs = 2;
    job.wanted = [](std::size_t) { return false; };
    job.work = [](std::size_t) { return std::string(); };
    std::size_t skipped = 0;
    job.deliver = [&](std::size_t, tools::WorkResult&& result) { skipped += result.end == tools::WorkEnd::skipped; };
    CHECK(tools::run_in_workers(job) == 1000);
    CHECK(skipped == 1000);
}

TEST_CASE("A batch stops when it is told and leaves no worker", "[tools][workers]") {
    tools::WorkerJob job;
    job.count = 100;
    job.jobs = 2;
    job.work = [](std::size_t) { return std::string("x"); };
    std::size_t delivered = 0;
    job.deliver = [&](std::size_t, tools::WorkResult&&) { ++delivered; };
    job.stop = [&] { return delivered >= 10; };
    CHECK(tools::run_in_workers(job) == 10);
    CHECK(delivered == 10);
    job.stop = nullptr;
    job.deliver = [](std::size_t, tools::WorkResult&&) { throw std::runtime_error("no room"); };
    CHECK_THROWS_WITH(tools::run_in_workers(job), "no room");
    CHECK_FALSE(has_children());
}
