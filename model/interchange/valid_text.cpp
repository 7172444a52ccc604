#include "model/interchange/valid_text.hpp"

#include "model/text/unicode.hpp"

namespace kwalign::model {

std::string valid_text(std::string text) { return is_valid_utf8(text) ? std::move(text) : decode(text, "UTF-8"); }

}  // namespace kwalign::model
