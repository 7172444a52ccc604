#pragma once

/// Takes a large JSON text apart without building a tree of it: the members of an object or the elements of an array, each as text with
/// the line it starts on, to be parsed one by one. Checks the structure around the parts only; the parts themselves are checked by
/// whoever parses them.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace kwalign::model {

struct JsonPart {
    std::string_view text;
    std::size_t line = 1;  ///< in the whole file
};

/// Calls `visit` for each member in order, its name as written between the quotes. Throws Error(bad_data) with place and line where
/// `object` is no JSON object or cut short, and for a name that occurs twice.
void for_each_member(const JsonPart& object, std::string_view place, const std::function<void(std::string_view, const JsonPart&)>& visit);
/// Calls `visit` for each element in order. Throws likewise.
void for_each_element(const JsonPart& array, std::string_view place, const std::function<void(std::size_t, const JsonPart&)>& visit);
/// The member of an object; an empty text where there is none.
[[nodiscard]] JsonPart find_member(const JsonPart& object, std::string_view place, std::string_view name);

}  // namespace kwalign::model
