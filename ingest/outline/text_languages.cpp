#include "ingest/outline/text_languages.hpp"

#include "ingest/outline/text_mender.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace kwalign::ingest {

namespace {

/// Language of the unit titles taken together, the best guess for texts that tell nothing.
std::string usual_title_language(const LanguageModel& languages, const model::Standard& standard,
                                 const std::vector<std::string>& candidates) {
    std::string text = standard.title;
    for (const model::Unit& unit : standard.units) text += " " + unit.title;
    return LanguageModel::best(languages.score(text, candidates), {}, candidates.empty() ? "und" : candidates.front());
}

/// Titles are short: what all of them together are in weighs as much as a few clear words of another language. Containers have
/// the titles of the form ("Part A"), which may be in another language than what its author wrote.
void tell_unit_languages(const LanguageModel& languages, model::Standard& standard, const std::vector<std::string>& candidates,
                         bool containers, const std::string& usual) {
    std::vector<model::Unit*> units;
    std::vector<std::string> titles;
    std::string all;
    for (model::Unit& unit : standard.units) {
        if ((unit.role == model::UnitRole::container) != containers) continue;
        units.push_back(&unit);
        titles.push_back(unit.title);
        all += " " + unit.title;
    }
    const std::string fallback = containers || titles.size() < 2 ? usual : LanguageModel::best(languages.score(all, candidates), {}, usual);
    const std::vector<std::string> found = languages_in_context(languages, titles, candidates, fallback, 4.0);
    for (std::size_t i = 0; i < found.size(); ++i) units[i]->lang = found[i];
}

void tell_title_languages(const LanguageModel& languages, model::Standard& standard, const std::vector<std::string>& candidates) {
    const std::string usual = usual_title_language(languages, standard, candidates);
    tell_unit_languages(languages, standard, candidates, true, usual);
    tell_unit_languages(languages, standard, candidates, false, usual);
    if (standard.title.empty()) return;
    const auto same = [&](const auto& entry) { return entry.second == standard.title; };
    if (std::any_of(standard.titles.begin(), standard.titles.end(), same)) return;
    standard.titles.emplace(LanguageModel::best(languages.score(standard.title, candidates), {{usual, 8.0}}, "und"), standard.title);
}

}  // namespace

void tell_languages(const Template& form, const LanguageModel& languages, model::Standard& standard) {
    std::vector<model::Statement*> all;
    std::vector<std::string> texts;
    const auto take = [&](std::vector<model::Statement>& statements) {
        for (model::Statement& statement : statements) {
            all.push_back(&statement);
            texts.push_back(statement.text);
        }
    };
    for (model::Section& section : standard.sections) take(section.statements);
    for (model::Unit& unit : standard.units) take(unit.statements);
    const std::vector<std::string> candidates = form.languages.empty() ? languages.languages() : form.languages;
    const std::vector<std::string> found =
        languages_in_context(languages, texts, candidates, usual_title_language(languages, standard, candidates));
    for (std::size_t i = 0; i < all.size(); ++i) all[i]->lang = found[i];
    tell_title_languages(languages, standard, candidates);
}

void mend_texts(const Outline& outline, const LanguageModel& languages, model::Standard& standard) {
    const TextMender mender(outline.joiner, languages);
    for (model::Section& section : standard.sections)
        for (model::Statement& statement : section.statements)
            statement.text = mender.mend(statement.text, statement.lang, statement.repairs);
    for (model::Unit& unit : standard.units) {
        for (model::Statement& statement : unit.statements) statement.text = mender.mend(statement.text, statement.lang, statement.repairs);
        std::vector<model::Repair> repairs;
        const std::string printed = unit.title;
        unit.title = mender.mend(unit.title, unit.lang, repairs);
        if (unit.title != printed && unit.title_printed.empty()) unit.title_printed = printed;
    }
}

void name_languages(model::Standard& standard) {
    std::map<std::string, std::size_t> counts;
    for (const model::Unit& unit : standard.units) {
        for (const model::Statement& statement : unit.statements) ++counts[statement.lang];
        // A title alone, in front of statements in another language, may be no more than a borrowed term.
        if (unit.role == model::UnitRole::task) ++counts[unit.lang];
    }
    if (counts.empty()) {
        for (const model::Unit& unit : standard.units) ++counts[unit.lang];
        for (const model::Section& section : standard.sections)
            for (const model::Statement& statement : section.statements) ++counts[statement.lang];
    }
    std::vector<std::pair<std::size_t, std::string>> order;
    for (const auto& [tag, count] : counts) order.emplace_back(count, tag);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [count, tag] : order) {
        if (!tag.empty()) standard.languages.push_back(tag);
    }
}

}  // namespace kwalign::ingest
