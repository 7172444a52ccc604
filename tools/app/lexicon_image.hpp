#pragma once

/// The compiled lexicon of a workspace: the same lexicon, ready sooner.

#include "align/engine.hpp"
#include "align/lexicon/lexicon.hpp"
#include "tools/app/workspace.hpp"

#include <filesystem>

namespace kwalign::tools {

/// What the workspace gives an engine besides the shipped data.
[[nodiscard]] align::EngineExtras engine_extras(const Workspace& workspace);
/// The shipped lexicon with the user's imports laid over it, from an image where one fits.
[[nodiscard]] align::Lexicon open_lexicon(const Workspace& workspace);
/// The shipped lexicon alone.
[[nodiscard]] align::Lexicon open_shipped_lexicon(const Workspace& workspace);

struct CompileReport {
    std::filesystem::path file;
    std::size_t concepts = 0;
    std::size_t bytes = 0;
};

/// Compiles the shipped lexicon with the user's imports, unless it is to be `shipped_alone`, into `output`, or where that is empty into the
/// user's folder. The file is written beside and renamed. Throws model::Error(bad_data, not_found, write_failed).
CompileReport compile_lexicon(const Workspace& workspace, const std::filesystem::path& output, bool shipped_alone = false);

/// After the user's imports changed: compiles anew, or removes the user's image where nothing of the user's is left.
void refresh_user_image(const Workspace& workspace);

}  // namespace kwalign::tools
