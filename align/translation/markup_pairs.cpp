#include "align/translation/markup.hpp"
#include "align/translation/parallel_formats.hpp"

#include <map>
#include <utility>

namespace kwalign::align {
namespace {

bool speaks(std::string_view tag, std::string_view lang) {
    if (tag.size() < lang.size()) return false;
    for (std::size_t i = 0; i < lang.size(); ++i)
        if ((tag[i] | 0x20) != lang[i]) return false;
    return tag.size() == lang.size() || tag[lang.size()] == '-' || tag[lang.size()] == '_';
}

bool is_paragraph(std::string_view name) { return name == "p" || (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'); }

/// Paragraphs that have an id, keyed by it and by how many of the same id came before (pages embed parts of other pages).
using Paragraphs = std::vector<std::pair<std::pair<std::string, std::size_t>, std::string>>;

Paragraphs paragraphs_of(std::string_view page) {
    Paragraphs out;
    std::map<std::string, std::size_t> seen;
    bool inside = false;
    MarkupScanner scanner(page);
    while (const std::optional<MarkupPiece> piece = scanner.next()) {
        if (piece->kind == MarkupPiece::Kind::text) {
            if (inside) append_resolved(out.back().second, piece->text);
        } else if (piece->name == "br" && inside) {
            out.back().second += ' ';
        } else if (is_paragraph(piece->name)) {
            inside = false;
            const std::optional<std::string_view> id =
                piece->kind == MarkupPiece::Kind::open ? attribute(piece->attributes, "id") : std::nullopt;
            if (!id) continue;
            const std::string key(*id);
            out.push_back({{key, seen[key]++}, {}});
            inside = true;
        }
    }
    return out;
}

}  // namespace

std::vector<ParallelSegment> pair_pages(std::string_view english, std::string_view foreign) {
    std::map<std::pair<std::string, std::size_t>, std::string> translations;
    for (auto& [key, text] : paragraphs_of(foreign)) translations.emplace(std::move(key), std::move(text));
    std::vector<ParallelSegment> out;
    for (auto& [key, text] : paragraphs_of(english)) {
        const auto found = translations.find(key);
        if (found != translations.end()) out.push_back({std::move(text), found->second});
    }
    return out;
}

std::vector<ParallelSegment> read_tmx(std::string_view text, std::string_view lang) {
    std::vector<ParallelSegment> out;
    ParallelSegment unit;
    std::string ignored;
    std::string* variant = &ignored;
    std::size_t skipped_depth = 0;  // within <bpt>, <ept>, <ph>, <it>: markup of the original, not text
    bool segment = false;
    MarkupScanner scanner(text);
    while (const std::optional<MarkupPiece> piece = scanner.next()) {
        const bool open = piece->kind == MarkupPiece::Kind::open;
        if (piece->kind == MarkupPiece::Kind::text) {
            if (segment && skipped_depth == 0) append_resolved(*variant, piece->text);
        } else if (piece->name == "tu") {
            if (!open && !unit.english.empty() && !unit.foreign.empty()) out.push_back(unit);
            unit = {};
        } else if (piece->name == "tuv" && open) {
            const std::string_view tag =
                attribute(piece->attributes, "xml:lang").value_or(attribute(piece->attributes, "lang").value_or(""));
            variant = speaks(tag, "en") ? &unit.english : speaks(tag, lang) ? &unit.foreign : &ignored;
            variant->clear();
        } else if (piece->name == "seg") {
            segment = open;
            skipped_depth = 0;
        } else if (piece->name == "bpt" || piece->name == "ept" || piece->name == "ph" || piece->name == "it") {
            if (open)
                ++skipped_depth;
            else if (piece->kind == MarkupPiece::Kind::close && skipped_depth > 0)
                --skipped_depth;
        }
    }
    return out;
}

}  // namespace kwalign::align
