#pragma once

/// Zip archives in memory. The only files that see libarchive.

#include "model/limits.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// What an archive holds.
struct ZipContents {
    std::vector<std::string> names;              ///< of all entries looked at, in the archive's order
    std::map<std::string, std::string> entries;  ///< name to unpacked bytes, of the wanted ones
};

/// Unpacks the entries that `wanted` says yes to; the others are passed over. Of entries with the same name the first counts. Stops
/// early once `enough` entries were unpacked. Throws Error: damaged (cut short, wrong checksum), needs_password (an entry is encrypted),
/// limit_exceeded (more than max_entries entries, more than limits.max_file_bytes unpacked, or so much more unpacked than packed that
/// it can only be a trap). `place` names the file in errors.
[[nodiscard]] ZipContents unpack_zip(std::string_view bytes, std::string_view place, const std::function<bool(std::string_view)>& wanted,
                                     const model::Limits& limits, std::size_t enough = static_cast<std::size_t>(-1));

/// Entries of one archive that are looked at.
inline constexpr std::size_t max_zip_entries = 20'000;

}  // namespace kwalign::ingest
