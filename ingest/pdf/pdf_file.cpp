#include "ingest/pdf/pdf_file.hpp"

#include "model/error.hpp"

#include <poppler-global.h>

#include <algorithm>
#include <limits>
#include <mutex>

namespace kwalign::ingest {

namespace {

using model::Error;
using model::ErrorCode;

constexpr std::size_t max_messages = 5;  // of Poppler per document

std::unique_ptr<poppler::document> load(std::string_view bytes, const std::string& owner, const std::string& user) {
    return std::unique_ptr<poppler::document>(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size()), owner, user));
}

}  // namespace

thread_local PdfMessages* PdfMessages::s_current = nullptr;

PdfMessages::PdfMessages() {
    static std::once_flag installed;
    std::call_once(installed, [] { poppler::set_debug_error_function(&PdfMessages::hear, nullptr); });
    m_outer = s_current;
    s_current = this;
}

PdfMessages::~PdfMessages() { s_current = m_outer; }

std::string PdfMessages::first() const { return m_list.empty() ? std::string("Poppler cannot open it") : m_list.front(); }

void PdfMessages::hear(const std::string& message, void*) {
    if (s_current == nullptr) return;
    auto& list = s_current->m_list;
    std::string text = message.substr(0, message.find_last_not_of(" \n\r") + 1);
    if (text.starts_with("poppler/")) text.erase(0, 8);
    if (list.size() < max_messages && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

std::unique_ptr<poppler::document> open_pdf(std::string_view bytes, const std::string& place, const std::string& password,
                                            const PdfMessages& messages) {
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        throw Error(ErrorCode::limit_exceeded, place, "the PDF is larger than two gigabytes");
    std::unique_ptr<poppler::document> document = load(bytes, {}, password);
    if (document != nullptr && document->is_locked() && !password.empty()) document = load(bytes, password, {});
    if (document == nullptr)
        throw Error(ErrorCode::damaged, place, "the PDF is damaged or cut off: " + messages.first(),
                    "fetch the file again, or repair it with qpdf");
    if (document->is_locked()) {
        throw Error(ErrorCode::needs_password, place,
                    password.empty() ? "the PDF is encrypted" : "the PDF is encrypted and the password does not fit", "give its password");
    }
    return document;
}

}  // namespace kwalign::ingest
