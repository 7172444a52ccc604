#include "tools/interrupt.hpp"

#include <array>
#include <csignal>

namespace kwalign::tools {
namespace {

constexpr std::array<int, 2> signals{SIGINT, SIGTERM};
volatile std::sig_atomic_t requests = 0;
std::array<struct sigaction, signals.size()> earlier;

extern "C" void remember_signal(int number) {
    requests = 1;
    std::signal(number, SIG_DFL);  // the second one means it
}

}  // namespace

InterruptGuard::InterruptGuard() {
    requests = 0;
    struct sigaction action {};
    action.sa_handler = remember_signal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (std::size_t i = 0; i < signals.size(); ++i) sigaction(signals.at(i), &action, &earlier.at(i));
}

InterruptGuard::~InterruptGuard() {
    for (std::size_t i = 0; i < signals.size(); ++i) sigaction(signals.at(i), &earlier.at(i), nullptr);
}

bool InterruptGuard::requested() noexcept { return requests != 0; }

}  // namespace kwalign::tools
