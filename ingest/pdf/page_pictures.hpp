#pragma once

/// Pages of a PDF as pictures, for recognising text.

#include "ingest/ocr/picture.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace kwalign::ingest {

/// Draws the pages of one document. Not for several threads at once; several objects are.
class PagePictures {
public:
    /// `bytes` must outlive the object; `name` stands for the path in messages. Throws Error(damaged, needs_password, limit_exceeded).
    PagePictures(std::string_view bytes, std::string_view name, std::string_view password);
    ~PagePictures();
    PagePictures(const PagePictures&) = delete;
    PagePictures& operator=(const PagePictures&) = delete;

    /// The page (from 1) as displayed, in grey, at `dpi` dots per inch (1..1200) or as many less as `max_picture_pixels` ask for; what was
    /// taken stands in the picture. An empty picture where the page cannot be drawn.
    [[nodiscard]] Picture draw(int page, double dpi) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::ingest
