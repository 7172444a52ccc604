#include "model/interchange/base64.hpp"
#include "model/interchange/html/page.hpp"
#include "model/interchange/numbers.hpp"
#include "model/interchange/palette.hpp"
#include "model/interchange/summary.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

namespace kwalign::model {

namespace {

// A Sankey diagram of two columns, in units of its own drawing; 1000 wide whatever it is scaled to.
constexpr double width = 1000.0;
constexpr double left_bar = 340.0;
constexpr double right_bar = 644.0;
constexpr double bar_width = 16.0;
constexpr double top = 44.0;
constexpr double gap = 7.0;
constexpr double least_height = 19.0;  ///< one line of text
constexpr double least_band = 12.0;    ///< its sign can be read
constexpr double wished_height = 560.0;
constexpr double letter_width = 8.4;  ///< of bold text at 12, more or less
constexpr std::size_t head_length = 47;
constexpr std::size_t longest_code = 14;
constexpr std::size_t most_units = 80;  ///< on one side; more than that nobody can follow

struct Bar {
    const Unit* unit = nullptr;
    double weight = 1.0;         ///< statements
    std::vector<double> shares;  ///< of its links, how much of it each covers
    double y = 0.0;
    double height = 0.0;
    double used = 0.0;  ///< from the top: where the next band starts

    [[nodiscard]] bool alone() const noexcept { return shares.empty(); }
    /// How wide a band of this share is here: its share of the height, where links overlap less, but always wide enough for its sign.
    [[nodiscard]] double band(double share) const {
        const double sum = std::max(1.0, std::accumulate(shares.begin(), shares.end(), 0.0));
        const auto beyond = [&](double one) { return std::max(0.0, one / sum * height - least_band); };
        double all_beyond = 0.0;
        for (const double one : shares) all_beyond += beyond(one);
        const double room = std::max(0.0, height - static_cast<double>(shares.size()) * least_band);
        return least_band + beyond(share) * (all_beyond > room ? room / all_beyond : 1.0);
    }
};

struct Band {
    const Link* link = nullptr;
    Bar* left = nullptr;
    Bar* right = nullptr;
};

std::string shortened(std::string_view text, std::size_t most) {
    if (count_code_points(text) <= most) return std::string(text);
    std::size_t end = 0;
    for (std::size_t points = 0; end < text.size(); ++end) {
        const bool starts = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
        if (starts && ++points == most) break;
    }
    std::string cut(text.substr(0, end));
    if (const std::size_t space = cut.rfind(' '); space != std::string::npos && space > cut.size() / 2) cut.resize(space);
    return cut + "\u2026";
}

class FlowPicture {
public:
    FlowPicture(const PairView& pair, bool linked_only) : m_pair(pair) {
        for (const Link* link : pair.unit_links) {
            if (holds(*link)) m_links.push_back(link);
        }
        m_left = bars_of(*pair.source, true, linked_only);
        m_right = bars_of(*pair.target, false, linked_only);
        for (const std::vector<Bar>* side : {&m_left, &m_right}) {
            for (const Bar& bar : *side) m_code_length = std::max(m_code_length, std::min(longest_code, count_code_points(bar.unit->code)));
        }
    }

    [[nodiscard]] std::size_t most() const noexcept { return std::max(m_left.size(), m_right.size()); }
    [[nodiscard]] bool empty() const noexcept { return m_left.empty() || m_right.empty(); }
    [[nodiscard]] std::size_t lefts() const noexcept { return m_left.size(); }
    [[nodiscard]] std::size_t rights() const noexcept { return m_right.size(); }

