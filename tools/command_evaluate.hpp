#pragma once

#include "tools/app/sentence_vectors.hpp"
#include "tools/command.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kwalign::tools {

/// `kwalign evaluate`: suggested links against a gold file.
class CommandEvaluate : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    void check() const override;
    ExitCode run(Context& context) override;

private:
    std::vector<std::string> m_standards;
    std::vector<std::string> m_documents;
    std::string m_gold;
    std::optional<double> m_min_confidence;
    bool m_judged_only = false;
    bool m_sweep = false;
    bool m_ablation = false;
    std::optional<double> m_human;
    VectorRequest m_embeddings;
    bool m_dictionaries = false;
};

}  // namespace kwalign::tools
