#pragma once

#include "ingest/office/office_package.hpp"
#include "ingest/office/zip_archive.hpp"
#include "model/limits.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// The parts of a DOCX or XLSX file (Office Open XML, ECMA-376-2) and how they refer to each other.
class OpenXmlPackage {
public:
    /// Unpacks the parts that hold text. Throws what unpack_zip() throws, Error(damaged) where the main part is missing.
    OpenXmlPackage(std::string_view bytes, std::string_view place, const model::Limits& limits);

    /// Path of the main part, e.g. "word/document.xml".
    [[nodiscard]] const std::string& main_part() const noexcept { return m_main; }
    /// Bytes of a part; null where there is none.
    [[nodiscard]] const std::string* find(const std::string& path) const;
    /// Relationships of the main part.
    [[nodiscard]] const std::map<std::string, OfficeRelation>& relations() const noexcept { return m_relations; }
    /// Paths of the parts that the main part refers to as `type` ("styles", "header"), sorted.
    [[nodiscard]] std::vector<std::string> parts(std::string_view type) const;
    [[nodiscard]] bool has_pictures() const;
    /// How errors name a part: "file.docx:word/document.xml".
    [[nodiscard]] std::string place_of(std::string_view path) const { return m_place + ":" + std::string(path); }

private:
    std::string m_place;
    ZipContents m_contents;
    std::string m_main;
    std::map<std::string, OfficeRelation> m_relations;
};

}  // namespace kwalign::ingest
