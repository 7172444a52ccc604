#include "ingest/office/zip_archive.hpp"

#include "model/error.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace kwalign::ingest {

namespace {

using model::Error;
using model::ErrorCode;

// Deflate reaches 1:1032; XML of honest documents stays below 1:60 even where rows are alike.
constexpr std::size_t trap_ratio = 200;
constexpr std::size_t trap_bytes = std::size_t{16} << 20;  // below that a high ratio does no harm

struct ArchiveDeleter {
    void operator()(archive* handle) const noexcept { archive_read_free(handle); }
};

class Unpacker {
public:
    Unpacker(std::string_view bytes, std::string_view place, const model::Limits& limits)
        : m_packed(bytes.size()), m_place(place), m_limits(limits), m_handle(archive_read_new()) {
        if (!m_handle) throw Error(ErrorCode::internal, m_place, "no memory to unpack it");
        archive_read_support_format_zip(m_handle.get());
        if (archive_read_open_memory(m_handle.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) fail();
    }

    ZipContents run(const std::function<bool(std::string_view)>& wanted, std::size_t enough) {
        ZipContents contents;
        archive_entry* entry = nullptr;
        while (contents.entries.size() < enough) {
            const int result = archive_read_next_header(m_handle.get(), &entry);
            if (result == ARCHIVE_EOF) break;
            if (result != ARCHIVE_OK && result != ARCHIVE_WARN) fail();
            if (archive_entry_is_encrypted(entry) != 0)
                throw Error(ErrorCode::needs_password, m_place, "the archive is encrypted", "save the document without a password");
            if (contents.names.size() >= max_zip_entries)
                throw Error(ErrorCode::limit_exceeded, m_place, "the archive has more than " + std::to_string(max_zip_entries) + " entries",
                            "save the document anew");
            const char* path = archive_entry_pathname(entry);
            const std::string name = path == nullptr ? std::string() : std::string(path);
            contents.names.push_back(name);
            if (name.empty() || !wanted(name)) continue;
            contents.entries.emplace(name, read_entry());
        }
        return contents;
    }

private:
    std::string read_entry() {
        std::string data;
        const void* block = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        for (;;) {
            const int result = archive_read_data_block(m_handle.get(), &block, &size, &offset);
            if (result == ARCHIVE_EOF) return data;
            if (result != ARCHIVE_OK) fail();  // warnings too: a wrong checksum is one
            m_unpacked += size;
            check_size();
            data.append(static_cast<const char*>(block), size);
        }
    }

    void check_size() const {
        if (m_unpacked > m_limits.max_file_bytes)
            throw Error(ErrorCode::limit_exceeded, m_place,
                        "the archive unpacks to more than " + std::to_string(m_limits.max_file_bytes) + " bytes",
                        "raise the limit max_file_bytes, or check the file");
        if (m_unpacked > trap_bytes && m_unpacked / trap_ratio > m_packed)
            throw Error(ErrorCode::limit_exceeded, m_place,
                        "the archive unpacks to more than " + std::to_string(trap_ratio) + " times its size",
                        "check the file: no honest document does that");
    }

    [[noreturn]] void fail() const {
        const char* reason = archive_error_string(m_handle.get());
        throw Error(ErrorCode::damaged, m_place,
                    "the archive is damaged" + (reason == nullptr ? std::string() : std::string(" (") + reason + ")"),
                    "open it with the program that made it and save it anew");
    }

    std::size_t m_packed;
    std::string m_place;
    const model::Limits& m_limits;
    std::unique_ptr<archive, ArchiveDeleter> m_handle;
    std::size_t m_unpacked = 0;
};

}  // namespace

ZipContents unpack_zip(std::string_view bytes, std::string_view place, const std::function<bool(std::string_view)>& wanted,
                       const model::Limits& limits, std::size_t enough) {
    return Unpacker(bytes, place, limits).run(wanted, enough);
}

}  // namespace kwalign::ingest
