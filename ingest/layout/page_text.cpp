#include "ingest/layout/page_text.hpp"

#include "model/text/unicode.hpp"

namespace kwalign::ingest {

std::string page_text(const Page& page) {
    std::string text;
    for (const TextRun& run : page.runs) {
        text += run.text;
        text += run.space_after ? ' ' : '\n';
    }
    return text;
}

std::vector<std::size_t> run_offsets(const Page& page) {
    std::vector<std::size_t> offsets = {0};
    offsets.reserve(page.runs.size() + 1);
    for (const TextRun& run : page.runs) offsets.push_back(offsets.back() + model::count_code_points(run.text) + 1);
    return offsets;
}

}  // namespace kwalign::ingest
