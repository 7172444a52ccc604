#pragma once

/// What is printed again only because a page ended: headings, table heads, and in text files running heads and page numbers.

#include "ingest/layout/line.hpp"

namespace kwalign::ingest {

/// Coded headings printed again at a page top while their section goes on become furniture "repeated_heading"; the line that
/// follows gets Break::page. Text without pages shows such a place only by the repetition itself.
void mark_repeated_headings(LayoutDocument& document);

/// Rows after a page or column break that repeat the head of their table become furniture "table_head".
void mark_table_heads(LayoutDocument& document);

/// Lines at the edges of several form-fed pages that are the same become "running_head", lone page numbers "page_number".
void mark_text_furniture(LayoutDocument& document);

}  // namespace kwalign::ingest
