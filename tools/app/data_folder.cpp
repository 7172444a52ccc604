#include "tools/app/data_folder.hpp"

#include "align/imported/user_data.hpp"
#include "model/error.hpp"

#include <fstream>
#include <string>
#include <system_error>
#include <vector>

namespace kwalign::tools {
namespace {

namespace fs = std::filesystem;

/// Templates are what no command that reads documents can do without, so their folder is the sign of a data folder.
bool holds_data(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "templates", ignored);
}

/// A build tree has a file beside the program that names the source tree's data; an installed program has none.
fs::path named_beside(const fs::path& folder) {
    std::ifstream file(folder / "kwalign.data-folder");
    std::string line;
    std::getline(file, line);
    return line;
}

fs::path executable_folder() {
    std::error_code failed;
    const fs::path executable = fs::read_symlink("/proc/self/exe", failed);
    return failed ? fs::path{} : executable.parent_path();
}

}  // namespace

fs::path find_data_folder(std::string_view override_folder) {
    if (!override_folder.empty()) {
        // No falling back from an explicit wish: a mistyped folder would silently give other results.
        fs::path wished{override_folder};
        if (holds_data(wished)) return wished;
        throw model::Error(model::ErrorCode::not_found, wished.string(), "no data folder: templates/ is missing",
                           "set KWALIGN_DATA to the folder that holds templates/ and lexicon/");
    }
    std::vector<fs::path> places;
    if (const fs::path folder = executable_folder(); !folder.empty()) {
        places.push_back((folder / "../share/kwalign").lexically_normal());
        if (fs::path named = named_beside(folder); !named.empty()) places.push_back(std::move(named));
    }
    std::string tried;
    for (const fs::path& place : places) {
        if (holds_data(place)) return place;
        tried += (tried.empty() ? "" : ", ") + place.string();
    }
    throw model::Error(model::ErrorCode::not_found, tried, "the program's data was not found",
                       "install kwalign as a whole or set KWALIGN_DATA");
}

fs::path built_lexicon_image() {
    const fs::path folder = executable_folder();
    return folder.empty() ? fs::path{} : folder / align::lexicon_image_name;
}

}  // namespace kwalign::tools
