/// Writes the sample tables in every format into the folder given: what the checks with other programs (a browser, a spreadsheet
/// reader) look at.

#include "model/error.hpp"
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
                if (format == "pdf") continue;
                model::write_file_atomically(folder / (name + "." + format), model::make_table_writer(format)->write(table, options));
            }
        };
        // Laying out takes seconds, and the program that does it need not be there: as few as will do.
        const auto print = [&folder](const std::string& name, const model::EquivalenceTable& table, const model::TableOptions& options) {
            try {
                model::write_file_atomically(folder / (name + ".pdf"), model::make_table_writer("pdf")->write(table, options));
            } catch (const model::Error& error) {
                if (error.code() != model::ErrorCode::unsupported) throw;
                std::cout << error.what() << '\n';
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
        print("dutch", tests::sample_table(3), options);
        options = {};
        for (const std::string& name : model::table_parts_names()) {
            options.parts = model::parse_table_parts(name).value();
            const std::string page = model::make_table_writer("html")->write(tests::sample_table(2), options);
            model::write_file_atomically(folder / ("view-" + name + ".html"), page);
        }
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
