#include "tools/app/lexicon_json.hpp"

#include <nlohmann/json.hpp>

namespace kwalign::tools {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string to_json(const TermImportReport& report) {
    return text_of({{"name", report.name},
                    {"file", report.file.string()},
                    {"concepts", report.concepts},
                    {"terms", report.terms},
                    {"left_out", report.left_out},
                    {"replaced", report.replaced}});
}

std::string to_json(const LearnReport& report) {
    return text_of({{"file", report.file.string()},
                    {"segments", report.segments},
                    {"words", report.words},
                    {"keys", report.keys},
                    {"translations", report.translations},
                    {"replaced", report.replaced}});
}

std::string to_json(const CompileReport& report) {
    return text_of({{"file", report.file.string()}, {"concepts", report.concepts}, {"bytes", report.bytes}});
}

std::string to_json(const std::vector<LexiconPart>& parts) {
    Json out = Json::array();
    for (const LexiconPart& part : parts)
        out.push_back({{"origin", part.shipped ? "shipped" : "user"},
                       {"kind", part.kind},
                       {"name", part.name},
                       {"path", part.file.string()},
                       {"entries", part.entries},
                       {"terms", part.terms},
                       {"notes", part.notes}});
    return text_of(out);
}

std::string to_json(const std::vector<StandardWords>& coverage) {
    Json out = Json::array();
    for (const StandardWords& standard : coverage) {
        Json languages = Json::object();
        for (const auto& [lang, words] : standard.languages) {
            Json unknown = Json::array();
            for (const auto& [word, count] : words.unknown) unknown.push_back({{"word", word}, {"count", count}});
            languages[lang] = {{"words", words.words},         {"known", words.known()}, {"share", words.share()},
                               {"concepts", words.concepts},   {"parts", words.parts},   {"tables", words.tables},
                               {"unknown", std::move(unknown)}};
        }
        out.push_back({{"id", standard.id}, {"languages", std::move(languages)}});
    }
    return text_of(out);
}

}  // namespace kwalign::tools
