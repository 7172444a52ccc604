#pragma once

/// One HTTP request; the only file pair that sees libcurl. Private to align/embedding.

#include <cstddef>
#include <string>
#include <string_view>

namespace kwalign::align {

struct HttpLimits {
    long connect_seconds = 5;
    long total_seconds = 60;                         ///< for one request
    std::size_t max_bytes = std::size_t{256} << 20;  ///< of the answer
};

/// Posts JSON and returns the body of a 200 answer. `key`: sent as a bearer token where not empty. http and https only; redirects are not
/// followed. Throws model::Error(unreadable) naming the URL: not reachable, another status (with the beginning of its body), time or size exceeded.
/// Thread-safe.
[[nodiscard]] std::string http_post_json(const std::string& url, std::string_view json, const std::string& key, const HttpLimits& limits);

}  // namespace kwalign::align
