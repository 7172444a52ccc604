#pragma once

/// The Snowball stemmers (M. F. Porter, snowballstem.org); the only room that sees libstemmer.

#include <string>
#include <string_view>

namespace kwalign::align {

/// Stem of one lower-case UTF-8 word. `algorithm` is Snowball's name: "english", "dutch". Throws model::Error(internal) for an
/// unknown one. Thread-safe: every thread has its own stemmer.
[[nodiscard]] std::string snowball_stem(std::string_view word, std::string_view algorithm);

}  // namespace kwalign::align
