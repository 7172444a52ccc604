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
