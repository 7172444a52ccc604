#include "tools/app/parallel.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

using kwalign::tools::for_each_in_order;

TEST_CASE("Everything is worked on once and delivered in order", "[tools][parallel]") {
    const unsigned jobs = GENERATE(1U, 2U, 7U, 0U);
    CAPTURE(jobs);
    std::vector<int> worked(200, 0);
    std::vector<std::size_t> delivered;
    for_each_in_order(
        worked.size(), jobs,
        [&](std::size_t i) {
            if (i % 17 == 0) std::this_thread::yield();
            ++worked[i];
        },
        [&](std::size_t i) {
            CHECK(worked[i] == 1);
            delivered.push_back(i);
        });
    std::vector<std::size_t> expected(worked.size());
    std::iota(expected.begin(), expected.end(), 0U);
    CHECK(delivered == expected);
}

TEST_CASE("Work runs only a small window ahead of delivery", "[tools][parallel]") {
    std::atomic<std::size_t> started{0};
    std::size_t furthest = 0;
    for_each_in_order(
        100, 2, [&](std::size_t) { ++started; }, [&](std::size_t i) { furthest = std::max(furthest, started.load() - i); });
    CHECK(furthest <= 2 * 4 + 1);
}

TEST_CASE("An exception of work arrives in its turn and ends the run", "[tools][parallel]") {
    const unsigned jobs = GENERATE(1U, 3U);
    std::size_t delivered = 0;
    const auto work = [](std::size_t i) {
        if (i == 5) throw std::runtime_error("five");
    };
    CHECK_THROWS_WITH(for_each_in_order(50, jobs, work, [&](std::size_t) { ++delivered; }), "five");
    CHECK(delivered == 5);
}

TEST_CASE("An exception of delivery ends the run", "[tools][parallel]") {
    CHECK_THROWS_AS(for_each_in_order(
                        50, 3, [](std::size_t) {},
                        [](std::size_t i) {
                            if (i == 2) throw std::logic_error("two");
                        }),
                    std::logic_error);
}

TEST_CASE("Nothing to do is done at once", "[tools][parallel]") {
    for_each_in_order(
        0, 4, [](std::size_t) { FAIL(); }, [](std::size_t) { FAIL(); });
    SUCCEED();
}
