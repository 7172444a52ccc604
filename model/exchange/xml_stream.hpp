#pragma once

/// XML written piece by piece, well-formed by construction: the only room that sees libxml2.

#include "model/exchange/byte_sink.hpp"

#include <initializer_list>
#include <memory>
#include <string_view>
#include <utility>

namespace kwalign::model {

/// The sink must outlive it. Calls nest as the elements do; finish() ends what is open. Every call may throw what the sink throws, and
/// Error(write_failed) where the library fails. Text is cleaned (clean_text.hpp). Not thread-safe.
class XmlStream {
public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    explicit XmlStream(ByteSink& sink);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    /// `name` is a literal of this program and a valid qualified name.
    void begin(std::string_view name, Attributes attributes = {});
    void end();
    /// An element that holds text only, or nothing.
    void element(std::string_view name, std::string_view text, Attributes attributes = {});
    void finish();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::model
