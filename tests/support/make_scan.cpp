/// make_scan IN.pdf OUT.pdf [DPI [DEGREES [NOISE [QUARTERS]]]]: a scan made from a PDF, see scan_maker.hpp.

#include "tests/support/scan_maker.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: make_scan IN.pdf OUT.pdf [DPI [DEGREES [NOISE [QUARTERS]]]]\n";
        return 2;
    }
    std::ifstream in(argv[1], std::ios::binary);
    const std::string pdf{std::istreambuf_iterator<char>(in), {}};
    kwalign::tests::ScanOptions options;
    if (argc > 3) options.dpi = std::stod(argv[3]);
    if (argc > 4) options.degrees = std::stod(argv[4]);
    if (argc > 5) options.noise = std::stod(argv[5]);
    if (argc > 6) options.quarters = std::stoi(argv[6]);
    std::ofstream(argv[2], std::ios::binary) << kwalign::tests::scan_of(pdf, options);
    return 0;
}
