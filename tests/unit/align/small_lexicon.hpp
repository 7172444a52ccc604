#pragma once

/// A lexicon of a dozen concepts in a folder of its own, written for one test and removed after it.

#include "align/lexicon/lexicon.hpp"

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace kwalign::align {

class SmallLexicon {
public:
    explicit SmallLexicon(std::string_view lines = default_lines) {
        static int count = 0;
        m_folder =
            std::filesystem::temp_directory_path() / ("kwalign-lexicon-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
        std::filesystem::create_directories(m_folder);
        std::ofstream(m_folder / "small.tsv") << "id\tpos\ten\tnl\tet\tbroader\trelated\n" << lines;
    }
    ~SmallLexicon() {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    SmallLexicon(const SmallLexicon&) = delete;
    SmallLexicon& operator=(const SmallLexicon&) = delete;

    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return m_folder; }

    static constexpr std::string_view default_lines =
        "bread\tn\tbread\tbrood\tleib\tproduct\t\n"
        "dough\tn\tdough\tdeeg\ttainas\t\t\n"
        "knead\tv\tknead; kneading\tkneden\tsõtkuma\t\t\n"
        "oven\tn\toven\toven\tahi; ahju\t\t\n"
        "product\tn\tproduct\tproduct\ttoode\t\t\n"
        "report\tn\treport\trapport\taruanne\t\t\n"
        "resolve\tv\tresolve; solution\toplossen; oplossing\tlahendama\t\t\n"
        "safety\tn\tsafety\tveiligheid\tohutus\t\t\n"
        "safety-rule\tn\tsafety rule\tveiligheidsvoorschrift\tohutusnõue; ohutusnõude\trule; safety\t\n"
        "rule\tn\trule\tvoorschrift\tnõue; nõude\t\t\n"
        "store\tv\tstore; storage\topslaan; opslag\tladustama\t\twarehouse\n"
        "warehouse\tn\twarehouse\tmagazijn\tladu; lao\t\t\n";

private:
    std::filesystem::path m_folder;
};

}  // namespace kwalign::align
