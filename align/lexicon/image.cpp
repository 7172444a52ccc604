#include "align/lexicon/image.hpp"

#include "align/lexicon/lexicon_file.hpp"
#include "align/rules_version.hpp"
#include "model/digest.hpp"
#include "model/error.hpp"

#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>

namespace kwalign::align {
namespace {

namespace ipc = boost::interprocess;

bool within(image::Range range, std::size_t size) { return range.first <= size && range.count <= size - range.first; }
bool within(image::Text text, std::size_t size) { return text.first <= size && text.length <= size - text.first; }

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw model::Error(model::ErrorCode::unreadable, file.string(), "cannot be opened");
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

struct LexiconImage::Mapping {
    explicit Mapping(const std::filesystem::path& path) : file(path.c_str(), ipc::read_only), region(file, ipc::read_only) {}
    ipc::file_mapping file;
    ipc::mapped_region region;
};

LexiconImage::~LexiconImage() = default;

std::shared_ptr<const LexiconImage> LexiconImage::from_bytes(std::string bytes, const std::string& place) {
    const std::shared_ptr<LexiconImage> out(new LexiconImage);
    out->m_owned = std::move(bytes);
    out->m_bytes = out->m_owned;
    if (const std::string wrong = out->open(); !wrong.empty())
        throw model::Error(model::ErrorCode::bad_data, place, "is no compiled lexicon: " + wrong,
                           "make it again with kwalign lexicon compile");
    return out;
}

std::shared_ptr<const LexiconImage> LexiconImage::map(const std::filesystem::path& file, const SourceDigest& wanted) {
    std::error_code error;
    if (std::filesystem::file_size(file, error) < sizeof(image::Header) || error) return nullptr;
    const std::shared_ptr<LexiconImage> out(new LexiconImage);
    try {
        out->m_mapping = std::make_unique<Mapping>(file);
    } catch (const ipc::interprocess_exception&) {
        return nullptr;
    }
    out->m_bytes = {static_cast<const char*>(out->m_mapping->region.get_address()), out->m_mapping->region.get_size()};
    image::Header header;
    std::memcpy(&header, out->m_bytes.data(), sizeof header);
    if (header.sources != wanted || !out->open().empty()) return nullptr;
    return out;
}

std::string LexiconImage::open() {
    image::Header header;
    if (m_bytes.size() < sizeof header) return "too short";
    std::memcpy(&header, m_bytes.data(), sizeof header);
    if (header.signature != image::magic || header.order != image::byte_order) return "not of this program";
    if (header.bytes != m_bytes.size()) return "not whole";
    bool good = true;
    const auto section = [&]<class Record>(std::span<const Record>& span, image::Section which) {
        const image::Header::Place& place = header.places[which];
        if (place.first % 8 != 0 || place.first > m_bytes.size() || place.count > (m_bytes.size() - place.first) / sizeof(Record))
            good = false;
        else
            span = {reinterpret_cast<const Record*>(m_bytes.data() + place.first),
                    place.count};  // plain records, aligned: see image_format
    };
    section(m_text, image::text);
    section(m_concepts, image::concepts);
    section(m_relations, image::relations);
    section(m_neighbours, image::neighbours);
    section(m_languages, image::languages);
    section(m_term_lists, image::term_lists);
    section(m_texts, image::texts);
    section(m_slots, image::slots);
    section(m_postings, image::postings);
    section(m_terms, image::terms);
    section(m_words, image::words);
    return good && holds_together() ? "" : "damaged";
}

bool LexiconImage::holds_together() const {
    const auto all = [](const auto& records, auto good) { return std::all_of(records.begin(), records.end(), good); };
    const auto texts = [&](image::Range r) { return within(r, m_texts.size()); };
    const auto known = [&](ConceptId id) { return id.value < m_concepts.size(); };
    return all(m_texts, [&](image::Text t) { return within(t, m_text.size()); }) && all(m_relations, known) &&
           all(m_neighbours, [&](const Neighbour& n) { return n.id < m_concepts.size(); }) && all(m_term_lists, texts) &&
           all(m_words, texts) && all(m_postings, [&](std::uint32_t term) { return term < m_terms.size(); }) &&
           all(m_concepts,
               [&](const image::ConceptRecord& c) {
                   return within(c.id, m_text.size()) && within(c.domain, m_text.size()) && within(c.broader, m_relations.size()) &&
                          within(c.related, m_relations.size()) && within(c.neighbours, m_neighbours.size());
               }) &&
           all(m_slots,
               [&](const image::SlotRecord& s) { return within(s.key, m_text.size()) && within(s.postings, m_postings.size()); }) &&
           all(m_terms,
               [&](const image::TermRecord& t) {
                   return known(t.concept_id) && t.words.count > 0 && within(t.words, m_words.size()) && within(t.form, m_text.size());
               }) &&
           all(m_languages, [&](const image::LanguageRecord& l) {
               const bool sound = within(l.tag, m_text.size()) && within(l.slots, m_slots.size()) &&
                                  within(image::Range{l.first_list, static_cast<std::uint32_t>(m_concepts.size())}, m_term_lists.size()) &&
                                  l.slots.count > 0 && (l.slots.count & (l.slots.count - 1)) == 0;
               // A search ends at an empty slot: without one it would not.
               return sound && std::any_of(m_slots.begin() + l.slots.first, m_slots.begin() + l.slots.first + l.slots.count,
                                           [](const image::SlotRecord& s) { return s.key.length == 0; });
           });
}

std::span<const std::uint32_t> LexiconImage::terms_with(const image::LanguageRecord& language, std::string_view key) const {
    const std::uint32_t mask = language.slots.count - 1;
    for (std::uint32_t at = image::hash(key) & mask;; at = (at + 1) & mask) {
        const image::SlotRecord& slot = m_slots[language.slots.first + at];
        if (slot.key.length == 0) return {};
        if (text(slot.key) == key) return m_postings.subspan(slot.postings.first, slot.postings.count);
    }
}

SourceDigest digest_of_sources(const std::filesystem::path& lexicon_folder, const std::vector<std::filesystem::path>& imports) {
    std::string all = std::string(rules_version) + '\n';
    const auto add = [&all](const std::filesystem::path& file) {
        const std::string content = read(file);
        all += file.filename().string() + '\n' + std::to_string(content.size()) + '\n' + content;
    };
    for (const std::filesystem::path& file : lexicon_files(lexicon_folder)) add(file);
    all += "imports\n";
    for (const std::filesystem::path& file : imports) add(file);
    return model::sha256(all);
}

}  // namespace kwalign::align
