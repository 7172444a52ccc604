#include "model/interchange/child_process.hpp"

#include "model/error.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace kwalign::model {
namespace {

constexpr std::size_t max_errors = std::size_t{16} << 10;

[[noreturn]] void fail(const char* what, int error) { throw Error(ErrorCode::internal, what, std::generic_category().message(error)); }

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() { reset(); }
    Descriptor(Descriptor&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    [[nodiscard]] int get() const noexcept { return m_fd; }
    void reset() noexcept {
        if (m_fd >= 0) ::close(std::exchange(m_fd, -1));
    }

private:
    int m_fd = -1;
};

struct Pipe {
    Descriptor reading;
    Descriptor writing;

    Pipe() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe", errno);
        reading = Descriptor(ends[0]);
        writing = Descriptor(ends[1]);
    }
};

std::vector<char*> pointers(const std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (const std::string& text : texts) result.push_back(const_cast<char*>(text.c_str()));  // execve() asks for it, and changes nothing
    result.push_back(nullptr);
    return result;
}

/// In the child between fork() and execve(): only what may be called there.
[[noreturn]] void become(const std::vector<char*>& arguments, const std::vector<char*>& environment, int in, int out, int err,
                         const ChildLimits& limits) {
    ::setpgid(0, 0);
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    const rlimit memory{limits.memory, limits.memory};
    ::setrlimit(RLIMIT_AS, &memory);
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    // An empty network of its own; some systems do not let ordinary programs have one.
    if (::unshare(CLONE_NEWNET) != 0) (void)::unshare(CLONE_NEWUSER | CLONE_NEWNET);
    if (::chdir("/") == 0) ::execve(arguments.front(), arguments.data(), environment.data());
    ::_exit(127);
}

/// A child that is killed and waited for, whatever happens.
class Child {
public:
    explicit Child(pid_t pid) : m_pid(pid) {}
    ~Child() {
        if (m_pid > 0) (void)kill();
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    int kill() noexcept {
        ::kill(-m_pid, SIGKILL);
        ::kill(m_pid, SIGKILL);  // it may not have come to be the head of its group yet
        return wait();
    }
    int wait() noexcept {
        int status = 0;
        while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
        }
        m_pid = -1;
        return status;
    }
    /// False where it still runs at `deadline`.
    bool wait_until(std::chrono::steady_clock::time_point deadline, int& status) noexcept {
        while (true) {
            const pid_t ended = ::waitpid(m_pid, &status, WNOHANG);
            if (ended == m_pid) {
                m_pid = -1;
                return true;
            }
            if (std::chrono::steady_clock::now() >= deadline) return false;
            ::usleep(1000);  // it has closed its ends already, so this takes no time to speak of
        }
    }

private:
    pid_t m_pid;
};

/// Feeds and reads at the same time, so that neither side waits for the other for ever.
class Conversation {
public:
    Conversation(Descriptor to, Descriptor out, Descriptor err, std::string_view input, const ChildLimits& limits)
        : m_to(std::move(to)), m_out(std::move(out)), m_err(std::move(err)), m_rest(input), m_limits(limits) {
        ::fcntl(m_to.get(), F_SETFL, O_NONBLOCK);
        if (m_rest.empty()) m_to.reset();
    }

    /// True when the child closed its ends within the limits.
    bool hold(ChildResult& result, std::chrono::steady_clock::time_point deadline) {
        while (m_out.get() >= 0 || m_err.get() >= 0) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
            std::array<pollfd, 3> ends{{{m_to.get(), POLLOUT, 0}, {m_out.get(), POLLIN, 0}, {m_err.get(), POLLIN, 0}}};
            if (left.count() <= 0) {
                result.end = ChildResult::End::timed_out;
                return false;
            }
            if (::poll(ends.data(), ends.size(), static_cast<int>(std::min<long long>(left.count(), 1000))) < 0 && errno != EINTR)
                return false;
            if (ends[0].revents != 0) feed();
            if (ends[1].revents != 0) read(m_out, result.output, m_limits.output + 1);
            if (ends[2].revents != 0) read(m_err, result.errors, max_errors);
            if (result.output.size() > m_limits.output) {
                result.end = ChildResult::End::too_much_output;
                return false;
            }
        }
        return true;
    }

private:
    void feed() {
        const ssize_t count = ::write(m_to.get(), m_rest.data(), m_rest.size());
        if (count > 0) m_rest.remove_prefix(static_cast<std::size_t>(count));
        const bool closed = count < 0 && errno != EAGAIN && errno != EINTR;
        if (closed || m_rest.empty()) m_to.reset();
    }

    static void read(Descriptor& from, std::string& into, std::size_t most) {
        std::array<char, 65536> buffer{};
        const ssize_t count = ::read(from.get(), buffer.data(), buffer.size());
        if (count > 0) into.append(buffer.data(), std::min(static_cast<std::size_t>(count), most - std::min(most, into.size())));
        if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)) from.reset();
    }

    Descriptor m_to;
    Descriptor m_out;
    Descriptor m_err;
    std::string_view m_rest;
    const ChildLimits& m_limits;
};

/// A child that ends before it has read everything must not end this program with it.
class NoPipeSignal {
public:
    NoPipeSignal() {
        sigset_t pipe{};
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe, &m_before);
    }
    ~NoPipeSignal() {
        sigset_t pipe{};
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        const timespec now{0, 0};
        if (sigismember(&m_before, SIGPIPE) == 0) sigtimedwait(&pipe, nullptr, &now);  // takes back the one that came
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    NoPipeSignal(const NoPipeSignal&) = delete;
    NoPipeSignal& operator=(const NoPipeSignal&) = delete;

private:
    sigset_t m_before{};
};

}  // namespace

ChildResult run_child(const std::vector<std::string>& arguments, const std::vector<std::string>& environment, std::string_view input,
                      const ChildLimits& limits) {
    const std::vector<char*> argument_list = pointers(arguments);
    const std::vector<char*> environment_list = pointers(environment);
    Pipe in;
    Pipe out;
    Pipe err;
    const pid_t pid = ::fork();
    if (pid < 0) fail("fork", errno);
    if (pid == 0) become(argument_list, environment_list, in.reading.get(), out.writing.get(), err.writing.get(), limits);
    Child child(pid);
    in.reading.reset();
    out.writing.reset();
    err.writing.reset();

    const NoPipeSignal quiet;
    ChildResult result;
    Conversation conversation(std::move(in.writing), std::move(out.reading), std::move(err.reading), input, limits);
    const auto deadline = std::chrono::steady_clock::now() + limits.time;
    int status = 0;
    bool whole = conversation.hold(result, deadline);
    if (whole && !child.wait_until(deadline, status)) {
        result.end = ChildResult::End::timed_out;
        whole = false;
    }
    if (!whole) (void)child.kill();
    if (whole && WIFEXITED(status))
        result.status = WEXITSTATUS(status);
    else if (result.end == ChildResult::End::exited)
        result.end = ChildResult::End::killed;
    return result;
}

}  // namespace kwalign::model
