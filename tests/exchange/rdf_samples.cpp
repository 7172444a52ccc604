/// Reads documents and writes them in the formats made of RDF and XML: rdf_samples TEMPLATE_FOLDER OUTPUT_FOLDER INPUT_FOLDER...
/// Every standard goes out by itself, and all that LOQ accepts together. Says which ones LOQ refuses.

#include "ingest/ingest.hpp"
#include "model/error.hpp"
#include "model/exchange/exporter.hpp"
#include "model/exchange/identifiers.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iostream>
#include <set>

using namespace kwalign::model;

namespace {

std::vector<std::filesystem::path> texts_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::exists(folder)) return files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().extension() == ".txt") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// True where the format accepts the standards.
bool write_one(const std::string& format, const EquivalenceTable& table, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    FolderOutput output(folder);
    try {
        export_to(format, TableSource(table), output, {});
    } catch (const Error& error) {
        if (error.code() != ErrorCode::unsupported) throw;
        std::cout << format << " refuses " << error.what() << '\n';
        return false;
    }
    return true;
}

int write_all(const std::filesystem::path& templates, const std::filesystem::path& folder,
              const std::vector<std::filesystem::path>& inputs) {
    const kwalign::ingest::Ingester ingester(templates);
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    EquivalenceTable accepted;
    std::set<std::string> seen;
    for (const std::filesystem::path& input : inputs) {
        for (const std::filesystem::path& file : texts_in(input)) {
            EquivalenceTable table;
            table.standards.push_back(ingester.read(file));
            const std::string id = table.standards.front().id;
            if (!seen.insert(id).second) continue;
            for (const std::string format : {"skos", "skos-jsonld", "ctdl"}) {
                if (!write_one(format, table, folder / file_name_for(id))) return 1;
            }
            if (!write_one("loq", table, folder / file_name_for(id))) continue;
            for (const std::string format : {"loq-ttl", "loq-jsonld"}) write_one(format, table, folder / file_name_for(id));
            accepted.standards.push_back(std::move(table.standards.front()));
        }
    }
    for (const std::string format : {"loq", "loq-ttl", "loq-jsonld"}) {
        if (!write_one(format, accepted, folder / "together")) return 1;
    }
    std::cout << seen.size() << " standards, " << accepted.standards.size() << " as LOQ\n";
    return accepted.standards.empty() ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) return 2;
    try {
        return write_all(argv[1], argv[2], {argv + 3, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
