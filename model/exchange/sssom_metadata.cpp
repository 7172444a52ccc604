#include "model/exchange/sssom_metadata.hpp"

#include "model/error.hpp"
#include "model/exchange/import_text.hpp"
#include "model/json_reader.hpp"

#include <algorithm>

namespace kwalign::model {

namespace {

std::string_view trim(std::string_view text) noexcept {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

/// One line taken apart: "  - key: value".
struct Entry {
    std::size_t indent = 0;
    bool item = false;       ///< starts with "- "
    std::string key;         ///< empty: a scalar item
    std::string_view value;  ///< still as written
    std::size_t number = 0;
};

class Reader {
public:
    Reader(const std::vector<SssomMetadataLine>& lines, std::string_view place) : m_place(place) {
        for (const SssomMetadataLine& line : lines) {
            if (!trim(line.text).empty()) m_entries.push_back(split(line));
        }
    }

    SssomMetadata read() {
        while (m_at < m_entries.size()) {
            const Entry& entry = m_entries[m_at];
            if (entry.item || entry.key.empty() || entry.indent != m_entries.front().indent)
                fail(entry.number, "a slot name and a colon are expected");
            ++m_at;
            read_slot(entry);
        }
        return std::move(m_metadata);
    }

private:
    [[noreturn]] void fail(std::size_t number, const std::string& detail) const {
        throw Error(ErrorCode::bad_data, line_place(m_place, number), "in the metadata block: " + detail);
    }

    Entry split(const SssomMetadataLine& line) const {
        Entry entry;
        entry.number = line.number;
        std::string_view text = line.text;
        while (text.starts_with(' ')) text.remove_prefix(1), ++entry.indent;
        if (text.starts_with('\t')) fail(line.number, "a tab cannot indent");
        if (text == "-" || text.starts_with("- ")) {
            entry.item = true;
            text = trim(text.substr(1));
        }
        text = trim(text);
        if (text.starts_with('"') || text.starts_with('\'') || text.starts_with('[')) {
            if (!entry.item) fail(line.number, "a slot name and a colon are expected");
            entry.value = text;
            return entry;
        }
        std::size_t colon = text.find(": ");
        if (colon == std::string_view::npos && text.ends_with(':')) colon = text.size() - 1;
        if (colon == std::string_view::npos) {
            entry.value = text;
        } else {
            entry.key = trim(text.substr(0, colon));
            entry.value = trim(text.substr(colon + 1));
        }
        return entry;
    }

    void read_slot(const Entry& slot) {
        if (slot.key == "curie_map") return read_prefixes(slot);
        if (slot.key == "extension_definitions") return read_extensions(slot);
        std::vector<std::string>& values = m_metadata.slots[slot.key];
        if (!values.empty()) fail(slot.number, "the slot " + slot.key + " occurs twice");
        if (!slot.value.empty()) {
            values = sequence(slot);
            return;
        }
        // A sequence may stand at the indentation of its key.
        while (m_at < m_entries.size() && m_entries[m_at].item && m_entries[m_at].indent >= slot.indent) {
            const Entry& item = m_entries[m_at++];
            values.push_back(item.key.empty() ? scalar(item.value, item.number) : item.key + ": " + scalar(item.value, item.number));
        }
        // Structures that mean nothing here are passed over.
        while (m_at < m_entries.size() && m_entries[m_at].indent > slot.indent) ++m_at;
    }

    void read_prefixes(const Entry& slot) {
        if (!slot.value.empty() && slot.value != "{}") fail(slot.number, "curie_map must be a mapping of one prefix per line");
        while (m_at < m_entries.size() && m_entries[m_at].indent > slot.indent) {
            const Entry& entry = m_entries[m_at++];
            const std::string uri = scalar(entry.value, entry.number);
            if (entry.item || entry.key.empty() || uri.empty()) fail(entry.number, "a prefix and its URI are expected");
            if (!m_metadata.prefixes.emplace(entry.key, uri).second) fail(entry.number, "the prefix " + entry.key + " occurs twice");
        }
    }

    void read_extensions(const Entry& slot) {
        std::string name;
        std::string property;
        const auto keep = [&] {
            if (!name.empty()) m_metadata.extensions.emplace(name, property);
            name.clear();
            property.clear();
        };
        while (m_at < m_entries.size() &&
               (m_entries[m_at].indent > slot.indent || (m_entries[m_at].item && m_entries[m_at].indent == slot.indent))) {
            const Entry& entry = m_entries[m_at++];
            if (entry.item) keep();
            if (entry.key == "slot_name") name = scalar(entry.value, entry.number);
            if (entry.key == "property") property = scalar(entry.value, entry.number);
        }
        keep();
    }

    /// "[a, b]" or a scalar.
    std::vector<std::string> sequence(const Entry& entry) const {
        std::string_view text = entry.value;
        if (!text.starts_with('[')) return {scalar(text, entry.number)};
        if (!text.ends_with(']')) fail(entry.number, "a sequence in brackets must end on its line");
        text = trim(text.substr(1, text.size() - 2));
        std::vector<std::string> values;
        while (!text.empty()) {
            std::size_t end = 0;
            const char quote = text.front();
            if (quote == '"' || quote == '\'') {
                end = text.find(quote, 1);
                while (quote == '"' && end != std::string_view::npos && text[end - 1] == '\\') end = text.find(quote, end + 1);
            }
            if (end == std::string_view::npos) fail(entry.number, "a quote is not closed");
            end = std::min(text.find(',', end), text.size());
            values.push_back(scalar(trim(text.substr(0, end)), entry.number));
            text = end < text.size() ? trim(text.substr(end + 1)) : std::string_view();
        }
        return values;
    }

    std::string scalar(std::string_view text, std::size_t number) const {
        if (text.empty() || text == "~" || text == "null") return {};
        if (text.front() == '"') return double_quoted(text, number);
        if (text.front() == '\'') return single_quoted(text, number);
        if (std::string_view("&*!|>%@`{[").find(text.front()) != std::string_view::npos)
            fail(number, std::string("a value cannot start with \"") + text.front() + "\" here");
        return std::string(trim(text.substr(0, std::min(text.find(" #"), text.size()))));
    }

    std::string double_quoted(std::string_view text, std::size_t number) const {
        // YAML knows a few more escapes than JSON; nobody writes them in this place.
        try {
            return JsonDocument(text, m_place).root().string();
        } catch (const Error&) {
            fail(number, "a quoted value is not closed or has an unknown escape");
        }
    }

    std::string single_quoted(std::string_view text, std::size_t number) const {
        if (text.size() < 2 || text.back() != '\'') fail(number, "a quoted value is not closed");
        std::string value;
        for (std::size_t i = 1; i + 1 < text.size(); ++i) {
            if (text[i] == '\'' && text[i + 1] == '\'' && i + 2 < text.size()) ++i;
            value += text[i];
        }
        return value;
    }

    std::string m_place;
    std::vector<Entry> m_entries;
    std::size_t m_at = 0;
    SssomMetadata m_metadata;
};

}  // namespace

std::string SssomMetadata::first(std::string_view slot) const {
    const auto found = slots.find(std::string(slot));
    return found == slots.end() || found->second.empty() ? std::string() : found->second.front();
}

SssomMetadata read_sssom_metadata(const std::vector<SssomMetadataLine>& lines, std::string_view place) {
    return Reader(lines, place).read();
}

}  // namespace kwalign::model
