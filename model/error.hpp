#pragma once

/// Failed operations. Damaged input that can still be worked with is a Finding instead; plain absence is std::optional.

#include <stdexcept>
#include <string>
#include <string_view>

namespace kwalign::model {

/// Closed list: front ends turn it into exit codes, batch statuses and HTTP statuses.
enum class ErrorCode {
    not_found,         ///< no such file or folder
    unreadable,        ///< permission, or not a regular file, or a read error
    empty_input,       ///< zero bytes, or nothing but white space
    damaged,           ///< the bytes are not what their type promises (truncated, corrupt)
    needs_password,    ///< encrypted, and no or a wrong password given
    unsupported,       ///< a media type or version that cannot be read
    no_text,           ///< readable, but no text layer (a scan)
    limit_exceeded,    ///< an input-driven limit was hit
    bad_data,          ///< a data file of the program or of an import breaks its format
    bad_template,      ///< a template description is wrong
    store_locked,      ///< another process holds the store
    store_readonly,    ///< the store cannot be written
    store_too_new,     ///< written by a newer version
    store_invalid,     ///< not a kwalign store, or damaged
    ambiguous,         ///< a name or prefix fits several things
    no_such_standard,  ///< nothing in the store fits the name
    write_failed,      ///< output could not be written completely
    internal           ///< the program is wrong
};

/// Stable name of a code, e.g. "needs_password"; used in JSON and reports.
[[nodiscard]] std::string_view to_string(ErrorCode code) noexcept;

/// One failed operation: facts first, the sentence for people is composed once, in the constructor:
/// "place: detail (remedy)". `place` is a file, with ":line" or " page n" where known; `remedy` may be empty.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, std::string place, std::string detail, std::string remedy = {});

    [[nodiscard]] ErrorCode code() const noexcept { return m_code; }
    [[nodiscard]] const std::string& place() const noexcept { return m_place; }
    [[nodiscard]] const std::string& detail() const noexcept { return m_detail; }
    [[nodiscard]] const std::string& remedy() const noexcept { return m_remedy; }

private:
    ErrorCode m_code;
    std::string m_place;
    std::string m_detail;
    std::string m_remedy;
};

}  // namespace kwalign::model
