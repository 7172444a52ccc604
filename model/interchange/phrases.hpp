#pragma once

#include "model/interchange/messages.hpp"

#include <string_view>

namespace kwalign::model {

/// One phrase in the three languages.
struct PhraseTexts {
    Phrase phrase;
    std::string_view en;
    std::string_view nl;
    std::string_view et;
};

[[nodiscard]] const PhraseTexts& texts_of(Phrase phrase) noexcept;

}  // namespace kwalign::model
