#pragma once

#include "ingest/ingest.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kwalign::tests {

/// The ingester with the project's own templates, built once.
const ingest::Ingester& ingester();

/// A file under KWALIGN_SHARED; nothing where the folder or the file is not there.
std::optional<std::filesystem::path> shared_file(const std::string& relative);
/// The only file of a shared folder whose name begins so.
std::optional<std::filesystem::path> shared_file_beginning(const std::string& folder, const std::string& start);

nlohmann::json read_json(const std::filesystem::path& file);

/// Folders of corpora/samples with an expected.json, sorted.
std::vector<std::filesystem::path> sample_folders();

/// The one-line form in which a statement is compared: code, kind, language and text.
struct PlainStatement {
    std::string unit;
    std::string code;
    std::string kind;
    std::string lang;
    std::string text;
    friend auto operator<=>(const PlainStatement&, const PlainStatement&) = default;
};
/// The statements of the kinds named.
std::vector<PlainStatement> plain_statements(const model::Standard& standard, const std::vector<std::string>& kinds);
/// Those of a truth file. Codes are the unit's, a dot, the printed number or else the ordinal; a number that occurs twice takes letters; implied numbers
/// as they are.
std::vector<PlainStatement> true_statements(const nlohmann::json& truth);
std::string to_string(const PlainStatement& statement);

}  // namespace kwalign::tests
