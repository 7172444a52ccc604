#include "model/error.hpp"
#include "model/interchange/table_writer.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace kwalign::model {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& file, int error, std::string remedy = {}) {
    throw Error(ErrorCode::write_failed, file.string(), std::generic_category().message(error), std::move(remedy));
}

/// An open file descriptor. `close` reports, the destructor does not.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() {
        if (m_fd >= 0) ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const noexcept { return m_fd; }
    [[nodiscard]] int close() noexcept { return ::close(std::exchange(m_fd, -1)); }

private:
    int m_fd;
};

/// Removes the half-written file unless it was renamed.
class TemporaryFile {
public:
    explicit TemporaryFile(fs::path path) : m_path(std::move(path)) {}
    ~TemporaryFile() {
        if (!m_path.empty()) ::unlink(m_path.c_str());
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    void keep() noexcept { m_path.clear(); }

private:
    fs::path m_path;
};

void write_all(int fd, std::string_view bytes, const fs::path& file) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            fail(file, errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// Devices and pipes cannot be replaced by a rename, and must not be.
void write_in_place(const fs::path& file, std::string_view bytes) {
    Descriptor out(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
    if (out.get() < 0) fail(file, errno);
    write_all(out.get(), bytes, file);
    if (out.close() != 0) fail(file, errno);
}

/// Opens a new file beside `file`; its name tells what it belongs to in case the machine stops half way.
int open_beside(const fs::path& file, fs::path& beside) {
    constexpr int attempts = 100;
    for (int i = 0; i < attempts; ++i) {
        beside =
            file.parent_path() / ("." + file.filename().string() + "." + std::to_string(::getpid()) + "-" + std::to_string(i) + ".tmp");
        const int fd = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0) return fd;
        if (errno == ENOENT) fail(file, ENOENT, "create the folder first");
        if (errno != EEXIST) fail(file, errno);
    }
    fail(file, EEXIST, "remove left-over .tmp files beside it");
}

/// Makes the rename itself durable. Some file systems refuse to sync a folder; the file is whole either way.
void sync_folder(const fs::path& file) noexcept {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.get() >= 0) ::fsync(opened.get());
}

}  // namespace

void write_file_atomically(const fs::path& file, std::string_view bytes) {
    // A link is followed, so that it still is a link afterwards; a dangling one is written through as well.
    std::error_code ignored;
    const fs::path target = fs::is_symlink(file, ignored) ? fs::weakly_canonical(file, ignored) : file;
    if (target.empty()) fail(file, ENOENT);

    struct stat old {};
    const bool exists = ::stat(target.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) fail(file, EISDIR, "name a file");
    if (exists && !S_ISREG(old.st_mode)) return write_in_place(target, bytes);

    fs::path beside;
    Descriptor out(open_beside(target, beside));
    TemporaryFile temporary(beside);
    if (exists) ::fchmod(out.get(), old.st_mode & 07777U);  // best effort: contents matter more than the mode
    write_all(out.get(), bytes, file);
    if (::fsync(out.get()) != 0 && errno != EINVAL) fail(file, errno);
    if (out.close() != 0) fail(file, errno);
    if (::rename(beside.c_str(), target.c_str()) != 0) fail(file, errno);
    temporary.keep();
    sync_folder(target);
}

}  // namespace kwalign::model
