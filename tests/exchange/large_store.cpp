/// Writes a store of two generated standards with links between them: large_store FILE UNITS LINKS. A unit has 99 statements.

#include "model/store/store.hpp"
#include "tests/exchange/large_sample.hpp"

#include <exception>
#include <filesystem>
#include <iostream>
#include <string>

using namespace kwalign;

namespace {

void write(const std::filesystem::path& file, std::size_t units, std::size_t links) {
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + suffix);
    model::Store store(file);
    const model::Standard source = tests::generated_standard("10001", units);
    const model::Standard target = tests::generated_standard("10002", units);
    store.in_one_transaction([&] {
        store.put(source);
        store.put(target);
        std::vector<model::Link> all;
        all.reserve(links);
        tests::generated_links(source, target, links, [&](const model::Link& link) { all.push_back(link); });
        store.put_links(source.id, target.id, all);
    });
    std::cout << 2 * units * 100 << " items, " << links << " links\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    try {
        write(argv[1], std::stoul(argv[2]), std::stoul(argv[3]));
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
