#include "align/imported/formats.hpp"
#include "align/imported/import_text.hpp"
#include "align/imported/xml_reader.hpp"
#include "model/error.hpp"

#include <utility>

namespace kwalign::align {
namespace {

bool is_entry(std::string_view name) { return name == "termEntry" || name == "conceptEntry"; }
bool is_language(std::string_view name) { return name == "langSet" || name == "langSec"; }

char part_of_speech(std::string_view value) {
    if (value == "noun" || value == "properNoun") return 'n';
    if (value == "verb") return 'v';
    if (value == "adjective" || value == "adverb") return 'a';
    return '?';
}

class Tbx {
public:
    Tbx(const std::string& place, ConceptCollector& out) : m_place(place), m_out(out) {}

    void take(const XmlPiece& piece) {
        if (piece.kind == XmlPiece::Kind::text) {
            m_text += piece.text;
        } else if (piece.kind == XmlPiece::Kind::open) {
            open(piece);
        } else {
            close(piece);
        }
    }
    void finish() const {
        if (!m_root) throw model::Error(model::ErrorCode::bad_data, at_line(m_place, 1), "is no TBX: there is no martif or tbx element");
    }

private:
    void open(const XmlPiece& piece) {
        if (!m_root && piece.name != "martif" && piece.name != "tbx")
            throw model::Error(model::ErrorCode::bad_data, at_line(m_place, piece.line),
                               "is no TBX: the outermost element is " + piece.name);
        m_root = true;
        m_text.clear();
        if (is_entry(piece.name)) {
            std::string id(piece.attribute("id"));
            ++m_entries;
            m_entry = &m_out.at(id.empty() ? "entry-" + std::to_string(m_entries) : id, at_line(m_place, piece.line));
        } else if (is_language(piece.name)) {
            m_lang = piece.attribute("lang");
        } else if (piece.name == "termNote") {
            m_note = piece.attribute("type");
        } else if (piece.name == "descrip" && m_entry != nullptr) {
            const std::string_view type = piece.attribute("type");
            const std::string target(piece.attribute("target"));
            if (target.empty()) return;
            if (type == "superordinateConceptGeneric" || type == "broaderConceptGeneric") m_entry->broader.push_back(target);
            if (type == "relatedConcept") m_entry->related.push_back(target);
        }
    }

    void close(const XmlPiece& piece) {
        if (piece.name == "term" && m_entry != nullptr) m_out.add_terms(*m_entry, m_lang, m_text, false);
        if (piece.name == "termNote" && m_note == "partOfSpeech" && m_entry != nullptr && m_entry->part_of_speech == '?')
            m_entry->part_of_speech = part_of_speech(m_text);
        if (is_language(piece.name)) m_lang.clear();
        if (is_entry(piece.name)) m_entry = nullptr;
        m_text.clear();
    }

    const std::string& m_place;
    ConceptCollector& m_out;
    ImportedConcept* m_entry = nullptr;  // valid until the next entry begins
    std::string m_lang;
    std::string m_note;
    std::string m_text;
    std::size_t m_entries = 0;
    bool m_root = false;
};

}  // namespace

void read_tbx(std::string_view text, const std::string& place, ConceptCollector& out) {
    XmlReader reader(text, place);
    Tbx tbx(place, out);
    XmlPiece piece;
    while (reader.next(piece)) tbx.take(piece);
    tbx.finish();
}

void read_tmx_terms(std::string_view text, const std::string& place, ConceptCollector& out) {
    XmlReader reader(text, place);
    XmlPiece piece;
    std::size_t units = 0;
    std::size_t markup = 0;  // depth of elements inside a segment: codes of the original, not text
    bool segment = false;
    std::string lang;
    std::string words;
    std::vector<std::pair<std::string, std::string>> variants;
    bool root = false;
    while (reader.next(piece)) {
        const bool open = piece.kind == XmlPiece::Kind::open;
        if (!root && piece.name != "tmx")
            throw model::Error(model::ErrorCode::bad_data, at_line(place, piece.line), "is no TMX: the outermost element is " + piece.name);
        root = true;
        if (piece.kind == XmlPiece::Kind::text) {
            if (segment && markup == 0) words += piece.text;
        } else if (piece.name == "seg") {
            segment = open;
            if (open)
                words.clear();
            else
                variants.emplace_back(lang, words);
        } else if (segment && piece.name != "hi") {
            open ? ++markup : --markup;
        } else if (piece.name == "tuv" && open) {
            lang = piece.attribute("lang");
        } else if (piece.name == "tu" && open) {
            variants.clear();
        } else if (piece.name == "tu" && variants.size() > 1) {
            ++units;
            const std::string number = std::to_string(units);
            ImportedConcept& entry =
                out.at("unit-" + std::string(7 - std::min<std::size_t>(7, number.size()), '0') + number, at_line(place, piece.line));
            for (const auto& [tag, term] : variants) out.add_terms(entry, tag, term, false);
        }
    }
}

}  // namespace kwalign::align
