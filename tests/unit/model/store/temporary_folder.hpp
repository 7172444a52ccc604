#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace kwalign::tests {

/// A fresh folder that is removed with everything in it.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return m_path / name; }
    /// Names and bytes of all files in it: to see that nothing was touched.
    [[nodiscard]] std::map<std::string, std::string> contents() const;

private:
    std::filesystem::path m_path;
};

[[nodiscard]] std::string read_bytes(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, std::string_view bytes);

}  // namespace kwalign::tests
