#include "tests/support/scan_maker.hpp"

#include "ingest/ocr/straighten.hpp"
#include "ingest/pdf/page_pictures.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace kwalign::tests {

namespace {

using ingest::Picture;

/// The sum of some uniform numbers is near enough to a normal one; a generator of its own keeps the bytes the same everywhere.
class Noise {
public:
    double next() {
        double sum = 0.0;
        for (int i = 0; i < 4; ++i) {
            m_state = m_state * 6364136223846793005U + 1442695040888963407U;
            sum += static_cast<double>(m_state >> 40U) / 16777216.0 - 0.5;
        }
        return sum * 1.7320508;  // variance of four is a third
    }

private:
    std::uint64_t m_state = 42;
};

void add_noise(Picture& picture, double deviation, Noise& noise) {
    for (std::uint8_t& grey : picture.grey) {
        // Ink is not quite black and paper not quite white, so noise goes both ways.
        const double value = 20.0 + grey * 225.0 / 255.0 + deviation * noise.next();
        grey = static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0));
    }
}

std::string jpeg_of(const Picture& picture, int quality) {
    Pix* pix = pixCreate(static_cast<l_int32>(picture.width), static_cast<l_int32>(picture.height), 8);
    l_uint32* line = pixGetData(pix);
    for (std::size_t y = 0; y < picture.height; ++y, line += pixGetWpl(pix)) {
        for (std::size_t x = 0; x < picture.width; ++x) SET_DATA_BYTE(line, x, picture.grey[y * picture.width + x]);
    }
    l_uint8* data = nullptr;
    std::size_t size = 0;
    std::string bytes;
    if (pixWriteMemJpeg(&data, &size, pix, quality, 0) == 0) bytes.assign(reinterpret_cast<const char*>(data), size);
    std::free(data);
    pixDestroy(&pix);
    return bytes;
}

/// A PDF whose pages are one picture each.
class PictureBook {
public:
    void add(const Picture& picture, int quality) {
        const std::string jpeg = jpeg_of(picture, quality);
        const std::string width = std::to_string(static_cast<double>(picture.width) * 72.0 / picture.dpi);
        const std::string height = std::to_string(static_cast<double>(picture.height) * 72.0 / picture.dpi);
        const std::string content = "q " + width + " 0 0 " + height + " 0 0 cm /Im Do Q";
        const std::size_t id = 3 + 3 * m_pages;
        ++m_pages;
        m_objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + width + " " + height + "] /Contents " +
                            std::to_string(id + 1) + " 0 R /Resources << /XObject << /Im " + std::to_string(id + 2) + " 0 R >> >> >>");
        m_objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream");
        m_objects.push_back("<< /Type /XObject /Subtype /Image /Width " + std::to_string(picture.width) + " /Height " +
                            std::to_string(picture.height) + " /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length " +
                            std::to_string(jpeg.size()) + " >>\nstream\n" + jpeg + "\nendstream");
    }

    [[nodiscard]] std::string bytes() const {
        std::string kids;
        for (std::size_t i = 0; i < m_pages; ++i) kids += std::to_string(3 + 3 * i) + " 0 R ";
        std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>",
                                            "<< /Type /Pages /Count " + std::to_string(m_pages) + " /Kids [" + kids + "] >>"};
        objects.insert(objects.end(), m_objects.begin(), m_objects.end());
        std::string pdf = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
        std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
        for (std::size_t i = 0; i < objects.size(); ++i) {
            const std::string at = std::to_string(pdf.size());
            table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
            pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
        }
        const std::size_t start = pdf.size();
        return pdf + table + "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" +
               std::to_string(start) + "\n%%EOF\n";
    }

private:
    std::vector<std::string> m_objects;
    std::size_t m_pages = 0;
};

}  // namespace

std::string scan_of(std::string_view pdf, const ScanOptions& options) {
    const ingest::PagePictures pages(pdf, "scan", "");
    PictureBook book;
    Noise noise;
    for (int page = options.first_page; page <= options.last_page; ++page) {
        Picture picture = pages.draw(page, options.dpi);
        if (picture.empty()) break;
        picture = ingest::turned(picture, page % 2 == 0 ? -options.degrees : options.degrees);
        add_noise(picture, options.noise, noise);
        book.add(ingest::quarter_turned(picture, options.quarters), options.jpeg_quality);
    }
    return book.bytes();
}

}  // namespace kwalign::tests
