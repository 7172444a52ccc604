#include "ingest/ocr/straighten.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

namespace kwalign::ingest {

namespace {

constexpr double most_degrees = 7.0;      // of skew that are looked for
constexpr double least_degrees = 0.05;    // less is not worth a turn
constexpr float least_confidence = 3.0F;  // of Leptonica's skew; below, lines of text were not what was seen
constexpr double rule_inches = 0.6;       // longer than any stroke of a letter
constexpr int black_point = 30;           // grey that becomes black
constexpr int white_point = 205;          // grey that becomes white
constexpr int paper_level = 160;          // grey of ink is below

struct FreePix {
    void operator()(Pix* pix) const noexcept { pixDestroy(&pix); }
};
using PixPointer = std::unique_ptr<Pix, FreePix>;

PixPointer to_pix(const Picture& picture) {
    PixPointer pix(pixCreate(static_cast<l_int32>(picture.width), static_cast<l_int32>(picture.height), 8));
    if (pix == nullptr) return pix;
    l_uint32* line = pixGetData(pix.get());
    const l_int32 words = pixGetWpl(pix.get());
    for (std::size_t y = 0; y < picture.height; ++y, line += words) {
        for (std::size_t x = 0; x < picture.width; ++x) SET_DATA_BYTE(line, x, picture.grey[y * picture.width + x]);
    }
    return pix;
}

Picture to_picture(const Pix* pix, double dpi) {
    Picture picture;
    if (pix == nullptr || pixGetDepth(pix) != 8) return picture;
    picture.width = static_cast<std::size_t>(pixGetWidth(pix));
    picture.height = static_cast<std::size_t>(pixGetHeight(pix));
    picture.dpi = dpi;
    picture.grey.resize(picture.width * picture.height);
    const l_uint32* line = pixGetData(const_cast<Pix*>(pix));  // Leptonica's getter is not const
    const l_int32 words = pixGetWpl(pix);
    for (std::size_t y = 0; y < picture.height; ++y, line += words) {
        for (std::size_t x = 0; x < picture.width; ++x)
            picture.grey[y * picture.width + x] = static_cast<std::uint8_t>(GET_DATA_BYTE(line, x));
    }
    return picture;
}

}  // namespace

double skew_of(const Picture& picture) {
    if (picture.empty()) return 0.0;
    const PixPointer grey = to_pix(picture);
    const PixPointer ink(grey == nullptr ? nullptr : pixThresholdToBinary(grey.get(), paper_level));
    if (ink == nullptr) return 0.0;
    l_float32 angle = 0.0F;
    l_float32 confidence = 0.0F;
    const l_ok failed = pixFindSkewSweepAndSearch(ink.get(), &angle, &confidence, 4, 2, static_cast<l_float32>(most_degrees), 1.0F, 0.01F);
    if (failed != 0 || confidence < least_confidence || std::abs(angle) < least_degrees) return 0.0;
    return static_cast<double>(angle);
}

Picture turned(const Picture& picture, double degrees) {
    if (picture.empty() || std::abs(degrees) < least_degrees) return picture;
    const PixPointer pix = to_pix(picture);
    if (pix == nullptr) return picture;
    const auto radians = static_cast<l_float32>(degrees * std::numbers::pi / 180.0);
    const PixPointer result(pixRotate(pix.get(), radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
    return result == nullptr ? picture : to_picture(result.get(), picture.dpi);
}

Picture quarter_turned(const Picture& picture, int quarters) {
    if (picture.empty() || quarters % 4 == 0) return picture;
    const PixPointer pix = to_pix(picture);
    if (pix == nullptr) return picture;
    const PixPointer result(pixRotateOrth(pix.get(), quarters % 4));
    return result == nullptr ? picture : to_picture(result.get(), picture.dpi);
}

Picture cleaned(const Picture& picture) {
    if (picture.empty()) return picture;
    Picture result = picture;
    // Shaded cells and noise of the paper become white, what is darker keeps its shades.
    for (std::uint8_t& grey : result.grey)
        grey = static_cast<std::uint8_t>(std::min(255, std::max(0, grey - black_point) * 255 / (white_point - black_point)));
    const PixPointer grey = to_pix(result);
    const PixPointer ink(grey == nullptr ? nullptr : pixThresholdToBinary(grey.get(), paper_level));
    if (ink == nullptr) return result;
    const auto length = static_cast<l_int32>(std::lround(picture.dpi * rule_inches));
    for (const bool level : {true, false}) {
        const PixPointer rules(pixOpenBrick(nullptr, ink.get(), level ? length : 1, level ? 1 : length));
        const PixPointer wide(rules == nullptr ? nullptr : pixDilateBrick(nullptr, rules.get(), 5, 5));
        if (wide == nullptr) continue;
        const l_uint32* line = pixGetData(wide.get());
        for (std::size_t y = 0; y < result.height; ++y, line += pixGetWpl(wide.get())) {
            for (std::size_t x = 0; x < result.width; ++x) {
                if (GET_DATA_BIT(line, x) != 0) result.grey[y * result.width + x] = 255;
            }
        }
    }
    return result;
}

double ink_share(const Picture& picture) {
    if (picture.empty()) return 0.0;
    const auto ink = std::count_if(picture.grey.begin(), picture.grey.end(), [](std::uint8_t grey) { return grey < paper_level; });
    return static_cast<double>(ink) / static_cast<double>(picture.grey.size());
}

}  // namespace kwalign::ingest