    /// The drawing. `title_id` names the element that says what it is, where the page has one; else the drawing stands alone.
    [[nodiscard]] std::string draw(const Messages& text, std::string_view title, std::string_view title_id) {
        const double scale =
            std::clamp((wished_height - gap * static_cast<double>(most())) / std::max(weight(m_left), weight(m_right)), 2.0, 9.0);
        const double height = top + std::max(place(m_left, scale), place(m_right, scale)) + 4.0;
        Markup out;
        out.raw("<svg class=\"flow\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
        out.attribute("viewBox", "0 0 " + fixed(width, 0) + " " + fixed(height, 0));
        out.attribute("width", fixed(width, 0)).attribute("height", fixed(height, 0));
        if (!title_id.empty()) out.attribute("aria-labelledby", title_id);
        out.raw(" font-family=\"DejaVu Sans, Liberation Sans, sans-serif\" font-size=\"12\" fill=\"#1a2330\">");
        out.raw("<title");
        if (!title_id.empty()) out.attribute("id", title_id);
        out.raw(">").text(title).raw("</title>");
        write_heads(out);
        for (const Band& band : bands()) write_band(out, text, band);
        for (const Bar& bar : m_left) write_bar_and_label(out, text, bar, true);
        for (const Bar& bar : m_right) write_bar_and_label(out, text, bar, false);
        out.raw("</svg>");
        return out.take();
    }

private:
    std::vector<Bar> bars_of(const CodeIndex& index, bool source, bool linked_only) {
        std::map<std::string_view, std::vector<double>> linked;
        for (const Link* link : m_links) {
            linked[source ? link->source.unit : link->target.unit].push_back(
                clamp_share(source ? link->coverage_source : link->coverage_target));
        }
        std::vector<Bar> bars;
        for (const Unit& unit : index.standard().units) {
            const auto found = linked.find(unit.code);
            const bool wanted = found != linked.end() || (!linked_only && unit.role == UnitRole::competence);
            if (!wanted || index.unit(unit.code) != &unit) continue;
            Bar bar;
            bar.unit = &unit;
            bar.weight = std::max(1.0, static_cast<double>(unit.statements.size()));
            if (found != linked.end()) bar.shares = found->second;
            bars.push_back(std::move(bar));
        }
        return bars;
    }

    static double weight(const std::vector<Bar>& bars) {
        double sum = 1.0;
        for (const Bar& bar : bars) sum += bar.weight;
        return sum;
    }

    /// Gives every bar its height and place; returns how far down they reach.
    static double place(std::vector<Bar>& bars, double scale) {
        double y = top;
        for (Bar& bar : bars) {
            bar.y = y;
            bar.height = std::max({least_height, bar.weight * scale, static_cast<double>(bar.shares.size()) * least_band});
            y += bar.height + gap;
        }
        return y - top;
    }

    [[nodiscard]] std::vector<Band> bands() {
        std::map<std::string_view, Bar*> lefts;
        std::map<std::string_view, Bar*> rights;
        for (Bar& bar : m_left) lefts.emplace(bar.unit->code, &bar);
        for (Bar& bar : m_right) rights.emplace(bar.unit->code, &bar);
        std::vector<Band> bands;
        for (const Link* link : m_links) {
            const auto left = lefts.find(link->source.unit);
            const auto right = rights.find(link->target.unit);
            if (left != lefts.end() && right != rights.end()) bands.push_back({link, left->second, right->second});
        }
        // Bars of a side stand in one vector: this is their order on paper, and bands that leave a bar in it do not cross.
        std::stable_sort(bands.begin(), bands.end(),
                         [](const Band& a, const Band& b) { return std::tie(a.left, a.right) < std::tie(b.left, b.right); });
        return bands;
    }

    void write_heads(Markup& out) const {
        const auto head = [&](double x, Literal anchor, const std::string& letter, const Standard& standard) {
            out.raw("<text y=\"24\" font-size=\"14\" font-weight=\"bold\" text-anchor=\"")
                .raw(anchor)
                .raw("\"")
                .attribute("x", fixed(x, 0));
            out.raw(">").text(letter + "  " + shortened(standard.title, head_length)).raw("</text>");
        };
        head(left_bar + bar_width, "end", m_pair.source_letter, m_pair.source->standard());
        head(right_bar, "start", m_pair.target_letter, m_pair.target->standard());
    }

    /// Where the next band of a bar starts, and how wide it is.
    static double attach(Bar& bar, double share, double& thickness) {
        thickness = bar.band(share);
        const double y = bar.y + bar.used;
        bar.used += thickness;
        return y;
    }

    void write_band(Markup& out, const Messages& text, const Band& band) const {
        double from_width = 0.0;
        double to_width = 0.0;
        const double from = attach(*band.left, clamp_share(band.link->coverage_source), from_width);
        const double to = attach(*band.right, clamp_share(band.link->coverage_target), to_width);
        const double x0 = left_bar + bar_width;
        const double x1 = right_bar;
        const std::string middle = fixed((x0 + x1) / 2.0, 1);
        const auto point = [](double x, double y) { return fixed(x, 1) + " " + fixed(y, 1); };
        const std::string outline = "M" + point(x0, from) + "C" + middle + " " + fixed(from, 1) + " " + middle + " " + fixed(to, 1) + " " +
                                    point(x1, to) + "V" + fixed(to + to_width, 1) + "C" + middle + " " + fixed(to + to_width, 1) + " " +
                                    middle + " " + fixed(from + from_width, 1) + " " + point(x0, from + from_width) + "Z";
        const RelationLook look = look_of(band.link->relation);
        out.raw("<path fill-opacity=\"0.55\" stroke-width=\"0.8\"")
            .attribute("fill", css_color(look.band))
            .attribute("stroke", css_color(look.ink));
        out.attribute("d", outline).raw("><title>");
        out.text(band.link->source.unit + " " + std::string(text.word(band.link->relation)) + " " + band.link->target.unit + ": " +
                 percent(band.link->coverage_source) + " / " + percent(band.link->coverage_target));
        out.raw("</title></path>");
        const auto sign = [&](double x, double y) {
            out.raw("<circle r=\"6\" fill=\"#ffffff\"").attribute("cx", fixed(x, 1)).attribute("cy", fixed(y, 1)).raw("/>");
            out.raw("<text font-size=\"10\" font-weight=\"bold\" text-anchor=\"middle\"").attribute("fill", css_color(look.ink));
            out.attribute("x", fixed(x, 1))
                .attribute("y", fixed(y + 3.5, 1))
                .raw(">")
                .text(relation_symbol(band.link->relation))
                .raw("</text>");
        };
        sign(x0 + 13.0, from + from_width / 2.0);
        sign(x1 - 13.0, to + to_width / 2.0);
    }

    void write_bar_and_label(Markup& out, const Messages& text, const Bar& bar, bool left) const {
        const double x = left ? left_bar : right_bar;
        out.raw("<rect fill=\"#ffffff\" stroke=\"#1f3a5f\"").raw(bar.alone() ? Literal(" stroke-dasharray=\"3 2\"") : Literal(""));
        out.attribute("x", fixed(x, 1)).attribute("y", fixed(bar.y, 1)).attribute("width", fixed(bar_width, 1));
        out.attribute("height", fixed(bar.height, 1)).raw("><title>").text(bar.unit->code + " " + bar.unit->title);
        if (bar.alone()) out.text(": ").text(text(Phrase::flow_alone));
        out.raw("</title></rect>");
        if (bar.used > 0.0) {
            out.raw("<rect fill=\"#1f3a5f\"").attribute("x", fixed(x, 1)).attribute("y", fixed(bar.y, 1));
            out.attribute("width", fixed(bar_width, 1)).attribute("height", fixed(std::min(bar.used, bar.height), 1)).raw("/>");
        }
        // Codes stand in a column of their own beside the bars; the width of letters is a guess on the safe side.
        const Unit& unit = *bar.unit;
        const double code_width = letter_width * static_cast<double>(m_code_length) + 14.0;
        const std::string y = fixed(bar.y + std::min(bar.height, 40.0) / 2.0 + 4.0, 1);
        const auto label = [&](double at, std::string_view words, bool code) {
            out.raw("<text").attribute("x", fixed(at, 1)).attribute("y", y).raw(left ? Literal(" text-anchor=\"end\"") : Literal(""));
            if (code) out.raw(" font-weight=\"bold\"");
            if (!code && !unit.lang.empty() && unit.lang != "und") out.attribute("lang", unit.lang);
            out.raw(">").text(words).raw("</text>");
        };
        const double from = left ? x - 8.0 : x + bar_width + 8.0;
        const double space = (left ? left_bar : width - right_bar - bar_width) - 8.0 - code_width;
        label(from, shortened(unit.code, m_code_length), true);
        label(left ? from - code_width : from + code_width, shortened(unit.title, static_cast<std::size_t>(space / (letter_width - 1.4))),
              false);
    }

    const PairView& m_pair;
    std::vector<const Link*> m_links;
    std::vector<Bar> m_left;
    std::vector<Bar> m_right;
    std::size_t m_code_length = 3;
};

void write_figures(Markup& out, const Page& page, const PairView& pair) {
    const Messages& text = page.text;
    out.raw("<table class=\"figures\">\n<caption>").text(text(Phrase::flow_as_table)).raw("</caption>\n<thead><tr>");
    for (const std::string& name :
         {text(Phrase::item_in, {pair.source_letter}), std::string(text(Phrase::relation)), text(Phrase::item_in, {pair.target_letter}),
          std::string(text(Phrase::coverage)) + " " + text(Phrase::of_source, {pair.source_letter}),
          std::string(text(Phrase::coverage)) + " " + text(Phrase::of_target, {pair.target_letter})}) {
        out.raw("<th scope=\"col\">").text(name).raw("</th>");
    }
    out.raw("</tr></thead>\n<tbody>\n");
    const auto write_unit = [&out](const CodeIndex& index, const std::string& code) {
        out.raw("<span class=\"code\">").text(code).raw("</span> ");
        if (const Unit* unit = index.unit(code); unit != nullptr) out.quoted(unit->title, unit->lang);
    };
    for (const Link* link : pair.unit_links) {
        if (!holds(*link)) continue;
        out.raw("<tr><th scope=\"row\">");
        write_unit(*pair.source, link->source.unit);
        out.raw("</th><td>");
        write_relation(out, text, link->relation);
        out.raw("</td><td>");
        write_unit(*pair.target, link->target.unit);
        out.raw("</td><td class=\"number\">").text(percent(link->coverage_source)).raw("</td><td class=\"number\">");
        out.text(percent(link->coverage_target)).raw("</td></tr>\n");
    }
    out.raw("</tbody>\n</table>\n");
}

std::optional<FlowPicture> picture_of(const PairView& pair, std::pair<std::size_t, std::size_t>& units) {
    for (const bool linked_only : {false, true}) {
        FlowPicture picture(pair, linked_only);
        units = {picture.lefts(), picture.rights()};
        if (picture.empty()) return std::nullopt;
        if (picture.most() <= most_units) return picture;
    }
    return std::nullopt;
}

}  // namespace

void write_flow(Markup& out, const Page& page, const PairView& pair) {
    const Messages& text = page.text;
    open_part(out, pair, "flow", text(Phrase::flow));
    std::pair<std::size_t, std::size_t> units;
    std::optional<FlowPicture> picture = picture_of(pair, units);
    if (!picture) {
        out.raw("<p>")
            .text(text(Phrase::flow_too_large, {std::to_string(units.first), std::to_string(units.second)}))
            .raw("</p>\n</section>\n");
        return;
    }
    out.raw("<p>").text(text(Phrase::flow_means, {pair.source_letter, pair.target_letter})).raw("</p>\n");
    write_legend(out, page, pair);
    const std::string title =
        text(Phrase::flow_picture, {pair.source_letter, pair.target_letter}) + " " + joined(at_a_glance(page.view, pair, text), " ");
    if (page.on_paper()) {
        // As a picture of its own, which carries the text that stands for it into the tagged document (from WeasyPrint 58 on).
        out.raw("<p class=\"drawing\"><img class=\"flow\"").attribute("alt", title);
        out.attribute("src", "data:image/svg+xml;base64," + base64(picture->draw(text, title, ""))).raw("></p>\n");
    } else {
        const std::string id = "pair-" + std::to_string(pair.number) + "-flow-name";
        out.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"").attribute("aria-label", text(Phrase::flow)).raw(">\n");
        out.asset(picture->draw(text, title, id)).raw("\n</div>\n");
    }
    const bool alone = page.view.options().parts == TableParts::flow;
    if (alone || !page.on_paper()) {  // else the rows say the same a few pages on
        if (!alone) out.raw("<details class=\"key\"><summary>").text(text(Phrase::flow_as_table)).raw("</summary>\n");
        write_figures(out, page, pair);
        if (!alone) out.raw("</details>\n");
    }
    out.raw("</section>\n");
    out.flush();
}

}  // namespace kwalign::model
