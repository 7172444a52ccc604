#include "model/error.hpp"

#include <utility>

namespace kwalign::model {

std::string_view to_string(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::not_found: return "not_found";
        case ErrorCode::unreadable: return "unreadable";
        case ErrorCode::empty_input: return "empty_input";
        case ErrorCode::damaged: return "damaged";
        case ErrorCode::needs_password: return "needs_password";
        case ErrorCode::unsupported: return "unsupported";
        case ErrorCode::no_text: return "no_text";
        case ErrorCode::limit_exceeded: return "limit_exceeded";
        case ErrorCode::bad_data: return "bad_data";
        case ErrorCode::bad_template: return "bad_template";
        case ErrorCode::store_locked: return "store_locked";
        case ErrorCode::store_readonly: return "store_readonly";
        case ErrorCode::store_too_new: return "store_too_new";
        case ErrorCode::store_invalid: return "store_invalid";
        case ErrorCode::ambiguous: return "ambiguous";
        case ErrorCode::no_such_standard: return "no_such_standard";
        case ErrorCode::write_failed: return "write_failed";
        case ErrorCode::internal: return "internal";
    }
    return "internal";
}

namespace {

std::string compose(const std::string& place, const std::string& detail, const std::string& remedy) {
    std::string text;
    if (!place.empty()) text += place + ": ";
    text += detail;
    if (!remedy.empty()) text += " (" + remedy + ")";
    return text;
}

}  // namespace

Error::Error(ErrorCode code, std::string place, std::string detail, std::string remedy)
    : std::runtime_error(compose(place, detail, remedy)),
      m_code(code),
      m_place(std::move(place)),
      m_detail(std::move(detail)),
      m_remedy(std::move(remedy)) {}

}  // namespace kwalign::model
