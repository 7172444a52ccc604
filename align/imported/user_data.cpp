#include "align/imported/user_data.hpp"

#include "model/error.hpp"

#include <algorithm>

namespace kwalign::align {
namespace {

constexpr std::string_view table_suffix = "-en.tsv";
constexpr std::size_t max_name = 40;

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) return {};
    std::vector<std::filesystem::path> out;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->path().extension() == ".tsv") out.push_back(it->path());
    if (error) throw model::Error(model::ErrorCode::unreadable, folder.string(), "cannot be read: " + error.message());
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

UserData find_user_data(const std::filesystem::path& folder) {
    if (folder.empty()) return {};
    return {files_in(folder / "terms"), files_in(folder / "translation")};
}

std::string user_data_name(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    return name.substr(0, name.find('.'));
}

bool is_user_data_name(std::string_view name) noexcept {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !name.empty() && name.size() <= max_name && letter(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || c == '-'; });
}

std::vector<std::filesystem::path> lexicon_images(const std::filesystem::path& data_folder, const std::filesystem::path& user_folder,
                                                  const std::vector<std::filesystem::path>& more) {
    std::vector<std::filesystem::path> out;
    if (!user_folder.empty()) out.push_back(user_folder / lexicon_image_name);
    out.insert(out.end(), more.begin(), more.end());
    out.push_back(data_folder / lexicon_image_name);
    return out;
}

std::filesystem::path terms_file(const std::filesystem::path& folder, std::string_view name) {
    return folder / "terms" / (std::string(name) + ".tsv");
}

std::filesystem::path table_file(const std::filesystem::path& folder, std::string_view name, std::string_view lang) {
    return folder / "translation" / (std::string(name) + "." + std::string(lang) + std::string(table_suffix));
}

}  // namespace kwalign::align
