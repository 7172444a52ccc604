#include "model/store/vector_cache.hpp"

#include "model/store/store.hpp"
#include "tests/unit/model/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <vector>

using namespace kwalign::model;

TEST_CASE("Vectors are kept by model and text", "[model][store]") {
    const kwalign::tests::TemporaryFolder folder;
    const auto file = folder.path() / "store.db";
    { const Store store(file); }
    const std::vector<std::int8_t> one{127, -128, 0, -1};
    const std::vector<std::int8_t> other{1, 2, 3, 4};
    {
        VectorCache cache(file);
        CHECK_FALSE(cache.find("letters", "text"));
        cache.put("letters", {{"text", one}, {"other text", other}});
        cache.put("words", {{"text", other}});
        cache.put("letters", {{"other text", one}});
    }
    const VectorCache again(file);
    CHECK(again.find("letters", "text") == one);
    CHECK(again.find("letters", "other text") == one);
    CHECK(again.find("words", "text") == other);
    CHECK_FALSE(again.find("words", "other text"));
    CHECK(Store(file, Store::Mode::read_only).list().empty());
}
