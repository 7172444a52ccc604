#include "model/interchange/html/page.hpp"
#include "model/interchange/summary.hpp"

namespace kwalign::model {

namespace {

/// The orders that no column head offers as they are: titles sort as the reader's language does, by ranks that the program worked out.
void write_order(Markup& out, const Messages& text) {
    out.raw("<label>").text(text(Phrase::order)).raw(" <select id=\"filter-order\">");
    out.raw("<option value=\"document\" selected>").text(text(Phrase::order_document)).raw("</option>");
    for (const auto& [value, arrow] : {std::pair{"title-left", "\u2190"}, std::pair{"title-right", "\u2192"}}) {
        out.raw("<option").attribute("value", value).raw(">").text(text(Phrase::order_title, {arrow})).raw("</option>");
    }
    out.raw("<option value=\"confidence\">").text(text(Phrase::confidence)).raw("</option></select></label>\n");
}

}  // namespace

/// Hidden until the script shows it: without a script nothing here would do anything.
void write_filter(Markup& out, const Page& page) {
    const Messages& text = page.text;
    out.raw("<form id=\"filter\" class=\"filter\" role=\"search\" hidden").attribute("aria-label", text(Phrase::filter));
    out.attribute("data-count", text(Phrase::rows_shown)).attribute("data-sort-by", text(Phrase::sort_by));
    out.attribute("data-decimal", text.number(".")).raw(">\n");
    out.raw("<label>")
        .text(text(Phrase::filter_text))
        .raw(" <input type=\"search\" id=\"filter-text\" autocomplete=\"off\" spellcheck=\"false\"></label>\n");
    out.raw("<fieldset><legend>").text(text(Phrase::filter_relation)).raw("</legend>\n");
    for (const Relation relation : all_relations) {
        if (relation == Relation::none && !page.view.options().all) continue;
        out.raw("<label class=\"pick\"><input type=\"checkbox\" name=\"relation\" checked")
            .attribute("value", to_string(relation))
            .raw("> ");
        write_relation(out, text, relation);
        out.raw("</label>\n");
    }
    out.raw("</fieldset>\n<label>").text(text(Phrase::minimum_confidence));
    out.raw(
           " <input type=\"range\" id=\"filter-confidence\" min=\"0\" max=\"1\" step=\"0.05\" value=\"0\"> <output "
           "for=\"filter-confidence\" "
           "id=\"filter-value\">")
        .text(text.number("0.00"))
        .raw("</output></label>\n");
    write_order(out, text);
    out.raw("<span class=\"buttons\"><button type=\"reset\">")
        .text(text(Phrase::reset_filter))
        .raw("</button> <button type=\"button\" id=\"open-all\">");
    out.text(text(Phrase::show_all_details))
        .raw("</button> <button type=\"button\" id=\"close-all\">")
        .text(text(Phrase::hide_all_details));
    out.raw("</button></span>\n<p id=\"filter-count\" role=\"status\" aria-live=\"polite\"></p>\n</form>\n");
}

}  // namespace kwalign::model
