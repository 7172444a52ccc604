#include "tools/progress_bar.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using kwalign::tools::ProgressBar;

TEST_CASE("A disabled bar writes nothing", "[tools][progress]") {
    std::ostringstream out;
    {
        ProgressBar bar(out, false, "files");
        bar.update(1, 2);
    }
    CHECK(out.str().empty());
}

TEST_CASE("The bar is drawn and erased and not redrawn for nothing", "[tools][progress]") {
    std::ostringstream out;
    {
        ProgressBar bar(out, true, "files");
        bar.update(1, 2);
        CHECK(out.str() == "[===============               ] 1/2 files");
        const auto drawn = out.str();
        bar.update(1, 2);
        CHECK(out.str() == drawn);
    }
    CHECK(out.str().back() == '\r');
}

namespace {

ProgressBar::Clock::time_point the_time{};

}  // namespace

TEST_CASE("The bar tells the rate of the last while and the time left", "[tools][progress]") {
    using namespace std::chrono_literals;
    std::ostringstream out;
    the_time = {};
    ProgressBar bar(out, true, "files", [] { return the_time; });
    const auto shown_after = [&](std::chrono::milliseconds time, std::size_t done) {
        the_time += time;
        out.str({});
        bar.update(done, 1000);
        return out.str().substr(out.str().rfind('[') + 33);
    };
    CHECK(shown_after(10s, 50) == "50/1000 files, 5.0/s, 3:10 left");
    CHECK(shown_after(50s, 550) == "550/1000 files, 10/s, 0:45 left");
    CHECK(shown_after(1s, 1000) == "1000/1000 files, 450/s");
}
