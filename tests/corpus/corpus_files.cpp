#include "corpus_files.hpp"

#include <algorithm>
#include <fstream>

namespace kwalign::tests {

const ingest::Ingester& ingester() {
    static const ingest::Ingester instance(std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora" / "templates");
    return instance;
}

std::optional<std::filesystem::path> shared_file(const std::string& relative) {
    const std::filesystem::path file = std::filesystem::path(KWALIGN_SHARED_DIR) / relative;
    return std::filesystem::is_regular_file(file) ? std::optional(file) : std::nullopt;
}

std::optional<std::filesystem::path> shared_file_beginning(const std::string& folder, const std::string& start) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(KWALIGN_SHARED_DIR) / folder, error)) {
        if (entry.path().filename().string().starts_with(start)) return entry.path();
    }
    return std::nullopt;
}

nlohmann::json read_json(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return nlohmann::json::parse(stream);
}

std::vector<std::filesystem::path> sample_folders() {
    std::vector<std::filesystem::path> folders;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora" / "samples", error)) {
        if (std::filesystem::exists(entry.path() / "expected.json")) folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

std::vector<PlainStatement> plain_statements(const model::Standard& standard, const std::vector<std::string>& kinds) {
    std::vector<PlainStatement> result;
    for (const model::Unit& unit : standard.units) {
        for (const model::Statement& statement : unit.statements) {
            const std::string kind(model::to_string(statement.kind));
            if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) continue;
            result.push_back({unit.code, statement.code, kind, statement.lang, statement.text});
        }
    }
    return result;
}

std::string to_string(const PlainStatement& statement) {
    return statement.code + " [" + statement.kind + ", " + statement.lang + "] " + statement.text;
}

}  // namespace kwalign::tests
