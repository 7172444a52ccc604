#pragma once

#include "ingest/outline/language.hpp"
#include "ingest/outline/outline.hpp"
#include "model/standard.hpp"

namespace kwalign::ingest {

/// The language of every statement, by its own words and its neighbours', and of every title, which are short and lean on all
/// titles together. The template's languages are the candidates.
void tell_languages(const Template& form, const LanguageModel& languages, model::Standard& standard);

/// Mends damaged words in the language of each text (see text_mender.hpp). After tell_languages.
void mend_texts(const Outline& outline, const LanguageModel& languages, model::Standard& standard);

/// Standard::languages, most frequent first. After tell_languages.
void name_languages(model::Standard& standard);

}  // namespace kwalign::ingest
