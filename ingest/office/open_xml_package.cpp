#include "ingest/office/open_xml_package.hpp"

#include "model/error.hpp"

#include <algorithm>

namespace kwalign::ingest {

namespace {

bool holds_text(std::string_view name) {
    if (!name.ends_with(".xml") && !name.ends_with(".rels")) return false;
    for (const std::string_view folder : {"/theme/", "/charts/", "/embeddings/", "/media/", "/revisions/", "/pivotCache/", "/drawings/"}) {
        if (name.find(folder) != std::string_view::npos) return false;
    }
    return !name.starts_with("customXml/") && !name.starts_with("docProps/");
}

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

}  // namespace

OpenXmlPackage::OpenXmlPackage(std::string_view bytes, std::string_view place, const model::Limits& limits)
    : m_place(place), m_contents(unpack_zip(bytes, place, holds_text, limits)) {
    if (const std::string* top = find("_rels/.rels")) {
        for (const auto& [id, relation] : read_relations(*top, {}, place_of("_rels/.rels"))) {
            if (relation.type == "officeDocument") m_main = relation.target;
        }
    }
    if (m_main.empty() || find(m_main) == nullptr)
        throw model::Error(model::ErrorCode::damaged, m_place, "the document's main part is missing",
                           "open it with the program that made it and save it anew");
    const std::string_view folder = folder_of(m_main);
    const std::string relations =
        std::string(folder) + (folder.empty() ? "" : "/") + "_rels/" + m_main.substr(folder.empty() ? 0 : folder.size() + 1) + ".rels";
    if (const std::string* xml = find(relations)) m_relations = read_relations(*xml, folder, place_of(relations));
}

const std::string* OpenXmlPackage::find(const std::string& path) const {
    const auto found = m_contents.entries.find(path);
    return found == m_contents.entries.end() ? nullptr : &found->second;
}

std::vector<std::string> OpenXmlPackage::parts(std::string_view type) const {
    std::vector<std::string> paths;
    for (const auto& [id, relation] : m_relations) {
        if (relation.type == type && find(relation.target) != nullptr) paths.push_back(relation.target);
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

bool OpenXmlPackage::has_pictures() const {
    return std::any_of(m_contents.names.begin(), m_contents.names.end(),
                       [](const std::string& name) { return name.find("/media/") != std::string::npos; });
}

}  // namespace kwalign::ingest
