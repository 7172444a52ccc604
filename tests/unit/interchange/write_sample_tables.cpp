/// Writes the sample tables in every format into the folder given: what the checks with other programs (a browser, a spreadsheet
/// reader) look at.

#include "model/interchange/table_writer.hpp"
#include "sample_table.hpp"

#include <exception>
#include <filesystem>
#include <iostream>

int main(int argc, char** argv) {
    using namespace kwalign;
    if (argc != 2) {
        std::cerr << "usage: write_sample_tables FOLDER\n";
        return 2;
    }
    try {
        const std::filesystem::path folder = argv[1];
        std::filesystem::create_directories(folder);
        const auto write = [&folder](const std::string& name, const model::EquivalenceTable& table, const model::TableOptions& options) {
            for (const std::string& format : model::table_formats()) {
                model::write_file_atomically(folder / (name + "." + format), model::make_table_writer(format)->write(table, options));
            }
        };
        model::TableOptions options;
        write("two", tests::sample_table(2), options);
        write("three", tests::sample_table(3), options);
        write("awkward", tests::awkward_table(), options);
        options.all = true;
        write("all", tests::sample_table(2), options);
        options.level = model::TableLevel::statement;
        options.interface_lang = "et";
        write("statements", tests::sample_table(2), options);
        options = {};
        options.interface_lang = "nl";
        write("dutch", tests::sample_table(3), options);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
