#include "align/embedding/sentence_vectors.hpp"
#include "align/embedding/embedding_client.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <vector>

using namespace kwalign::align;

TEST_CASE("A vector is kept at one byte a number", "[align][embedding]") {
    CHECK(quantised({1.0F, -0.5F, 0.0F}) == std::vector<std::int8_t>{127, -64, 0});
    CHECK(quantised({0.0F, 0.0F}).empty());
}

TEST_CASE("Cosines are of the texts that have vectors", "[align][embedding]") {
    SentenceVectors vectors;
    vectors.add("a", {100, 0});
    vectors.add("b", {50, 0});
    vectors.add("c", {0, 7});
    vectors.add("d", {60, 80});
    vectors.add("longer", {1, 2, 3});
    CHECK(vectors.size() == 4);
    CHECK(*vectors.cosine("a", "b") == Approx(1.0));
    CHECK(*vectors.cosine("a", "c") == Approx(0.0));
    CHECK(*vectors.cosine("a", "d") == Approx(0.6));
    CHECK_FALSE(vectors.cosine("a", "longer"));
    CHECK_FALSE(vectors.cosine("nobody", "a"));
}

TEST_CASE("A cosine raises and lowers confidence and a neutral one leaves it", "[align][embedding]") {
    CHECK(heard_with(0.5, 0.6) == Approx(0.5));
    CHECK(heard_with(0.5, 0.9) == Approx(0.75).margin(0.01));
    CHECK(heard_with(0.5, 0.1) < 0.2);
    CHECK(heard_with(1.0, 1.0) <= 1.0);
    CHECK(heard_with(0.0, 0.0) >= 0.0);
}

TEST_CASE("The address of the embeddings is found from the server", "[align][embedding]") {
    for (const char* url :
         {"http://localhost:8080", "http://localhost:8080/", "http://localhost:8080/v1", "http://localhost:8080/v1/embeddings"})
        CHECK(embeddings_address(url) == "http://localhost:8080/v1/embeddings");
}

TEST_CASE("A server that cannot be reached is an error that says so", "[align][embedding]") {
    EmbeddingServer server;
    server.url = "http://127.0.0.1:1";
    const std::vector<std::string> texts{"hello"};
    CHECK_THROWS_WITH(embed(server, texts), Catch::Matchers::Contains("is the embeddings server running"));
    server.url = "file:///etc/passwd";
    CHECK_THROWS_WITH(embed(server, texts), Catch::Matchers::Contains("is the embeddings server running"));
    CHECK(embed(server, {}).empty());
}
