#pragma once

#include <filesystem>

namespace kwalign::tools {

/// Where an operation works: the same for the command line and for every other front end.
struct Workspace {
    std::filesystem::path store;      ///< SQLite file of model::Store
    std::filesystem::path data;       ///< folder with templates/, lexicon/, ... (find_data_folder)
    unsigned jobs = 0;                ///< threads; 0: one per core. No result depends on it
    std::filesystem::path user = {};  ///< folder of the user's own language data (find_user_folder); empty: none

    std::filesystem::path image = {};  ///< of a build tree's compiled lexicon (built_lexicon_image); empty: none

    bool dictionaries = false;  ///< as align::EngineExtras::dictionaries

    [[nodiscard]] std::filesystem::path templates() const { return data / "templates"; }
    [[nodiscard]] std::filesystem::path lexicon() const { return data / "lexicon"; }
};

}  // namespace kwalign::tools
