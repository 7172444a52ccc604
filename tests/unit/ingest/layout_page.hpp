#pragma once

/// Synthetic pages: words set in a font whose letters are half as wide as it is high.

#include "ingest/layout/layout.hpp"
#include "ingest/page.hpp"

#include <string>
#include <string_view>
#include <vector>

struct Face {
    double size_pt = 10.0;
    bool bold = false;
};

/// Writes words onto pages of 600 by 800 points.
class Typesetter {
public:
    Typesetter& new_page();
    /// One line of words from x on; y is the top of its boxes. Blanks are a quarter of the size wide.
    Typesetter& line(double x, double y, std::string_view text, Face face = {});
    /// Several lines, twelve points apart.
    Typesetter& lines(double x, double y, const std::vector<std::string>& texts, Face face = {});

    [[nodiscard]] const kwalign::ingest::SourceDocument& document() const { return m_document; }
    [[nodiscard]] kwalign::ingest::LayoutDocument layout() const;

private:
    kwalign::ingest::SourceDocument m_document;
};

/// Width of a line as the typesetter sets it.
[[nodiscard]] double width_of(std::string_view text, double size_pt = 10.0);

/// A text file's lines.
[[nodiscard]] kwalign::ingest::LayoutDocument layout_of(std::string_view text, std::string_view name = "test.txt");

/// Texts of the body lines in order.
[[nodiscard]] std::vector<std::string> body_texts(const kwalign::ingest::LayoutDocument& document);

/// The line with this text; fails the test where there is none.
[[nodiscard]] const kwalign::ingest::Line& line_with(const kwalign::ingest::LayoutDocument& document, std::string_view text);
