#pragma once

/// What the zip and OLE files of office programs are, by their content.

#include "model/limits.hpp"

#include <map>
#include <string>
#include <string_view>

namespace kwalign::ingest {

inline constexpr std::string_view docx_media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
inline constexpr std::string_view xlsx_media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
inline constexpr std::string_view odt_media_type = "application/vnd.oasis.opendocument.text";
inline constexpr std::string_view odt_template_media_type = "application/vnd.oasis.opendocument.text-template";

/// Media type of a zip archive: one of the above, another of OpenDocument or Office Open XML, or "application/zip" for anything else
/// and for archives that cannot be opened. Never throws for what the archive is like.
[[nodiscard]] std::string office_media_type(std::string_view bytes);

/// Relationships of one part of an Office Open XML package: id to target and type.
struct OfficeRelation {
    std::string target;  ///< path in the archive, without leading slash
    std::string type;    ///< last piece of the type's URI: "officeDocument", "styles", "worksheet"
};
/// Of `xml`, the part "FOLDER/_rels/NAME.rels" of the part FOLDER/NAME; targets are resolved against `folder`.
[[nodiscard]] std::map<std::string, OfficeRelation> read_relations(std::string_view xml, std::string_view folder, std::string_view place);

/// Why a document of this type is not read, as an Error(unsupported), needs_password for an encrypted one, or damaged for an archive cut short.
[[noreturn]] void refuse_office(std::string_view bytes, std::string_view media_type, std::string_view place, const model::Limits& limits);

}  // namespace kwalign::ingest
