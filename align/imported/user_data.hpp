#pragma once

/// What a user has added to the shipped language data. It lives in a folder of its own and is used while it is there:
///   terms/NAME.tsv               imported terms (term_import.hpp)
///   translation/NAME.LANG-en.tsv learned word translations (translation/table.hpp)

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

struct UserData {
    std::vector<std::filesystem::path> terms;  ///< sorted by name
    std::vector<std::filesystem::path> tables;

    [[nodiscard]] bool empty() const noexcept { return terms.empty() && tables.empty(); }
};

/// The files in `folder`; nothing where the folder is absent or its name empty. Throws model::Error(unreadable).
[[nodiscard]] UserData find_user_data(const std::filesystem::path& folder);

/// The name a file of user data was given ("esco" of terms/esco.tsv, "office" of translation/office.nl-en.tsv).
[[nodiscard]] std::string user_data_name(const std::filesystem::path& file);
/// Lower-case letters, digits and hyphens, 1 to 40 of them, a letter or digit first.
[[nodiscard]] bool is_user_data_name(std::string_view name) noexcept;

/// The name of a compiled lexicon in a data folder or the user's.
inline constexpr std::string_view lexicon_image_name = "lexicon.image";
/// Where to look for one: in the user's folder, in `more`, in the data folder.
[[nodiscard]] std::vector<std::filesystem::path> lexicon_images(const std::filesystem::path& data_folder,
                                                                const std::filesystem::path& user_folder,
                                                                const std::vector<std::filesystem::path>& more = {});

[[nodiscard]] std::filesystem::path terms_file(const std::filesystem::path& folder, std::string_view name);
[[nodiscard]] std::filesystem::path table_file(const std::filesystem::path& folder, std::string_view name, std::string_view lang);

}  // namespace kwalign::align
