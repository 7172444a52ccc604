#pragma once

#include <cstddef>
#include <string>

namespace kwalign::ingest {

/// What was done to a text that some program had decoded wrongly before it was saved.
struct MojibakeReport {
    std::size_t repaired = 0;  ///< places that were put right
    std::size_t left = 0;      ///< places that look wrong but have lost a byte
    std::string example;       ///< the first repaired place: "Ãµ" to "õ" as "Ãµ → õ"
};

/// Puts UTF-8 text right whose bytes were once read as Windows-1252 ("Ãµpiv..." for "õpiv...", "â€“" for a dash), twice even, and Baltic
/// text read as Western ("ð" and "þ" for "š" and "ž" among Estonian letters). A sequence is replaced only where all of it makes one
/// character that Latin-script text has, and only in a text with sequences that no such text has: "Ã" or "Â" before a sign, "â€".
[[nodiscard]] MojibakeReport repair_mojibake(std::string& text);

}  // namespace kwalign::ingest
