#include "align/translation/table_set.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <set>

namespace kwalign::align {
namespace {

constexpr double weight_of_over = 2.0;
constexpr std::size_t max_translations = 8;

TableEntry merged_entry(const TableEntry& base, const TableEntry& over) {
    const double all = static_cast<double>(base.count) + weight_of_over * static_cast<double>(over.count);
    std::map<std::string, double> probabilities;
    for (const Translation& t : base.translations) probabilities[t.english_key] += t.probability * static_cast<double>(base.count) / all;
    for (const Translation& t : over.translations)
        probabilities[t.english_key] += t.probability * weight_of_over * static_cast<double>(over.count) / all;
    TableEntry out{base.key, base.count + over.count, {}};
    for (const auto& [key, probability] : probabilities) out.translations.push_back({key, probability});
    std::stable_sort(out.translations.begin(), out.translations.end(),
                     [](const Translation& a, const Translation& b) { return a.probability > b.probability; });
    if (out.translations.size() > max_translations) out.translations.resize(max_translations);
    return out;
}

}  // namespace

TranslationTable merged(const TranslationTable& base, const TranslationTable& over) {
    std::map<std::string, TableEntry> entries;
    for (TableEntry& entry : base.entries()) entries.emplace(entry.key, entry);
    for (TableEntry& entry : over.entries()) {
        entry.count = std::max<std::uint32_t>(1, entry.count);
        const auto [it, fresh] = entries.emplace(entry.key, entry);
        if (!fresh) it->second = merged_entry(it->second, entry);
    }
    std::vector<TableEntry> out;
    out.reserve(entries.size());
    for (auto& [key, entry] : entries) out.push_back(std::move(entry));
    return TranslationTable::parse(table_text(std::move(out), over.lang(), {}), "merged translation tables");
}

TranslationTables load_tables(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& more) {
    TranslationTables out;
    std::set<std::filesystem::path> files;
    std::error_code error;
    if (std::filesystem::is_directory(folder, error)) {
        for (const auto& entry : std::filesystem::directory_iterator(folder, error))
            if (entry.path().filename().string().ends_with("-en.tsv")) files.insert(entry.path());
        if (error) throw model::Error(model::ErrorCode::unreadable, folder.string(), "cannot be read: " + error.message());
    }
    const auto add = [&out](const std::filesystem::path& file) {
        TranslationTable table = TranslationTable::load(file);
        const auto known = out.find(table.lang());
        if (known == out.end())
            out.emplace(table.lang(), std::move(table));
        else
            known->second = merged(known->second, table);
    };
    for (const std::filesystem::path& file : files) add(file);
    for (const std::filesystem::path& file : more) add(file);
    return out;
}

}  // namespace kwalign::align
