#include "model/interchange/messages.hpp"

#include "model/interchange/phrases.hpp"
#include "model/text/locale.hpp"

#include <cstddef>

namespace kwalign::model {

Messages::Messages(std::string_view lang) noexcept : m_language(Language::en) {
    const std::string_view primary = lang.substr(0, lang.find_first_of("-_"));
    if (primary == "nl") m_language = Language::nl;
    if (primary == "et") m_language = Language::et;
}

std::string_view Messages::lang() const noexcept {
    switch (m_language) {
        case Language::nl: return "nl";
        case Language::et: return "et";
        case Language::en: break;
    }
    return "en";
}

std::string_view Messages::operator()(Phrase phrase) const noexcept {
    const PhraseTexts& entry = texts_of(phrase);
    switch (m_language) {
        case Language::nl: return entry.nl;
        case Language::et: return entry.et;
        case Language::en: break;
    }
    return entry.en;
}

std::string Messages::operator()(Phrase phrase, std::initializer_list<std::string_view> values) const {
    const std::string_view pattern = (*this)(phrase);
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        const auto index = place ? static_cast<std::size_t>(pattern[i + 1] - '0') : values.size();
        if (index < values.size()) {
            text += values.begin()[index];
            i += 2;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

std::string Messages::number(std::string text) const {
    const std::string mark = decimal_mark(lang());
    if (const std::size_t point = text.find('.'); point != std::string::npos) text.replace(point, 1, mark);
    return text;
}

std::string_view Messages::word(Relation relation) const noexcept {
    switch (relation) {
        case Relation::equal: return (*this)(Phrase::equal);
        case Relation::equivalent: return (*this)(Phrase::equivalent);
        case Relation::covers: return (*this)(Phrase::covers);
        case Relation::covered_by: return (*this)(Phrase::covered_by);
        case Relation::overlaps: return (*this)(Phrase::overlaps);
        case Relation::none: break;
    }
    return (*this)(Phrase::none);
}

std::string_view Messages::meaning(Relation relation) const noexcept {
    switch (relation) {
        case Relation::equal: return (*this)(Phrase::equal_means);
        case Relation::equivalent: return (*this)(Phrase::equivalent_means);
        case Relation::covers: return (*this)(Phrase::covers_means);
        case Relation::covered_by: return (*this)(Phrase::covered_by_means);
        case Relation::overlaps: return (*this)(Phrase::overlaps_means);
        case Relation::none: break;
    }
    return (*this)(Phrase::none_means);
}

std::string_view Messages::word(LinkStatus status) const noexcept {
    switch (status) {
        case LinkStatus::confirmed: return (*this)(Phrase::confirmed);
        case LinkStatus::rejected: return (*this)(Phrase::rejected);
        case LinkStatus::suggested: break;
    }
    return (*this)(Phrase::suggested);
}

std::string_view relation_symbol(Relation relation) noexcept {
    switch (relation) {
        case Relation::equal: return "=";
        case Relation::equivalent: return "\u2248";  // almost equal
        case Relation::covers: return "\u2287";      // superset of or equal to
        case Relation::covered_by: return "\u2286";  // subset of or equal to
        case Relation::overlaps: return "\u2229";    // intersection
        case Relation::none: break;
    }
    return "\u2205";  // empty set
}

}  // namespace kwalign::model
