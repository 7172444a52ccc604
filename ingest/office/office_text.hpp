#pragma once

/// What readers of office documents share: where paragraphs go, and how a document is finished.

#include "ingest/office/block_text.hpp"
#include "ingest/page.hpp"
#include "model/limits.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// Blocks in reading order. What stands beside the flow waits until it has its turn: text boxes until the paragraph that they hang on
/// is written, notes until the end.
class OfficeText {
public:
    OfficeText(std::string_view place, const model::Limits& limits) : m_place(place), m_limits(limits) {}

    /// Throws Error(limit_exceeded) beyond limits.max_text_bytes.
    void add(MarkedParagraph paragraph);
    [[nodiscard]] BlockText& blocks() noexcept { return m_blocks; }
    /// True while what is added waits: tables are then written as paragraphs.
    [[nodiscard]] bool is_aside() const noexcept { return m_aside != nullptr; }

    /// Runs `read` with what it adds put into `list` instead of the text.
    template <class Read>
    void collect(std::vector<MarkedParagraph>& list, Read read) {
        std::vector<MarkedParagraph>* const before = m_aside;
        m_aside = &list;
        try {
            read();
        } catch (...) {
            m_aside = before;
            throw;
        }
        m_aside = before;
    }
    [[nodiscard]] std::vector<MarkedParagraph>& notes() noexcept { return m_notes; }

    /// Text of running heads, to be named in a finding.
    void leave_out(std::string text);
    /// Pages and findings. Throws Error(no_text) where there are but pictures, what split_pages() throws otherwise.
    [[nodiscard]] SourceDocument finish(bool has_pictures);

private:
    std::string m_place;
    const model::Limits& m_limits;
    BlockText m_blocks;
    std::vector<MarkedParagraph> m_notes;
    std::vector<MarkedParagraph>* m_aside = nullptr;
    std::size_t m_waiting_bytes = 0;
    std::vector<std::string> m_left_out;
};

}  // namespace kwalign::ingest
