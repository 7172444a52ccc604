#pragma once

/// Scans made from PDF files: pages as pictures, slightly turned, noisy, pressed as JPEG, without any text.

#include <string>
#include <string_view>

namespace kwalign::tests {

struct ScanOptions {
    double dpi = 200.0;
    double degrees = 0.7;   ///< of every other page; those between are turned the other way
    double noise = 8.0;     ///< standard deviation of the grey of pixels
    int jpeg_quality = 60;  ///< 1..100
    int first_page = 1;
    int last_page = 100000;
    int quarters = 0;  ///< right angles by which the pages lie turned
};

/// The PDF (bytes) as a scan (bytes of a PDF). The same input gives the same bytes.
std::string scan_of(std::string_view pdf, const ScanOptions& options);

}  // namespace kwalign::tests
