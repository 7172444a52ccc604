#include "ingest/pdf/page_pictures.hpp"

#include "ingest/pdf/pdf_file.hpp"
#include "ingest/pdf/pdf_salvage.hpp"
#include "model/error.hpp"

#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace kwalign::ingest {

namespace {

constexpr double points_per_inch = 72.0;

/// As asked for, or what keeps the picture of a huge page within bounds.
double bounded_dpi(const poppler::rectf& size, double dpi) {
    const double square_inches = std::max(size.width() * size.height(), 1.0) / (points_per_inch * points_per_inch);
    return std::min(dpi, std::sqrt(0.98 * static_cast<double>(max_picture_pixels) / square_inches));
}

}  // namespace

struct PagePictures::Impl {
    PdfMessages messages;                // heard and dropped: reading the text has told of the damage
    std::optional<std::string> rebuilt;  // of a damaged file; the document points into it
    std::unique_ptr<poppler::document> document;
};

PagePictures::PagePictures(std::string_view bytes, std::string_view name, std::string_view password) : m_impl(std::make_unique<Impl>()) {
    try {
        m_impl->document = open_pdf(bytes, std::string(name), std::string(password), m_impl->messages);
    } catch (const model::Error& error) {
        if (error.code() == model::ErrorCode::damaged) m_impl->rebuilt = rebuild_pdf(bytes);
        if (!m_impl->rebuilt) throw;
        m_impl->document = open_pdf(*m_impl->rebuilt, std::string(name), {}, m_impl->messages);
    }
}

PagePictures::~PagePictures() = default;

Picture PagePictures::draw(int page, double dpi) const {
    Picture picture;
    if (page < 1 || page > m_impl->document->pages()) return picture;
    const std::unique_ptr<poppler::page> source(m_impl->document->create_page(page - 1));
    if (source == nullptr) return picture;
    picture.dpi = bounded_dpi(source->page_rect(), dpi);
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    const poppler::image image = renderer.render_page(source.get(), picture.dpi, picture.dpi);
    if (!image.is_valid() || image.format() != poppler::image::format_gray8 || image.width() <= 0 || image.height() <= 0) return {};
    picture.width = static_cast<std::size_t>(image.width());
    picture.height = static_cast<std::size_t>(image.height());
    if (picture.width * picture.height > max_picture_pixels) return {};
    picture.grey.resize(picture.width * picture.height);
    const char* row = image.const_data();
    for (std::size_t y = 0; y < picture.height; ++y, row += image.bytes_per_row())
        std::transform(row, row + picture.width, picture.grey.begin() + static_cast<std::ptrdiff_t>(y * picture.width),
                       [](char c) { return static_cast<std::uint8_t>(c); });
    return picture;
}

}  // namespace kwalign::ingest
