#include "align/text/snowball.hpp"

#include "model/error.hpp"

#include <libstemmer.h>

#include <map>
#include <memory>

namespace kwalign::align {
namespace {

struct Closer {
    void operator()(sb_stemmer* stemmer) const noexcept { sb_stemmer_delete(stemmer); }
};

sb_stemmer& stemmer_for(std::string_view algorithm) {
    thread_local std::map<std::string, std::unique_ptr<sb_stemmer, Closer>, std::less<>> stemmers;
    const auto found = stemmers.find(algorithm);
    if (found != stemmers.end()) return *found->second;
    std::string name(algorithm);
    std::unique_ptr<sb_stemmer, Closer> stemmer(sb_stemmer_new(name.c_str(), "UTF_8"));
    if (!stemmer) throw model::Error(model::ErrorCode::internal, "Snowball", "no stemmer for " + name);
    return *stemmers.emplace(std::move(name), std::move(stemmer)).first->second;
}

}  // namespace

std::string snowball_stem(std::string_view word, std::string_view algorithm) {
    sb_stemmer& stemmer = stemmer_for(algorithm);
    const sb_symbol* stem = sb_stemmer_stem(&stemmer, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    if (stem == nullptr) return std::string(word);
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(&stemmer))};
}

}  // namespace kwalign::align
