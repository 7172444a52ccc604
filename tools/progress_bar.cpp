#include "tools/progress_bar.hpp"

#include "tools/app/text_layout.hpp"

#include <ostream>

namespace kwalign::tools {
namespace {

constexpr std::size_t bar_width = 30;
constexpr std::chrono::milliseconds redraw_interval{100};

}  // namespace

ProgressBar::ProgressBar(std::ostream& out, bool enabled, std::string noun)
    : m_out(out), m_enabled(enabled), m_noun(std::move(noun)), m_start(std::chrono::steady_clock::now()) {}

ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::update(std::size_t done, std::size_t total) {
    if (!m_enabled || total == 0) return;
    const auto now = std::chrono::steady_clock::now();
    if (!m_shown.empty() && done < total && now - m_drawn < redraw_interval) return;
    const std::size_t filled = bar_width * done / total;
    std::string text = "[" + std::string(filled, '=') + std::string(bar_width - filled, ' ') + "] " + std::to_string(done) + "/" +
                       std::to_string(total) + " " + m_noun;
    const std::chrono::duration<double> elapsed = now - m_start;
    if (elapsed.count() >= 0.5) text += ", " + fixed(static_cast<double>(done) / elapsed.count(), 1) + "/s";
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
