#pragma once

/// Opening PDF files with Poppler; private to this folder, the only one that sees Poppler.

#include <poppler-document.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// Collects what Poppler says while it lives, on this thread, at most a few messages: a damaged file repeats itself.
/// Poppler's hook is process-wide; it is installed once and sorts messages by thread.
class PdfMessages {
public:
    PdfMessages();
    ~PdfMessages();
    PdfMessages(const PdfMessages&) = delete;
    PdfMessages& operator=(const PdfMessages&) = delete;

    [[nodiscard]] const std::vector<std::string>& list() const noexcept { return m_list; }
    /// The first message, or a sentence that stands for one.
    [[nodiscard]] std::string first() const;
    /// Adds a message to the innermost collection of this thread; nothing where there is none.
    static void say(const std::string& message) { hear(message, nullptr); }

private:
    static void hear(const std::string& message, void*);

    static thread_local PdfMessages* s_current;
    PdfMessages* m_outer = nullptr;
    std::vector<std::string> m_list;
};

/// The document, open for reading; `bytes` must outlive it. `password` is tried as user, then as owner password. `place` names the
/// file in messages. Throws Error(damaged, needs_password, limit_exceeded).
[[nodiscard]] std::unique_ptr<poppler::document> open_pdf(std::string_view bytes, const std::string& place, const std::string& password,
                                                          const PdfMessages& messages);

}  // namespace kwalign::ingest
