#pragma once

/// The words of a PDF by Poppler's own library; private to this folder. Its public C++ interface (poppler-cpp) gives the same words, but
/// reads the fonts of each page a second time for their names, copies the index of the whole file for each page, and converts each word
/// twice: together as long again as the reading. The private interface changes between versions of Poppler; this file pair is all that sees it.

#include "ingest/page.hpp"
#include "ingest/pdf/pdf_file.hpp"
#include "model/limits.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kwalign::ingest {

/// An open document. One thread at a time; several may be open in several threads.
class PdfWords {
public:
    /// `bytes` must outlive it. `password` is tried as user, then as owner password. `place` names the file in messages. Throws
    /// Error(damaged, needs_password, limit_exceeded).
    PdfWords(std::string_view bytes, const std::string& place, const std::string& password, const PdfMessages& messages);
    ~PdfWords();
    PdfWords(const PdfWords&) = delete;
    PdfWords& operator=(const PdfWords&) = delete;

    /// 0 where the page tree is lost.
    [[nodiscard]] std::size_t pages() const;
    /// Page `number`, from 1; nothing where it cannot be opened. Throws Error(limit_exceeded) for too many words.
    [[nodiscard]] std::optional<Page> read(int number, const model::Limits& limits) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::ingest
