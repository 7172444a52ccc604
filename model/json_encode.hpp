#pragma once

/// Private to the model's rooms: how its values are written, for the codec and the formats built on it.

#include "model/json_codec.hpp"
#include "model/json_writer.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace kwalign::model {

/// A member that is an array, each element written by `write`.
template <typename Value, typename Write>
void write_list(JsonWriter& json, std::string_view key, const std::vector<Value>& values, Write write) {
    json.key(key);
    json.begin_array();
    for (const Value& value : values) write(json, value);
    json.end_array();
}

void write_span(JsonWriter& json, const SourceSpan& span);
void write_spans(JsonWriter& json, const std::vector<SourceSpan>& spans);
/// Two members: "level" for people and scripts, "level_detail" for an exact round trip.
void write_level(JsonWriter& json, const std::optional<Level>& level);
void write_repair(JsonWriter& json, const Repair& repair);
void write_statement(JsonWriter& json, const Statement& statement);
void write_unit(JsonWriter& json, const Unit& unit);
void write_standard(JsonWriter& json, const Standard& standard, Persons persons);
void write_endpoint(JsonWriter& json, const Endpoint& endpoint);
void write_link(JsonWriter& json, const Link& link);

}  // namespace kwalign::model
