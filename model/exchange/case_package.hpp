#pragma once

/// The frame of a CFPackage file, written piece by piece: every item and association on a line of its own, so that two packages can be
/// compared line by line and nothing has to be kept.

#include "model/exchange/byte_sink.hpp"

#include <string_view>

namespace kwalign::model {

/// Calls in this order: the constructor, item for each, association for each, finish. Each `json` is one JSON object.
class CasePackage {
public:
    CasePackage(ByteSink& sink, std::string_view document);
    void item(std::string_view json);
    void association(std::string_view json);
    void finish(std::string_view definitions);

private:
    enum class Part { document, items, associations };
    void element(Part part, std::string_view json);
    void move_to(Part part);

    ByteSink& m_sink;
    Part m_part = Part::document;
    bool m_first = true;
};

}  // namespace kwalign::model
