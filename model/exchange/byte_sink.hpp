#pragma once

/// Where exported bytes go: a string, a file that appears only when it is whole, or whatever a caller hands in.

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kwalign::model {

/// Takes bytes in order. Not thread-safe.
class ByteSink {
public:
    ByteSink() = default;
    virtual ~ByteSink() = default;
    ByteSink(const ByteSink&) = delete;
    ByteSink& operator=(const ByteSink&) = delete;

    /// Throws Error(write_failed) when not all bytes could be taken; nothing more may be written then.
    virtual void write(std::string_view bytes) = 0;
};

/// Keeps everything in memory.
class StringSink : public ByteSink {
public:
    void write(std::string_view bytes) override { m_text += bytes; }
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }

private:
    std::string m_text;
};

/// Hands every piece to a function, which throws when it cannot take it.
class CallbackSink : public ByteSink {
public:
    explicit CallbackSink(std::function<void(std::string_view)> take) : m_take(std::move(take)) {}
    void write(std::string_view bytes) override { m_take(bytes); }

private:
    std::function<void(std::string_view)> m_take;
};

/// A file written beside its name and renamed by commit(): until then an old file of that name stays whole, and without commit() the
/// new one vanishes. Devices and pipes are written in place. Throws Error(write_failed).
class FileSink : public ByteSink {
public:
    explicit FileSink(const std::filesystem::path& file);
    ~FileSink() override;
    void write(std::string_view bytes) override;
    void commit();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Where an exporter puts its files: most formats write one, CASE writes one per standard and one per pair.
class ExportOutput {
public:
    ExportOutput() = default;
    virtual ~ExportOutput() = default;
    ExportOutput(const ExportOutput&) = delete;
    ExportOutput& operator=(const ExportOutput&) = delete;

    /// True where open() may be called more than once.
    [[nodiscard]] virtual bool holds_several() const noexcept = 0;
    /// Starts the next file; the sink is valid until the next open() or finish(). `name` is a safe file name with its suffix.
    virtual ByteSink& open(const std::string& name) = 0;
    /// All is written: makes it visible.
    virtual void finish() = 0;
};

/// One file or stream. The sink must outlive it; committing a FileSink stays the caller's task.
class SingleOutput : public ExportOutput {
public:
    explicit SingleOutput(ByteSink& sink) : m_sink(sink) {}
    [[nodiscard]] bool holds_several() const noexcept override { return false; }
    /// Throws Error(internal) when called twice.
    ByteSink& open(const std::string& name) override;
    void finish() override {}

private:
    ByteSink& m_sink;
    bool m_opened = false;
};

/// Files in a folder, which is created where absent (its parent must be there). Old files of other names stay. All new files appear
/// together in finish(); when something fails before, none does.
class FolderOutput : public ExportOutput {
public:
    explicit FolderOutput(std::filesystem::path folder);
    [[nodiscard]] bool holds_several() const noexcept override { return true; }
    ByteSink& open(const std::string& name) override;
    void finish() override;
    /// Names of the files in the order they were opened.
    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return m_names; }

private:
    std::filesystem::path m_folder;
    std::vector<std::unique_ptr<FileSink>> m_files;
    std::vector<std::string> m_names;
};

}  // namespace kwalign::model
