#pragma once

/// Stable identities: a re-import of the same document updates instead of duplicating, and publishing again reuses UUIDs.

#include "model/standard.hpp"

#include <string>
#include <string_view>

namespace kwalign::model {

/// "framework:key", where the key is the first of certificate code, crebo number, register number (without its version
/// suffix: a revised version supersedes, so the version is part of the key only through `version`), or else a slug of the title
/// and level. Example: "ee-estqf:08-23092024-1.1", "nl-mbo:C0088", "eu-essa:essa-technical-software-specialist-eqf-4-5".
[[nodiscard]] std::string standard_id(const Standard& standard);

/// Fills the ids of the standard, its units, statements and qualifications, and the statements' codes where empty
/// (unit code, a dot, the printed number or else the ordinal; a number that occurs twice in a unit takes a, b, ...).
/// Idempotent. Call once after building a Standard.
void assign_identities(Standard& standard);

/// UUID version 5 (RFC 4122, section 4.3: SHA-1 of namespace and name) of `name` in kwalign's own namespace, lower case.
[[nodiscard]] std::string uuid_v5(std::string_view name);

/// SHA-256 (FIPS 180-4) of the bytes in lower-case hexadecimal.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// ASCII kebab-case of a title: lower case, Latin letters without marks, everything else becomes single hyphens.
[[nodiscard]] std::string slug(std::string_view text);

}  // namespace kwalign::model
