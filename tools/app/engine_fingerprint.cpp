#include "tools/app/engine_fingerprint.hpp"

#include "ingest/source/byte_source.hpp"
#include "model/identity.hpp"

#include <link.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <system_error>
#include <vector>

namespace kwalign::tools {
namespace {

namespace fs = std::filesystem;

/// A note of an ELF file: a header, the owner's name, the contents, each rounded up to four bytes.
constexpr std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

std::string_view build_id_in(std::string_view notes) {
    ElfW(Nhdr) header{};
    while (notes.size() >= sizeof header) {
        std::memcpy(&header, notes.data(), sizeof header);
        const std::size_t contents = sizeof header + padded(header.n_namesz);
        const std::size_t size = contents + padded(header.n_descsz);
        if (size > notes.size()) break;
        if (header.n_type == NT_GNU_BUILD_ID) return notes.substr(contents, header.n_descsz);
        notes.remove_prefix(size);
    }
    return {};
}

/// The linker's hash of the whole program, which it has in memory anyway. Empty where it was linked without.
std::string build_id() {
    std::string id;
    dl_iterate_phdr(
        [](dl_phdr_info* program, std::size_t, void* result) {
            for (int i = 0; i < program->dlpi_phnum; ++i) {
                const auto& part = program->dlpi_phdr[i];
                if (part.p_type != PT_NOTE) continue;
                const std::string_view notes(reinterpret_cast<const char*>(program->dlpi_addr + part.p_vaddr), part.p_memsz);
                if (const auto found = build_id_in(notes); !found.empty()) *static_cast<std::string*>(result) = found;
            }
            return 1;  // the first is the program itself; libraries follow
        },
        &id);
    return id;
}

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder, failed);
    for (; !failed && entry != fs::recursive_directory_iterator{}; entry.increment(failed)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored) && entry->file_size(ignored) > 0) files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

std::string engine_fingerprint(const fs::path& data) {
    std::string all = build_id();
    if (all.empty()) all = ingest::read_file("/proc/self/exe", {});
    for (const char* room : {"templates", "language"}) {
        for (const fs::path& file : files_in(data / room)) all += "\n" + file.filename().string() + "\n" + ingest::read_file(file, {});
    }
    return model::sha256_hex(all).substr(0, 32);
}

}  // namespace kwalign::tools
