/// Writes sample standards and links in every format: write_exports FOLDER. Each format gets folders of its own, one per choice of options.

#include "model/exchange/exporter.hpp"
#include "tests/unit/interchange/sample_table.hpp"
#include "tests/unit/model/sample_standard.hpp"

#include <exception>
#include <filesystem>
#include <iostream>
#include <utility>

using namespace kwalign::model;

namespace {

struct Choice {
    std::string name;
    ExportOptions options;
};

std::vector<Choice> choices() {
    ExportOptions plain;
    ExportOptions full;
    full.persons = Persons::keep;
    full.links = LinkChoice::all;
    full.no_term_found = true;
    full.created = "2026-02-20T12:30:00Z";
    full.generator = "kwalign 0.1.0";
    full.version = "2026.1";
    full.base_uri = "https://example.org/qualifications";
    full.licence = "https://creativecommons.org/licenses/by/4.0/";
    return {{"plain", plain}, {"full", full}};
}

std::vector<std::pair<std::string, EquivalenceTable>> tables() {
    EquivalenceTable odd = kwalign::tests::awkward_table();
    odd.standards.push_back(kwalign::tests::full_standard());
    EquivalenceTable sample = kwalign::tests::sample_table(3);
    // LOQ refuses a standard whose field of education is unknown.
    for (EquivalenceTable* table : {&odd, &sample}) {
        for (Standard& standard : table->standards) standard.classifications.push_back({"ISCO-08", "3511", "ICT operations technicians"});
    }
    return {{"sample", std::move(sample)}, {"odd", std::move(odd)}};
}

void write_all(const std::filesystem::path& folder) {
    for (const std::string& format : export_formats()) {
        for (const auto& [name, table] : tables()) {
            for (const Choice& choice : choices()) {
                const auto target = folder / format / (name + "-" + choice.name);
                std::filesystem::remove_all(target);
                std::filesystem::create_directories(target);
                FolderOutput output(target);
                export_to(format, TableSource(table), output, choice.options);
            }
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    try {
        write_all(argv[1]);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
