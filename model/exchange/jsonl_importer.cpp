#include "model/exchange/jsonl_importer.hpp"

#include "model/error.hpp"
#include "model/exchange/import_text.hpp"
#include "model/exchange/json_parts.hpp"
#include "model/exchange/jsonl_exporter.hpp"
#include "model/json_codec.hpp"
#include "model/json_decode.hpp"
#include "model/limits.hpp"

#include <algorithm>
#include <set>

namespace kwalign::model {

namespace {

class Reader {
public:
    explicit Reader(std::string_view place) : m_place(place) {}

    ImportResult read(std::string_view text) {
        std::size_t number = 0;
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = std::min(text.find('\n', start), text.size());
            std::string_view line = text.substr(start, end - start);
            start = end + 1;
            ++number;
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (!line.empty()) read_line(line, number);
        }
        if (!m_ended)
            throw Error(ErrorCode::bad_data, line_place(m_place, number),
                        "the file is cut short: its last line, of type \"end\", is missing");
        return std::move(m_result);
    }

private:
    void read_line(std::string_view line, std::size_t number) {
        const std::string where = line_place(m_place, number);
        const JsonDocument json(line, where);
        const JsonCursor root = json.root();
        const std::string type = root.at("type").string();
        if (m_ended) root.fail("nothing may follow the line of type \"end\"");
        if (!m_started && type != "kwalign") root.fail("the first line must be of type \"kwalign\"");
        if (type == "kwalign")
            read_start(root);
        else if (type == "standard")
            read_standard(root, find_member({line, number}, m_place, "value").text, where);
        else if (type == "unit")
            add_unit(root);
        else if (type == "link")
            m_result.links.push_back(link_from_json(find_member({line, number}, m_place, "value").text, where));
        else if (type == "end")
            read_end(root);
        else if (type != "pair")
            root.at("type").fail("unknown type \"" + type + "\"");
    }

    void read_start(const JsonCursor& root) {
        if (m_started) root.fail("a second line of type \"kwalign\"");
        m_started = true;
        const auto version = root.at("version").integer(0, 1'000'000);
        if (version != jsonl_version)
            throw Error(ErrorCode::unsupported, m_place,
                        "version " + std::to_string(version) + " of the lines cannot be read; version 1 can");
    }

    void read_standard(const JsonCursor& root, std::string_view value, const std::string& where) {
        Standard standard = standard_from_json(value, where);
        if (!m_ids.insert(standard.id).second) root.fail("the standard " + standard.id + " occurs twice");
        m_result.standards.push_back(std::move(standard));
        m_unit_codes.clear();
        for (const Unit& unit : m_result.standards.back().units) m_unit_codes.insert(unit.code);
    }

    void add_unit(const JsonCursor& root) {
        if (m_result.standards.empty() || m_result.standards.back().id != root.at("standard").string())
            root.at("standard").fail("a unit must follow the standard that it is of");
        Standard& standard = m_result.standards.back();
        Unit unit = read_unit(root.at("value"));
        if (!m_unit_codes.insert(unit.code).second) root.at("value").fail("the unit " + unit.code + " occurs twice");
        if (standard.units.size() >= Limits{}.max_units)
            throw Error(ErrorCode::limit_exceeded, m_place, "there are more than 20000 units in a standard");
        standard.units.push_back(std::move(unit));
        ++m_units;
    }

    void read_end(const JsonCursor& root) {
        m_ended = true;
        const auto check = [&](const char* name, std::size_t count) {
            if (count_of(root, name) != count)
                root.at(name).fail("the file is damaged: it has " + std::to_string(count) + " " + name + ", not as many as it says");
        };
        check("standards", m_result.standards.size());
        check("units", m_units);
        check("links", m_result.links.size());
    }

    std::string m_place;
    ImportResult m_result;
    std::set<std::string> m_ids;
    std::set<std::string> m_unit_codes;
    std::size_t m_units = 0;
    bool m_started = false;
    bool m_ended = false;
};

}  // namespace

ImportResult import_jsonl(std::string_view text, std::string_view place, const ImportOptions&) { return Reader(place).read(text); }

}  // namespace kwalign::model
