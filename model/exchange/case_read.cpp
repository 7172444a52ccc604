#include "model/exchange/case_read.hpp"

#include "model/error.hpp"
#include "model/exchange/case_vocabulary.hpp"
#include "model/exchange/import_text.hpp"
#include "model/json_decode.hpp"
#include "model/limits.hpp"

#include <array>

namespace kwalign::model {

namespace {

/// The member of kwalign's own extension of an object, an empty text where there is none.
JsonPart extension_of(const JsonPart& object, std::string_view place, std::string_view name) {
    const JsonPart extensions = find_member(object, place, "extensions");
    if (!extensions.text.starts_with('{')) return {};
    const JsonPart own = find_member(extensions, place, case_extension);
    return own.text.starts_with('{') ? find_member(own, place, name) : JsonPart{};
}

bool is_known_type(std::string_view type) noexcept {
    // Those of 1.0 and 1.1; "isTranslationOf" came with 1.1.
    constexpr std::array<std::string_view, 10> known{"isChildOf",   "isPeerOf",   "isPartOf", "exactMatchOf",  "precedes",
                                                     "isRelatedTo", "replacedBy", "exemplar", "hasSkillLevel", "isTranslationOf"};
    for (const std::string_view name : known) {
        if (type == name) return true;
    }
    return type.starts_with("ext:") && type.size() > 4;
}

class Reader {
public:
    Reader(std::string_view place, Findings& findings) : m_place(place), m_findings(findings) {}

    CaseContents read(std::string_view text) {
        JsonPart document;
        JsonPart items;
        JsonPart associations;
        for_each_member({text, 1}, m_place, [&](std::string_view name, const JsonPart& value) {
            if (name == "CFDocument") document = value;
            if (name == "CFItems") items = value;
            if (name == "CFAssociations") associations = value;
            if (name == "CFRubrics" && value.text != "[]" && value.text != "null")
                m_findings.add("rubrics-left-out", Severity::note, "rubrics of the package are not taken over");
        });
        if (document.text.empty()) throw Error(ErrorCode::bad_data, m_place, "this is not a CASE package: there is no CFDocument");
        read_document(document);
        if (!items.text.empty() && items.text != "null")
            for_each_element(items, m_place, [&](std::size_t index, const JsonPart& part) { read_item(index, part); });
        if (!associations.text.empty() && associations.text != "null")
            for_each_element(associations, m_place, [&](std::size_t index, const JsonPart& part) { read_association(index, part); });
        return std::move(m_contents);
    }

private:
    [[nodiscard]] std::string part_place(std::string_view what, const JsonPart& part) const {
        return line_place(m_place, part.line) + " " + std::string(what);
    }

    void read_document(const JsonPart& part) {
        const JsonDocument json(part.text, part_place("CFDocument", part));
        const JsonCursor root = json.root();
        const std::string version = text_of(root, "caseVersion");
        if (!version.empty() && version != "1.0" && version != "1.1")
            throw Error(ErrorCode::unsupported, part_place("CFDocument", part),
                        "CASE version \"" + version + "\" cannot be read; 1.0 and 1.1 can");
        m_contents.identifier = root.at("identifier").string();
        m_contents.title = root.at("title").string();
        m_contents.creator = text_of(root, "creator");
        m_contents.version = text_of(root, "version");
        m_contents.language = text_of(root, "language");
        m_contents.status_start = text_of(root, "statusStartDate");
        m_contents.status_end = text_of(root, "statusEndDate");
        for (const char* key : {"description", "notes", "publisher", "officialSourceURL", "adoptionStatus"}) {
            if (const std::string value = text_of(root, key); !value.empty()) m_contents.further.emplace(key, value);
        }
        m_contents.standard = extension_of(part, m_place, "standard");
        m_contents.is_pair = !extension_of(part, m_place, "pair").text.empty();
    }

    void read_item(std::size_t index, const JsonPart& part) {
        if (index >= Limits{}.max_statements)
            throw Error(ErrorCode::limit_exceeded, part_place("CFItems", part), "there are more than 200000 items");
        const std::string where = part_place("CFItems[" + std::to_string(index) + "]", part);
        const JsonDocument json(part.text, where);
        const JsonCursor root = json.root();
        CaseItem item;
        item.identifier = root.at("identifier").string();
        item.statement = root.at("fullStatement").string();
        item.type = text_of(root, "CFItemType");
        item.code = text_of(root, "humanCodingScheme");
        item.enumeration = text_of(root, "listEnumeration");
        item.language = text_of(root, "language");
        item.education_levels = strings_of(root, "educationLevel");
        item.unit = extension_of(part, m_place, "unit");
        item.own_statement = extension_of(part, m_place, "statement");
        item.line = part.line;
        if (item.identifier == m_contents.identifier || !m_contents.item_of.emplace(item.identifier, index).second)
            throw Error(ErrorCode::bad_data, where, "the identifier " + item.identifier + " occurs twice");
        if (root.find("notes") || root.find("abbreviatedStatement") || root.find("alternativeLabel"))
            m_findings.add("item-fields-left-out", Severity::note,
                           "notes and further labels of item " + item.identifier + " are not taken over");
        m_contents.items.push_back(std::move(item));
    }

    void read_association(std::size_t index, const JsonPart& part) {
        const std::string where = part_place("CFAssociations[" + std::to_string(index) + "]", part);
        const JsonDocument json(part.text, where);
        const JsonCursor root = json.root();
        const JsonCursor type = root.at("associationType");
        if (!is_known_type(type.string())) type.fail("unknown association type \"" + type.string() + "\"");
        CaseAssociation association{type.string(),
                                    root.at("originNodeURI").at("identifier").string(),
                                    root.at("destinationNodeURI").at("identifier").string(),
                                    text_of(root, "lastChangeDateTime"),
                                    text_of(root, "notes"),
                                    extension_of(part, m_place, "link"),
                                    part.line};
        if (association.type != "isChildOf") {
            m_contents.associations.push_back(std::move(association));
            return;
        }
        const auto child = m_contents.item_of.find(association.origin);
        const auto parent = m_contents.item_of.find(association.destination);
        const bool top = association.destination == m_contents.identifier;
        if (child == m_contents.item_of.end() || (parent == m_contents.item_of.end() && !top)) {
            m_findings.add("unknown-child-or-parent", Severity::warning,
                           where + ": an isChildOf names something that is not in the package");
            return;
        }
        std::optional<long long> sequence;
        if (const auto number = root.find("sequenceNumber")) sequence = number->integer(-1'000'000'000, 1'000'000'000);
        m_contents.parents.push_back({child->second, top ? std::nullopt : std::optional(parent->second), sequence});
    }

    std::string m_place;
    Findings& m_findings;
    CaseContents m_contents;
};

}  // namespace

CaseContents read_case(std::string_view text, std::string_view place, Findings& findings) { return Reader(place, findings).read(text); }

}  // namespace kwalign::model
