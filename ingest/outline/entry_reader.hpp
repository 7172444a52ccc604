#pragma once

#include "ingest/outline/walk.hpp"

namespace kwalign::ingest {

/// Text under headings: paragraphs, and lists by number, bullet or paragraph, over line, cell and page breaks.
class EntryReader {
public:
    explicit EntryReader(Walk& walk) : m_walk(walk) {}

    /// Gives the current line to the open heading; leaves it over where that heading takes no text.
    void read_text();

private:
    void add_entry(const HeadingRule& rule, std::string number);
    void continue_entry(const HeadingRule& rule);
    /// Whether the open entry goes on in the current line. `listed`: entries are marked by numbers or bullets, so a line
    /// without a mark goes on with the entry unless something speaks against it.
    [[nodiscard]] bool goes_on(bool listed);
    /// The open entry has opened a bracket and not closed it.
    [[nodiscard]] bool in_bracket();
    [[nodiscard]] static bool in_other_cell(const Piece& previous, const Piece& next);
    /// Whether the words say that `next` begins an item of a list without numbers and bullets.
    [[nodiscard]] bool begins_item(const Piece& previous, const Piece& next);
    /// Whether entries under headings like the open one are single sentences with a full stop, so that one ends an entry.
    [[nodiscard]] bool one_sentence_each();
    void read_paragraph(const HeadingRule& rule);
    void read_item(const HeadingRule& rule);
    /// Whether numbers or bullets still come under the open heading: then a line without one is no item.
    [[nodiscard]] bool numbers_follow();
    [[nodiscard]] const std::string* last_number();
    [[nodiscard]] bool fits_sequence(std::string_view printed);
    void note_sequence(const std::string& printed);
    /// A short line between items, the next of which follows at once.
    [[nodiscard]] bool is_group();
    /// "1. One thing. 2. Another." in one line becomes two lines, as long as the numbers go on counting.
    void split_run_together(int number);

    Walk& m_walk;
};

}  // namespace kwalign::ingest
