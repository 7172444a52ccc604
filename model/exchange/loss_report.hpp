#pragma once

/// What an export could not carry: every field or relation that a format cannot hold, counted and listed.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

/// What became of a value that the format has no field for.
enum class LossFate {
    left_out,      ///< nowhere in the output
    approximated,  ///< said less exactly, by a standard field of the format
    extension      ///< kept exactly, but only in an extension that other programs may ignore
};
/// "left-out", "approximated", "extension".
[[nodiscard]] std::string_view to_string(LossFate fate) noexcept;

/// One kind of loss.
struct Loss {
    std::string code;  ///< stable kebab-case: "level-range"
    LossFate fate = LossFate::left_out;
    std::string what;                 ///< one line for people, in English
    std::size_t count = 0;            ///< how often
    std::vector<std::string> places;  ///< ids of standards, units and statements, or "source -> target" of links; bounded

    friend bool operator==(const Loss&, const Loss&) = default;
};

/// Collects losses; memory is bounded, because of each kind only the first places are kept while the count goes on.
class LossReport {
public:
    explicit LossReport(std::size_t max_places = 1000) : m_max_places(max_places) {}

    /// Counts one loss. `what` of the first call with a code stays; a code has one fate.
    void add(std::string_view code, LossFate fate, std::string_view what, std::string_view place);
    void add(const Loss& loss);

    /// Sorted by code.
    [[nodiscard]] std::vector<Loss> list() const;
    /// How often `code` was added.
    [[nodiscard]] std::size_t count(std::string_view code) const noexcept;
    [[nodiscard]] bool empty() const noexcept { return m_losses.empty(); }

    /// One line per kind for people: "level-range: 2 approximated: the level ... (ee-estqf:1, ...)".
    [[nodiscard]] std::string summary() const;
    /// {"format":"case","losses":[{"code","fate","what","count","places"}]}, indented by two.
    [[nodiscard]] std::string to_json(std::string_view format) const;

private:
    std::size_t m_max_places;
    std::map<std::string, Loss, std::less<>> m_losses;
};

}  // namespace kwalign::model
