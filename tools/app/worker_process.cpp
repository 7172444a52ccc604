#include "tools/app/worker_process.hpp"

#include "model/error.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <exception>
#include <new>
#include <system_error>
#include <utility>

namespace kwalign::tools {
namespace {

constexpr std::uint64_t max_answer_bytes = std::uint64_t{2} << 30;  // a garbled length must not become an allocation
constexpr int exit_retired = 96;
constexpr int exit_out_of_memory = 97;
constexpr int exit_failed = 98;

// Sanitizers reserve terabytes of address space, so there the resident size, watched from outside, is the only limit.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool limits_address_space = false;
#else
constexpr bool limits_address_space = true;
#endif

[[noreturn]] void fail(const char* what) {
    throw model::Error(model::ErrorCode::internal, "worker process", std::string(what) + ": " + std::system_category().message(errno),
                       "use fewer --jobs");
}

/// Pages of a process: all of its address space, and what is resident. Zeros where the system does not say.
std::pair<std::size_t, std::size_t> pages_of(pid_t pid) {
    const std::string file = "/proc/" + std::to_string(pid) + "/statm";
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return {0, 0};
    std::array<char, 128> text{};
    const ssize_t size = ::read(descriptor, text.data(), text.size() - 1);
    ::close(descriptor);
    std::pair<std::size_t, std::size_t> pages{0, 0};
    std::size_t* value = &pages.first;
    for (ssize_t i = 0; i < size; ++i) {
        const char c = text.at(static_cast<std::size_t>(i));
        if (c >= '0' && c <= '9') {
            *value = *value * 10 + static_cast<std::size_t>(c - '0');
        } else if (value == &pages.first) {
            value = &pages.second;
        } else {
            break;
        }
    }
    return pages;
}

/// Of all of its threads.
std::chrono::nanoseconds processor_time_of(pid_t pid) {
    clockid_t clock{};
    timespec time{};
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &time) != 0) return {};
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::size_t page_bytes() { return static_cast<std::size_t>(sysconf(_SC_PAGESIZE)); }

void set_limit(__rlimit_resource_t resource, rlim_t soft) {
    rlimit limit{};
    if (getrlimit(resource, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? soft : std::min(soft, limit.rlim_max);
    setrlimit(resource, &limit);
}

/// All of the bytes, or false where the other end is gone.
bool send_all(int socket, const char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t sent = ::send(socket, bytes, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        bytes += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

bool receive_all(int socket, char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t got = ::recv(socket, bytes, size, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        bytes += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

/// The last resort if the caller stops watching: a hung worker is ended by the system.
void limit_processor_time(std::chrono::milliseconds time) {
    if (time.count() == 0) return;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto used = static_cast<rlim_t>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec);
    set_limit(RLIMIT_CPU, used + static_cast<rlim_t>(time.count() * 3 / 1000) + 2);
}

/// What one document made a process allocate is not all given back; the next one must not pay for it.
bool has_grown(std::size_t pages_at_start, std::size_t memory_bytes) {
    const std::size_t pages = pages_of(getpid()).first;
    return memory_bytes > 0 && pages > pages_at_start && (pages - pages_at_start) * page_bytes() > memory_bytes / 4;
}

/// Signals mean to the child what they mean to any program; an interrupt from the keyboard is the parent's affair.
void reset_signals() {
    for (const int number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGCHLD, SIGXCPU, SIGPIPE}) std::signal(number, SIG_DFL);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) std::signal(number, SIG_IGN);
}

}  // namespace

WorkerProcess::WorkerProcess(const WorkerJob& job, const std::deque<int>& others) : m_limits(job.limits), m_started(Clock::now()) {
    std::array<int, 2> wire{-1, -1};
    std::array<int, 2> errors{-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, wire.data()) != 0) fail("no socket");
    if (pipe2(errors.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        ::close(wire[0]);
        ::close(wire[1]);
        fail("no pipe");
    }
    const pid_t parent = getpid();
    m_pid = fork();
    if (m_pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);  // also when the parent is killed and can tell nobody
        if (getppid() != parent) _exit(exit_failed);
        const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
        dup2(nothing, STDIN_FILENO);
        dup2(nothing, STDOUT_FILENO);
        dup2(errors[1], STDERR_FILENO);
        ::close(wire[0]);
        ::close(errors[0]);
        for (const int other : others) ::close(other);
        serve(job, wire[1]);
    }
    ::close(wire[1]);
    ::close(errors[1]);
    m_socket = wire[0];
    m_errors = errors[0];
    if (m_pid < 0) {
        ::close(m_socket);
        ::close(m_errors);
        fail("no process");
    }
    m_resident_at_start = pages_of(parent).second;
}

WorkerProcess::~WorkerProcess() {
    if (!m_ended) {
        kill(m_pid, SIGKILL);
        while (waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    ::close(m_socket);
    ::close(m_errors);
}

/// The child's whole life. It leaves by _exit(): nothing that belongs to the parent may be flushed or closed twice.
void WorkerProcess::serve(const WorkerJob& job, int socket) {
    reset_signals();
    set_limit(RLIMIT_CORE, 0);
    const std::size_t pages_at_start = pages_of(getpid()).first;
    if (limits_address_space && m_limits.memory_bytes > 0)
        set_limit(RLIMIT_AS, static_cast<rlim_t>(pages_at_start * page_bytes() + m_limits.memory_bytes));
    try {
        std::uint64_t item = 0;
        while (receive_all(socket, reinterpret_cast<char*>(&item), sizeof item)) {
            limit_processor_time(m_limits.time);
            const std::string answer = job.work(static_cast<std::size_t>(item));
            const std::uint64_t size = answer.size();
            if (!send_all(socket, reinterpret_cast<const char*>(&size), sizeof size) || !send_all(socket, answer.data(), answer.size()))
                break;
            if (limits_address_space && has_grown(pages_at_start, m_limits.memory_bytes)) _exit(exit_retired);
        }
    } catch (const std::bad_alloc&) {
        _exit(exit_out_of_memory);
    } catch (...) {
        _exit(exit_failed);
    }
    _exit(0);
}

void WorkerProcess::send(std::size_t item) {
    const std::uint64_t number = item;
    if (m_waiting.empty()) start_clocks();
    m_waiting.push_back(item);
    ++m_taken;
    // Where the process has died, receive() will find out and say how.
    static_cast<void>(send_all(m_socket, reinterpret_cast<const char*>(&number), sizeof number));
}

std::optional<WorkResult> WorkerProcess::receive() {
    if (m_ended) return std::nullopt;
    if (auto answer = next_answer()) return answer;
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t got = ::recv(m_socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (got > 0) {
            m_received.append(buffer.data(), static_cast<std::size_t>(got));
            if (auto answer = next_answer()) return answer;
        } else if (got < 0 && errno == EINTR) {
            continue;
        } else if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            return over_limit();
        } else {
            return bury();
        }
    }
}

std::optional<WorkResult> WorkerProcess::next_answer() {
    std::uint64_t size = 0;
    if (m_received.size() < sizeof size) return std::nullopt;
    std::memcpy(&size, m_received.data(), sizeof size);
    if (size > max_answer_bytes || m_waiting.empty()) return end(WorkEnd::crashed, "it answered nonsense");
    if (m_received.size() < sizeof size + size) return std::nullopt;
    WorkResult result{WorkEnd::done, m_received.substr(sizeof size, size), {}};
    m_received.erase(0, sizeof size + size);
    if (m_received.empty()) m_received.shrink_to_fit();
    m_waiting.pop_front();
    start_clocks();
    static_cast<void>(last_words());  // of this item, which went well
    return result;
}

/// The process has closed its end: how did it die?
std::optional<WorkResult> WorkerProcess::bury() {
    int status = 0;
    while (waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_ended = true;
    const std::string words = last_words();
    const bool starved = words.find("ut of memory") != std::string::npos || words.find("bad_alloc") != std::string::npos;
    if (WIFEXITED(status)) {
        const int code = WEXITSTATUS(status);
        if (code == exit_retired) return std::nullopt;
        if (code == exit_out_of_memory || starved) return end(WorkEnd::out_of_memory, words);
        return end(WorkEnd::crashed, "exit status " + std::to_string(code) + (words.empty() ? "" : ": " + words));
    }
    const int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (number == SIGXCPU) return end(WorkEnd::timed_out, "processor time");
    if (starved || number == SIGKILL) return end(WorkEnd::out_of_memory, words);
    const char* name = number > 0 ? sigdescr_np(number) : nullptr;
    return end(WorkEnd::crashed, std::string(name == nullptr ? "unknown signal" : name));
}

void WorkerProcess::start_clocks() {
    m_started = Clock::now();
    m_used_at_start = processor_time_of(m_pid);
}

std::optional<WorkResult> WorkerProcess::over_limit() {
    if (m_waiting.empty()) return std::nullopt;
    if (m_limits.time.count() > 0) {
        // Processor time, so that the result does not depend on how busy the machine is.
        if (processor_time_of(m_pid) - m_used_at_start > m_limits.time) return end(WorkEnd::timed_out, "processor time");
        if (Clock::now() - m_started > m_limits.time * 4) return end(WorkEnd::timed_out, "time on the clock");
    }
    if (m_limits.memory_bytes > 0) {
        const std::size_t resident = pages_of(m_pid).second;
        if (resident > m_resident_at_start && (resident - m_resident_at_start) * page_bytes() > m_limits.memory_bytes)
            return end(WorkEnd::out_of_memory, {});
    }
    return std::nullopt;
}

/// Ends the process where it lives still, and answers for the item in work.
WorkResult WorkerProcess::end(WorkEnd why, std::string detail) {
    if (!m_ended) {
        kill(m_pid, SIGKILL);
        while (waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
        }
        m_ended = true;
    }
    if (!m_waiting.empty()) m_waiting.pop_front();
    return {why, {}, std::move(detail)};
}

/// The first line of what it said on standard error since the last answer, shortened.
std::string WorkerProcess::last_words() {
    std::string words;
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = ::read(m_errors, buffer.data(), buffer.size())) > 0;) {
        if (words.size() < 8192) words.append(buffer.data(), static_cast<std::size_t>(got));
    }
    const std::size_t first = words.find_first_not_of("=\n ");
    if (first == std::string::npos) return {};
    return words.substr(first, std::min<std::size_t>(words.find('\n', first) - first, 200));
}

}  // namespace kwalign::tools
