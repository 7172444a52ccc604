#pragma once

#include <filesystem>
#include <string_view>

namespace kwalign::tools {

/// The folder with the program's data (templates, lexicon, language data). Looked for in this order:
/// `override_folder` where not empty (the caller passes $KWALIGN_DATA), ../share/kwalign beside the running executable's folder,
/// and the folder named in a file kwalign.data-folder beside the executable, which only build trees have.
/// Throws model::Error(not_found) naming every place that was tried.
[[nodiscard]] std::filesystem::path find_data_folder(std::string_view override_folder);

/// The compiled lexicon that a build tree keeps beside the program; the file need not exist. Empty where the program's place is unknown.
[[nodiscard]] std::filesystem::path built_lexicon_image();

}  // namespace kwalign::tools
