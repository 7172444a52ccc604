#include "model/interchange/html/assets.hpp"
#include "model/interchange/palette.hpp"
#include "model/interchange/summary.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

using namespace kwalign;

namespace {

/// WCAG 2: relative luminance of an sRGB colour.
double luminance(std::uint32_t color) {
    const auto channel = [color](unsigned shift) {
        const double value = static_cast<double>(color >> shift & 255U) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

double contrast(std::uint32_t a, std::uint32_t b) {
    const std::pair<double, double> both = std::minmax({luminance(a), luminance(b)});
    return (both.second + 0.05) / (both.first + 0.05);
}

constexpr std::uint32_t white = 0xFFFFFF;

/// The variables that the style sheet declares: "--ink: #1a2330;".
std::map<std::string, std::uint32_t> variables() {
    std::map<std::string, std::uint32_t> result;
    const std::string style(model::table_style);
    for (std::size_t at = style.find("\n  --"); at != std::string::npos; at = style.find("\n  --", at + 1)) {
        const std::size_t colon = style.find(": #", at);
        const std::string name = style.substr(at + 5, colon - at - 5);
        result[name] = static_cast<std::uint32_t>(std::stoul(style.substr(colon + 3, 6), nullptr, 16));
    }
    return result;
}

}  // namespace

TEST_CASE("the reference pairs of WCAG have their contrasts", "[interchange][colours]") {
    CHECK(contrast(0x000000, white) == Approx(21.0));
    CHECK(contrast(0x777777, white) == Approx(4.48).epsilon(0.01));
}

TEST_CASE("relations have the same colours everywhere and enough contrast", "[interchange][colours]") {
    const auto declared = variables();
    for (const model::Relation relation : model::all_relations) {
        const std::string name(model::to_string(relation));
        CAPTURE(name);
        const model::RelationLook look = model::look_of(relation);
        CHECK(declared.at(name + "-ink") == look.ink);
        CHECK(declared.at(name + "-paper") == look.paper);
        CHECK(contrast(look.ink, look.paper) >= 4.5);
        CHECK(contrast(look.ink, white) >= 4.5);
        CHECK(contrast(look.band, white) >= 3.0);  // WCAG 1.4.11: parts of drawings
    }
}

TEST_CASE("text colours have enough contrast on every ground they are used on", "[interchange][colours]") {
    const auto declared = variables();
    for (const char* ink : {"ink", "quiet", "accent", "link", "alert"}) {
        for (const char* ground : {"paper", "shade"}) {
            CAPTURE(ink, ground);
            CHECK(contrast(declared.at(ink), declared.at(ground)) >= 4.5);
        }
    }
}

TEST_CASE("paper has no variables left", "[interchange][colours]") {
    CHECK(model::paper_style.find("var(") == std::string_view::npos);
    CHECK(model::css_color(0x0B4A2B) == "#0b4a2b");
}
