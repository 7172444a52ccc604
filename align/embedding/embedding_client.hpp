#pragma once

/// Sentence vectors from a server of the OpenAI-compatible form that common local servers offer (POST .../v1/embeddings).

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace kwalign::align {

struct EmbeddingServer {
    std::string url;                     ///< of the server ("http://localhost:8080"), its /v1, or the whole address of its embeddings
    std::string model;                   ///< sent with every request; may be empty where the server has one only
    std::string key;                     ///< bearer token; empty: none
    std::size_t batch = 64;              ///< texts in one request
    std::size_t max_text_bytes = 8'000;  ///< longer texts are cut at a letter
    long timeout_seconds = 60;           ///< for one request
};

/// The address that requests go to.
[[nodiscard]] std::string embeddings_address(const std::string& url);

/// One vector per text, in order, all of one length (at most 16,384). `texts` are at most server.batch. Throws model::Error: unreadable where
/// the server cannot be asked, damaged where its answer is not what was asked for.
[[nodiscard]] std::vector<std::vector<float>> embed(const EmbeddingServer& server, std::span<const std::string> texts);

}  // namespace kwalign::align
