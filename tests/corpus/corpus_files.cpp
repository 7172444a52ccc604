#include "corpus_files.hpp"

#include <algorithm>
#include <fstream>
#include <map>

namespace kwalign::tests {

namespace {

using nlohmann::json;

std::string text_of(const json& value, const std::string& key) {
    const auto found = value.find(key);
    return found == value.end() || !found->is_string() ? std::string{} : found->get<std::string>();
}

/// Truth files name one kind differently from the model.
std::string kind_of(const json& statement) {
    const std::string kind = text_of(statement, "kind");
    return kind == "unit_learning_outcome" ? "learning_outcome" : kind;
}

}  // namespace

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
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora" / "samples", error)) {
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

std::vector<PlainStatement> true_statements(const json& truth) {
    std::vector<PlainStatement> result;
    std::map<std::string, std::size_t> uses;
    const auto base = [](const json& statement) {
        if (const std::string implied = text_of(statement, "implied_number"); !implied.empty()) return implied;
        const std::string number = text_of(statement, "number");
        return text_of(statement, "unit") + "." + (number.empty() ? std::to_string(statement.at("seq").get<int>()) : number);
    };
    for (const json& statement : truth.at("statements")) ++uses[base(statement)];
    std::map<std::string, char> letters;
    for (const json& statement : truth.at("statements")) {
        std::string code = base(statement);
        if (uses[code] > 1) {
            char& letter = letters.try_emplace(code, 'a').first->second;
            code += letter++;
        }
        result.push_back({text_of(statement, "unit"), code, kind_of(statement), text_of(statement, "lang"), text_of(statement, "text")});
    }
    return result;
}

std::string to_string(const PlainStatement& statement) {
    return statement.code + " [" + statement.kind + ", " + statement.lang + "] " + statement.text;
}

}  // namespace kwalign::tests
