#include "model/exchange/loss_report.hpp"

#include "model/json_writer.hpp"

namespace kwalign::model {

std::string_view to_string(LossFate fate) noexcept {
    switch (fate) {
        case LossFate::left_out: return "left-out";
        case LossFate::approximated: return "approximated";
        case LossFate::extension: return "extension";
    }
    return "left-out";
}

void LossReport::add(std::string_view code, LossFate fate, std::string_view what, std::string_view place) {
    auto found = m_losses.find(code);
    if (found == m_losses.end()) found = m_losses.emplace(code, Loss{std::string(code), fate, std::string(what), 0, {}}).first;
    Loss& loss = found->second;
    ++loss.count;
    if (loss.places.size() < m_max_places && (loss.places.empty() || loss.places.back() != place)) loss.places.emplace_back(place);
}

void LossReport::add(const Loss& loss) {
    for (const std::string& place : loss.places) add(loss.code, loss.fate, loss.what, place);
    const auto found = m_losses.find(loss.code);
    if (found != m_losses.end() && loss.count > loss.places.size()) found->second.count += loss.count - loss.places.size();
}

std::vector<Loss> LossReport::list() const {
    std::vector<Loss> losses;
    for (const auto& [code, loss] : m_losses) losses.push_back(loss);
    return losses;
}

std::size_t LossReport::count(std::string_view code) const noexcept {
    const auto found = m_losses.find(code);
    return found == m_losses.end() ? 0 : found->second.count;
}

std::string LossReport::summary() const {
    constexpr std::size_t shown = 3;
    std::string text;
    for (const auto& [code, loss] : m_losses) {
        text += code + ": " + std::to_string(loss.count) + " " + std::string(to_string(loss.fate)) + ": " + loss.what;
        for (std::size_t i = 0; i < loss.places.size() && i < shown; ++i) text += (i == 0 ? " (" : ", ") + loss.places[i];
        if (loss.places.size() > shown) text += ", ...";
        text += loss.places.empty() ? "\n" : ")\n";
    }
    return text;
}

std::string LossReport::to_json(std::string_view format) const {
    JsonWriter json(2);
    json.begin_object();
    json.member("format", format);
    json.key("losses");
    json.begin_array();
    for (const auto& [code, loss] : m_losses) {
        json.begin_object();
        json.member("code", loss.code);
        json.member("fate", to_string(loss.fate));
        json.member("what", loss.what);
        json.key("count"), json.count(loss.count);
        json.member("places", loss.places);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.take() + "\n";
}

}  // namespace kwalign::model
