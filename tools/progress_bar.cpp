#include "tools/progress_bar.hpp"

#include "tools/app/text_layout.hpp"

#include <cmath>
#include <ostream>

namespace kwalign::tools {
namespace {

constexpr std::size_t bar_width = 30;
constexpr std::chrono::milliseconds redraw_interval{100};
/// The rate is that of the last while: what was known already at the start of a batch went by in no time and says nothing of the rest.
constexpr std::chrono::seconds rate_window{20};
constexpr std::chrono::milliseconds mark_interval{500};

/// "0:07", "12:30", "3:05:00".
std::string clock_time(double seconds) {
    const auto whole = static_cast<long long>(std::ceil(seconds));
    const auto two = [](long long value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    const std::string minutes = whole >= 3600 ? std::to_string(whole / 3600) + ":" + two(whole / 60 % 60) : std::to_string(whole / 60);
    return minutes + ":" + two(whole % 60);
}

}  // namespace

ProgressBar::ProgressBar(std::ostream& out, bool enabled, std::string noun, Clock::time_point (*now)())
    : m_out(out), m_enabled(enabled), m_noun(std::move(noun)), m_now(now), m_marks{{now(), 0}} {}

ProgressBar::~ProgressBar() { clear(); }

std::string ProgressBar::pace(std::size_t done, std::size_t total, Clock::time_point now) {
    if (now - m_marks.back().first >= mark_interval) m_marks.emplace_back(now, done);
    while (m_marks.size() > 2 && now - m_marks.front().first > rate_window) m_marks.pop_front();
    const std::chrono::duration<double> elapsed = now - m_marks.front().first;
    const std::size_t fresh = done - m_marks.front().second;
    if (elapsed.count() < 0.5 || fresh == 0) return {};
    const double rate = static_cast<double>(fresh) / elapsed.count();
    std::string text = ", " + fixed(rate, rate < 10 ? 1 : 0) + "/s";
    if (done < total) text += ", " + clock_time(static_cast<double>(total - done) / rate) + " left";
    return text;
}

void ProgressBar::update(std::size_t done, std::size_t total) {
    if (!m_enabled || total == 0) return;
    const auto now = m_now();
    if (!m_shown.empty() && done < total && now - m_drawn < redraw_interval) return;
    const std::size_t filled = bar_width * done / total;
    std::string text = "[" + std::string(filled, '=') + std::string(bar_width - filled, ' ') + "] " + std::to_string(done) + "/" +
                       std::to_string(total) + " " + m_noun + pace(done, total, now);
    if (text == m_shown) return;
    clear();
    m_out << text << std::flush;
    m_shown = std::move(text);
    m_drawn = now;
}

void ProgressBar::clear() {
    if (m_shown.empty()) return;
    m_out << '\r' << std::string(m_shown.size(), ' ') << '\r' << std::flush;
    m_shown.clear();
}

}  // namespace kwalign::tools
