#pragma once

/// What the database at hand would give: BM25 ranking by SQLite's full-text index. The only file pair here that sees SQLite.

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace kwalign::tests {

/// An index in memory over `texts`. One thread.
class Bm25 {
public:
    explicit Bm25(const std::vector<std::string>& texts);
    ~Bm25();
    Bm25(const Bm25&) = delete;
    Bm25& operator=(const Bm25&) = delete;

    /// The `limit` best texts for any of the words, best first.
    [[nodiscard]] std::vector<std::size_t> search(const std::vector<std::string>& words, std::size_t limit);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::tests
