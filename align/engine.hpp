#pragma once

/// The whole house in one call: standards to links, coverage and an equivalence table.

#include "model/equivalence_table.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

class SentenceVectors;

struct AlignOptions {
    /// What is linked where both standards are lists (is_list): their entries as units or as statements. Documents are linked at both levels.
    enum class Level { unit, statement };

    double min_confidence = 0.5;            ///< 0..1; unit links below are not suggested
    double min_statement_confidence = 0.4;  ///< 0..1; the same for statement links. Both balance wrong and missed links over the pairs of
                                            ///< documents that the models were fitted on, each pair left out of its own fit
    std::size_t top = 0;                    ///< 0: selected links; otherwise the K best candidates of every source, ranked
    Level level = Level::unit;
    bool every_pair = false;  ///< score every pair instead of searching for candidates first: slow, to measure what the search loses
    const SentenceVectors* vectors = nullptr;  ///< one more witness (align/embedding); null: none. Not owned
    unsigned jobs = 0;                         ///< threads; 0: one per core. The result does not depend on it
    std::string generator;                     ///< goes into the table; empty: "kwalign <version>"
    std::string created;                       ///< ISO 8601 date or empty
    std::string language = "en";               ///< of evidence, gaps and concept labels: "en", "nl" or "et"
    std::vector<std::string> muted;  ///< scoring inputs (Engine::input_names) that may not tell pairs apart: what is left without them
};

/// What an engine takes besides the shipped data.
struct EngineExtras {
    std::filesystem::path user_folder = {};  ///< what the user imported or learned (imported/user_data.hpp), laid over the shipped data;
                                             ///< empty or absent: nothing
    std::vector<std::filesystem::path> images =
        {};  ///< where a compiled lexicon (Lexicon::open) may lie besides "lexicon.image" in either folder
    bool dictionaries =
        false;  ///< ask the system's spelling dictionaries for the stems of words that nothing else explains: each takes some
                ///< tenths of a second to open
};

/// Lexicon and language data, loaded once. Immutable after construction: share between threads freely.
class Engine {
public:
    /// `data_folder` is corpora/ or where it was installed (share/kwalign): lexicon/ and align/ are read from it.
    /// Throws Error(bad_data) with file and line.
    explicit Engine(const std::filesystem::path& data_folder, const EngineExtras& extras = {});
    ~Engine();
    Engine(Engine&&) noexcept;
    Engine& operator=(Engine&&) noexcept;

    /// What is in use besides the shipped data: "terms NAME (SHA-256, first 12 digits)", "translations NAME.LANG (...)", "dictionary NAME (...)". Tables say it in their
    /// method, so that two runs with other data can be told apart.
    [[nodiscard]] const std::vector<std::string>& additions() const noexcept;

    /// Compares every pair of the given standards, in their order (first is source). `background` are further standards (the rest
    /// of the store) that only inform word statistics; may be empty.
    [[nodiscard]] model::EquivalenceTable align(const std::vector<model::Standard>& standards,
                                                const std::vector<const model::Standard*>& background, const AlignOptions& options) const;

    /// One scored pair of items of two different standards, with what the scoring model saw: for fitting the models.
    struct Scored {
        std::size_t source = 0;  ///< index into `standards`
        std::size_t target = 0;
        std::string source_code;  ///< unit or statement code
        std::string target_code;
        std::vector<double> values;  ///< in the order of input_names()
    };
    enum class Level { unit, statement };
    /// All scored pairs of the given standards.
    [[nodiscard]] std::vector<Scored> scored_pairs(const std::vector<model::Standard>& standards,
                                                   const std::vector<const model::Standard*>& background, Level level) const;
    /// Names of the scoring model's inputs.
    [[nodiscard]] static std::vector<std::string_view> input_names(Level level);

    /// Every step of the text analysis of `text` for people: tokens, lemmas, compound parts, concepts. `lang`: "et", "nl", "en" or
    /// empty (guessed).
    [[nodiscard]] std::string explain_text(std::string_view text, std::string_view lang) const;
    /// The same as JSON.
    [[nodiscard]] std::string explain_text_json(std::string_view text, std::string_view lang) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::align
