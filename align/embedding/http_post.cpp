#include "align/embedding/http_post.hpp"

#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <curl/curl.h>

#include <memory>
#include <mutex>

namespace kwalign::align {
namespace {

struct HandleDeleter {
    void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
};
struct ListDeleter {
    void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, ListDeleter>;

void add_header(Headers& headers, const std::string& line) {
    curl_slist* longer = curl_slist_append(headers.get(), line.c_str());
    if (longer == nullptr) return;
    (void)headers.release();
    headers.reset(longer);
}

struct Answer {
    std::string body;
    std::size_t max_bytes = 0;
};

/// libcurl takes a smaller number than it offered as a failure.
std::size_t take(char* bytes, std::size_t size, std::size_t count, void* self) noexcept {
    auto* answer = static_cast<Answer*>(self);
    if (answer->body.size() + size * count > answer->max_bytes) return 0;
    try {
        answer->body.append(bytes, size * count);
    } catch (...) {
        return 0;
    }
    return size * count;
}

[[noreturn]] void fail(const std::string& url, const std::string& what) {
    throw model::Error(model::ErrorCode::unreadable, url, what, "is the embeddings server running, and is this its address?");
}

void start_library() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

}  // namespace

std::string http_post_json(const std::string& url, std::string_view json, const std::string& key, const HttpLimits& limits) {
    start_library();
    const std::unique_ptr<CURL, HandleDeleter> handle(curl_easy_init());
    if (!handle) fail(url, "the HTTP client cannot start");
    Headers headers;
    add_header(headers, "Content-Type: application/json");
    add_header(headers, "Expect:");
    if (!key.empty()) add_header(headers, "Authorization: Bearer " + key);
    Answer answer{{}, limits.max_bytes};
    CURL* h = handle.get();
    curl_easy_setopt(h, CURLOPT_URL, url.c_str());
    curl_easy_setopt(h, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(h, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(h, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(h, CURLOPT_CONNECTTIMEOUT, limits.connect_seconds);
    curl_easy_setopt(h, CURLOPT_TIMEOUT, limits.total_seconds);
    curl_easy_setopt(h, CURLOPT_POSTFIELDS, json.data());
    curl_easy_setopt(h, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(json.size()));
    curl_easy_setopt(h, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(h, CURLOPT_WRITEDATA, &answer);
    const CURLcode result = curl_easy_perform(h);
    if (result == CURLE_WRITE_ERROR) fail(url, "the answer is larger than allowed");
    if (result != CURLE_OK) fail(url, curl_easy_strerror(result));
    long status = 0;
    curl_easy_getinfo(h, CURLINFO_RESPONSE_CODE, &status);
    if (status != 200)
        fail(url, "the server answers " + std::to_string(status) + ": " + model::collapse_spaces(answer.body.substr(0, 200)));
    return std::move(answer.body);
}

}  // namespace kwalign::align
