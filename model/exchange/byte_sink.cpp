#include "model/exchange/byte_sink.hpp"

#include "model/error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace kwalign::model {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 16;

[[noreturn]] void fail(const fs::path& file, int error, std::string remedy = {}) {
    throw Error(ErrorCode::write_failed, file.string(), std::generic_category().message(error), std::move(remedy));
}

}  // namespace

struct FileSink::Impl {
    fs::path file;    ///< as the caller named it, for messages
    fs::path target;  ///< links followed
    fs::path beside;  ///< empty where the target is written in place
    int fd = -1;
    std::string buffer;

    ~Impl() {
        if (fd >= 0) ::close(fd);
        if (!beside.empty()) ::unlink(beside.c_str());
    }

    void open_in_place() {
        fd = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
        if (fd < 0) fail(file, errno);
    }

    /// The name tells what the file belongs to in case the machine stops half way.
    void open_beside() {
        constexpr int attempts = 100;
        for (int i = 0; i < attempts; ++i) {
            const fs::path name = target.parent_path() /
                                  ("." + target.filename().string() + "." + std::to_string(::getpid()) + "-" + std::to_string(i) + ".tmp");
            fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            if (fd >= 0) {
                beside = name;
                return;
            }
            if (errno == ENOENT) fail(file, ENOENT, "create the folder first");
            if (errno != EEXIST) fail(file, errno);
        }
        fail(file, EEXIST, "remove left-over .tmp files beside it");
    }

    void flush() {
        std::string_view bytes = buffer;
        while (!bytes.empty()) {
            const ssize_t written = ::write(fd, bytes.data(), bytes.size());
            if (written < 0) {
                if (errno == EINTR) continue;
                fail(file, errno);
            }
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        buffer.clear();
    }
};

FileSink::FileSink(const fs::path& file) : m_impl(std::make_unique<Impl>()) {
    std::error_code ignored;
    m_impl->file = file;
    m_impl->target = fs::is_symlink(file, ignored) ? fs::weakly_canonical(file, ignored) : file;
    if (m_impl->target.empty()) fail(file, ENOENT);
    struct stat old {};
    const bool exists = ::stat(m_impl->target.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) fail(file, EISDIR, "name a file");
    if (exists && !S_ISREG(old.st_mode)) {
        m_impl->open_in_place();
    } else {
        m_impl->open_beside();
        if (exists) ::fchmod(m_impl->fd, old.st_mode & 07777U);  // best effort: contents matter more than the mode
    }
    m_impl->buffer.reserve(buffer_bytes);
}

FileSink::~FileSink() = default;

void FileSink::write(std::string_view bytes) {
    m_impl->buffer += bytes;
    if (m_impl->buffer.size() >= buffer_bytes) m_impl->flush();
}

void FileSink::commit() {
    m_impl->flush();
    if (!m_impl->beside.empty() && ::fsync(m_impl->fd) != 0 && errno != EINVAL) fail(m_impl->file, errno);
    if (::close(std::exchange(m_impl->fd, -1)) != 0) fail(m_impl->file, errno);
    if (m_impl->beside.empty()) return;
    if (::rename(m_impl->beside.c_str(), m_impl->target.c_str()) != 0) fail(m_impl->file, errno);
    m_impl->beside.clear();
}

ByteSink& SingleOutput::open(const std::string& name) {
    if (m_opened) throw Error(ErrorCode::internal, name, "a second file was started where only one can be written");
    m_opened = true;
    return m_sink;
}

FolderOutput::FolderOutput(fs::path folder) : m_folder(std::move(folder)) {
    std::error_code error;
    if (fs::is_directory(m_folder, error)) return;
    if (!fs::create_directory(m_folder, error)) fail(m_folder, error ? error.value() : EEXIST, "name a folder");
}

ByteSink& FolderOutput::open(const std::string& name) {
    if (name.empty() || name.front() == '.' || name.find('/') != std::string::npos)
        throw Error(ErrorCode::internal, name, "this is not the name of a file in a folder");
    if (std::find(m_names.begin(), m_names.end(), name) != m_names.end())
        throw Error(ErrorCode::internal, name, "two files of an export have the same name");
    m_files.push_back(std::make_unique<FileSink>(m_folder / name));
    m_names.push_back(name);
    return *m_files.back();
}

void FolderOutput::finish() {
    for (const auto& file : m_files) file->commit();
    m_files.clear();
}

}  // namespace kwalign::model
