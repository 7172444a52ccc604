#pragma once

#include "ingest/outline/entry_reader.hpp"
#include "ingest/outline/lost_headings.hpp"
#include "ingest/outline/walk.hpp"

#include <map>

namespace kwalign::ingest {

/// Headings by the template's grammar: which line is one, where it stands, how far its title goes.
class HeadingReader {
public:
    HeadingReader(Walk& walk, LostHeadings& lost, EntryReader& entries) : m_walk(walk), m_lost(lost), m_entries(entries) {}

    /// Opens the heading that the template wants open from the start, if any.
    void open_initial();
    /// `found`: expressions of the template that match the current line. True if the line is (part of) a heading.
    bool open_heading(const std::vector<std::size_t>& found);
    /// "Unit", "learning", "outcomes": lines of a label that a narrow cell broke, in order, with other cells' text between them.
    bool read_fragment();

private:
    /// A line that Markdown or HTML marks as a heading.
    bool open_marked();
    /// A wrapped line of running text may begin with a code: that is no heading.
    [[nodiscard]] bool inside_paragraph();
    [[nodiscard]] bool neighbours_allow(const HeadingRule& rule, std::size_t at) const;
    /// False where the line only looks like a heading because running text was wrapped before a code.
    bool open(std::size_t rule_index, std::size_t parent, const PatternMatch& match);
    /// A heading that is printed again at the top of the next page goes on with the text that the page broke.
    bool is_repeated(const OutlineNode& node, const HeadingRule& rule);
    /// Makes a node that was closed the open one again, with all it stands in.
    void reopen(std::size_t node);
    /// The same code with another title is a second unit and gets a letter.
    void separate_from_equal(OutlineNode& node);
    void skip_repeated_title(std::string_view whole, std::string printed);
    /// A wrapped heading goes on over lines that nothing else explains, as long as something known follows.
    void read_title_lines();
    /// Whether an unexplained line with an uncertain break belongs to the title before it; `lines` more may follow.
    [[nodiscard]] bool may_be_title(const HeadingRule& rule, std::size_t next, std::size_t lines);
    void add_to_title(std::size_t node, std::size_t next);
    [[nodiscard]] bool known_within(std::size_t from, std::size_t count);
    /// The title "REQUIREMENTS" is also a heading where its "Part B" is lost, but not directly under "Part B".
    [[nodiscard]] bool means_open_heading(const HeadingRule& rule);
    /// True where the line begins something that the grammar allows here.
    [[nodiscard]] bool is_known(std::size_t index);
    /// Title of the document: the paragraph after the heading, all lines of one size.
    void read_document_title();
    [[nodiscard]] double body_size();
    /// How many of the label's words, from `expected` on, are the whole line.
    [[nodiscard]] std::size_t fragment_words(const HeadingRule& rule, std::size_t expected);
    void open_label(std::size_t rule_index, std::size_t parent);

    Walk& m_walk;
    LostHeadings& m_lost;
    EntryReader& m_entries;
    std::map<std::size_t, std::size_t> m_fragments;  ///< node -> words of its broken label read so far
    double m_body_size = -1.0;
};

}  // namespace kwalign::ingest
