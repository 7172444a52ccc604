#include "align/embedding/embedding_client.hpp"

#include "align/embedding/http_post.hpp"
#include "model/error.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace kwalign::align {
namespace {

using Json = nlohmann::json;

constexpr std::size_t max_dimensions = 16'384;

[[noreturn]] void refuse(const std::string& url, const std::string& what) {
    throw model::Error(model::ErrorCode::damaged, url, "the embeddings server's answer is of no use: " + what);
}

std::string cut(const std::string& text, std::size_t max_bytes) {
    if (text.size() <= max_bytes) return text;
    std::size_t end = max_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

std::vector<float> vector_of(const Json& entry, const std::string& url) {
    const auto values = entry.find("embedding");
    if (values == entry.end() || !values->is_array() || values->empty() || values->size() > max_dimensions)
        refuse(url, "a vector is missing, empty or too long");
    std::vector<float> out;
    out.reserve(values->size());
    for (const Json& value : *values) {
        if (!value.is_number()) refuse(url, "a vector holds something other than numbers");
        out.push_back(value.get<float>());
        if (!std::isfinite(out.back())) refuse(url, "a vector holds no finite number");
    }
    return out;
}

}  // namespace

std::string embeddings_address(const std::string& url) {
    std::string out = url;
    while (out.ends_with('/')) out.pop_back();
    if (out.ends_with("/embeddings")) return out;
    return out + (out.ends_with("/v1") ? "/embeddings" : "/v1/embeddings");
}

std::vector<std::vector<float>> embed(const EmbeddingServer& server, std::span<const std::string> texts) {
    if (texts.empty()) return {};
    const std::string url = embeddings_address(server.url);
    Json request{{"input", Json::array()}, {"encoding_format", "float"}};
    if (!server.model.empty()) request["model"] = server.model;
    for (const std::string& text : texts) request["input"].push_back(cut(text, server.max_text_bytes));
    HttpLimits limits;
    limits.total_seconds = server.timeout_seconds;
    const std::string body = http_post_json(url, request.dump(-1, ' ', false, Json::error_handler_t::replace), server.key, limits);
    const Json answer = Json::parse(body, nullptr, false);
    if (!answer.is_object() || !answer.contains("data") || !answer["data"].is_array()) refuse(url, "it is no JSON with \"data\"");
    std::vector<std::vector<float>> out(texts.size());
    for (std::size_t i = 0; i < answer["data"].size(); ++i) {
        const Json& entry = answer["data"][i];
        if (!entry.is_object()) refuse(url, "\"data\" does not hold objects");
        const std::size_t place = entry.contains("index") && entry["index"].is_number_unsigned() ? entry["index"].get<std::size_t>() : i;
        if (place >= out.size() || !out[place].empty()) refuse(url, "it numbers its vectors wrongly");
        out[place] = vector_of(entry, url);
    }
    for (const std::vector<float>& vector : out) {
        if (vector.empty()) refuse(url, "it has fewer vectors than were asked for");
        if (vector.size() != out.front().size()) refuse(url, "its vectors are of different lengths");
    }
    return out;
}

}  // namespace kwalign::align
