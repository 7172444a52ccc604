/// Writes JSON of every kind into a folder, for check_schema.py.

#include "model/json_codec.hpp"
#include "tests/unit/model/sample_standard.hpp"

#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>

using namespace kwalign::model;
using namespace kwalign::tests;

namespace {

void write(const std::filesystem::path& file, const std::string& json) {
    std::ofstream stream(file, std::ios::binary);
    stream << json;
    if (!stream.flush()) throw std::runtime_error("cannot write " + file.string());
}

EquivalenceTable sample_table() {
    EquivalenceTable table;
    table.title = "Two standards";
    table.generator = "kwalign test";
    table.standards = {full_standard(), plain_standard("C1")};
    Pair pair;
    pair.target = 1;
    pair.links = {full_link()};
    pair.statement_links = {plain_link("a:1", "U1", "b:2", "U2")};
    pair.coverage = {{"nl-mbo:C0088", "nl-mbo:C1", "C1-K1", "unit", 1.5, 6.0, 2, 4, {"C1-K1.3"}}};
    pair.gaps = {{{"nl-mbo:C1", "C1-K2", ""}, "nl-mbo:C0088", {}, 0.0, "nothing shared"},
                 {{"nl-mbo:C1", "C1-K3", ""}, "nl-mbo:C0088", {"nl-mbo:C0088", "C1-K1", ""}, 0.1, "too little shared"}};
    table.pairs = {pair};
    return table;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::filesystem::path folder = argv[1];
    std::filesystem::create_directories(folder);
    write(folder / "full.standard.json", to_json(full_standard()));
    write(folder / "empty.standard.json", to_json(Standard{}));
    write(folder / "anonymous.standard.json", to_json(full_standard(), Persons::leave_out));
    for (unsigned seed = 0; seed < 40; ++seed) {
        std::mt19937 generator(seed);
        write(folder / ("random" + std::to_string(seed) + ".standard.json"), to_json(random_standard(generator), Persons::keep, 0));
    }
    write(folder / "full.link.json", to_json(full_link()));
    write(folder / "plain.link.json", to_json(plain_link("a:1", "U1", "b:2", "U2")));
    write(folder / "two.table.json", to_json(sample_table()));
    write(folder / "empty.table.json", to_json(EquivalenceTable{}));
    return 0;
}
