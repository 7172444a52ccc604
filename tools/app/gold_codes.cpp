#include "tools/app/gold_codes.hpp"

namespace kwalign::tools {
namespace {

std::string comparable(std::string_view code) {
    std::string key;
    for (const char c : code) {
        if (c == ' ' || c == '\t') continue;
        key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return key;
}

}  // namespace

GoldCodes::GoldCodes(const model::Standard& standard) {
    const auto add = [](Index& index, const std::string& code, const std::string& text) {
        index.codes.emplace(comparable(code), code);
        index.texts.emplace(code, text);
    };
    for (const model::Unit& unit : standard.units) {
        add(m_units, unit.code, unit.title);
        for (const model::Statement& statement : unit.statements) add(m_statements, statement.code, statement.text);
    }
}

std::optional<std::string> GoldCodes::find(std::string_view code, Granularity granularity) const {
    const Index& all = index(granularity);
    if (all.texts.contains(std::string(code))) return std::string(code);
    const auto found = all.codes.find(comparable(code));
    if (found == all.codes.end()) return std::nullopt;
    return found->second;
}

std::string GoldCodes::text(const std::string& code, Granularity granularity) const {
    const auto found = index(granularity).texts.find(code);
    return found == index(granularity).texts.end() ? std::string{} : found->second;
}

const std::string& code_at(const model::Endpoint& endpoint, Granularity granularity) {
    return granularity == Granularity::unit ? endpoint.unit : endpoint.code();
}

}  // namespace kwalign::tools
