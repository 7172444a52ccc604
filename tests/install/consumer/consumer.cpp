// What somebody else's program would do: read a document, align it with itself, write a table.

#include "align/engine.hpp"
#include "ingest/ingest.hpp"
#include "model/interchange/table_writer.hpp"

#include <cstdio>

using namespace kwalign;

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const ingest::Ingester ingester(std::string(DATA_FOLDER) + "/templates");
    model::Standard source = ingester.read(argv[1]);
    model::Standard target = source;
    target.id += "-copy";
    const align::Engine engine(DATA_FOLDER);
    const model::EquivalenceTable table = engine.align({source, target}, {}, {});
    const std::string csv = model::make_table_writer("csv")->write(table, {});
    std::fputs(csv.c_str(), stdout);
    return table.pairs.size() == 1 && !table.pairs.front().links.empty() ? 0 : 1;
}
