#include "model/text/locale.hpp"

#include "model/error.hpp"

#include <unicode/calendar.h>
#include <unicode/dcfmtsym.h>
#include <unicode/gregocal.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <charconv>
#include <memory>
#include <optional>

namespace kwalign::model {
namespace {

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

/// English of Europe: the day before the month.
icu::Locale locale_of(std::string_view lang) {
    const std::string tag(lang.substr(0, lang.find_first_of("-_")));
    return tag == "en" ? icu::Locale("en", "GB") : icu::Locale(tag.c_str());
}

struct Date {
    int year = 0;
    int month = 0;
    int day = 0;
};

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || digits.front() == '-') return std::nullopt;
    return value;
}

std::optional<Date> parse(std::string_view iso) {
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto year = number(iso.substr(0, 4));
    const auto month = number(iso.substr(5, 2));
    const auto day = number(iso.substr(8, 2));
    if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
    return Date{*year, *month, *day};
}

/// Estonian declines the names of months after "alates" and "kuni"; its offices write figures, which need no case.
const char* pattern_of(std::string_view lang) { return lang.starts_with("et") ? "dd.MM.yyyy" : "d MMMM yyyy"; }

}  // namespace

std::string local_date(std::string_view iso_date, std::string_view lang) {
    const std::optional<Date> date = parse(iso_date);
    if (!date) return std::string(iso_date);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = locale_of(lang);
    icu::SimpleDateFormat format(icu::UnicodeString(pattern_of(lang)), locale, status);
    icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), locale, status);
    if (U_FAILURE(status)) throw Error(ErrorCode::internal, "ICU", std::string("dates: ") + u_errorName(status));
    calendar.clear();
    calendar.set(date->year, date->month - 1, date->day, 12, 0);
    format.setTimeZone(*icu::TimeZone::getGMT());
    const UDate moment = calendar.getTime(status);
    // The 31st of February is not a date: it would come out as one of March.
    if (U_FAILURE(status) || calendar.get(UCAL_DAY_OF_MONTH, status) != date->day) return std::string(iso_date);
    icu::UnicodeString text;
    return utf8(format.format(moment, text));
}

std::string decimal_mark(std::string_view lang) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DecimalFormatSymbols symbols(locale_of(lang), status);
    if (U_FAILURE(status)) return ".";
    return utf8(symbols.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol));
}

std::string language_name(std::string_view tag, std::string_view lang) {
    if (tag.empty() || tag == "und") return std::string(tag);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale named = icu::Locale::forLanguageTag(icu::StringPiece(tag.data(), static_cast<int32_t>(tag.size())), status);
    if (U_FAILURE(status) || named.isBogus() || *named.getLanguage() == '\0') return std::string(tag);
    icu::UnicodeString name;
    named.getDisplayName(locale_of(lang), name);
    return utf8(name);
}

}  // namespace kwalign::model
