#pragma once

/// Which language a short text is in, by its function words and letter trigrams (after Cavnar and Trenkle 1994, and Dunning
/// 1994 for the log-likelihood), with what the neighbourhood suggests as a prior.

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// Evidence for each candidate language, in natural-log units; higher is likelier. Only differences mean something.
using LanguageScores = std::map<std::string, double>;

/// Loaded once from corpora/language/*.tsv ("w<TAB>word<TAB>weight" and "t<TAB>trigram<TAB>100 * ln(share)"); immutable.
class LanguageModel {
public:
    /// Throws Error(bad_template) naming file and line.
    explicit LanguageModel(const std::filesystem::path& folder);

    /// Tags of the languages known, sorted.
    [[nodiscard]] std::vector<std::string> languages() const;
    /// Scores of the candidates; languages without a model are left out. Empty text scores all the same.
    [[nodiscard]] LanguageScores score(std::string_view text, const std::vector<std::string>& candidates) const;
    /// The best candidate of scores plus prior; `fallback` where there is nothing to choose from.
    [[nodiscard]] static std::string best(const LanguageScores& scores, const LanguageScores& prior, std::string_view fallback);

private:
    struct Language {
        std::map<std::string, double, std::less<>> words;
        std::map<std::string, double, std::less<>> trigrams;
    };
    std::map<std::string, Language> m_languages;
};

/// Languages of texts that stand in a row: each by its own evidence, helped by the evidence of the two before and after it,
/// which counts the less the farther away it is, and by `fallback_weight` for the fallback language.
[[nodiscard]] std::vector<std::string> languages_in_context(const LanguageModel& model, const std::vector<std::string>& texts,
                                                            const std::vector<std::string>& candidates, std::string_view fallback,
                                                            double fallback_weight = 0.5);

}  // namespace kwalign::ingest
