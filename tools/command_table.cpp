#include "tools/command_table.hpp"

#include "model/exchange/byte_sink.hpp"
#include "model/interchange/table_writer.hpp"
#include "tools/app/text_layout.hpp"
#include "tools/version.hpp"

#include <unistd.h>
#include <chrono>

#include <ostream>

namespace kwalign::tools {

std::string CommandTable::name() const { return "table"; }
std::string CommandTable::summary() const { return "write the equivalence table of standards in the store"; }

void CommandTable::setup(Arguments& arguments) {
    arguments.positionals("ID", m_request.names, ValueKind::standard, 1,
                          "standards (ids or unambiguous prefixes) or frameworks (all their standards); every pair is compared");
    arguments.choice("--format", m_format, model::table_formats(), "what to write; default: by the suffix of -o, else md");
    arguments.option("-o,--output", m_output, ValueKind::file, "FILE", "where to; default, and with -: standard output");
    arguments.choice("--view", m_view, model::table_parts_names(),
                     "of html and pdf: the rows, units by units, the picture of the coverage, or all; default: all");
    arguments.choice("--sort", m_sort, model::table_sort_names(), "order of the rows; default: document, as they stand there");
    arguments.choice("--interface", m_interface, {"en", "nl", "et"}, "language of everything but the quoted texts; default: en");
    arguments.choice("--level", m_level, {"unit", "statement"}, "rows for units or for statements; default: unit");
    arguments.count("--top", m_request.top, 1, 100'000, "instead of the selected links, the N best candidates of every source");
    arguments.flag("--dictionaries", m_dictionaries, "also ask spelling dictionaries for the stems of words that nothing else explains");
    arguments.option("--embeddings", m_request.embeddings.url, ValueKind::text, "URL",
                     "hear sentence vectors of this server (OpenAI-compatible, such as http://localhost:8080) as one more witness");
    arguments.option("--embeddings-model", m_request.embeddings.model, ValueKind::text, "NAME", "the model to ask that server for");
    arguments.share("--min-confidence", m_request.min_confidence, "no rows below this confidence, 0 to 1");
    arguments.flag("--all", m_all, "also rows for what found no partner (relation none)");
    arguments.flag("--without-persons", m_without_persons, "leave named persons out");
    arguments.option("--date", m_request.created, ValueKind::text, "YYYY-MM-DD",
                     "date to print in the table; default: none, so that output is reproducible");
}

void CommandTable::check() const {
    check_embeddings(m_request.embeddings.url, m_request.embeddings.model, "kwalign table");
    const std::string& date = m_request.created;
    const auto digits = [&date](std::size_t first, std::size_t last) { return date.find_first_not_of("0123456789", first) >= last; };
    const bool form = date.size() == 10 && date[4] == '-' && date[7] == '-' && digits(0, 4) && digits(5, 7) && digits(8, 10);
    const auto number = [&date](std::size_t first, std::size_t count) { return std::stoi(date.substr(first, count)); };
    const auto exists = [&number] {
        return std::chrono::year_month_day(std::chrono::year(number(0, 4)), std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                           std::chrono::day(static_cast<unsigned>(number(8, 2))))
            .ok();
    };
    if (!date.empty() && !(form && exists())) {
        throw UsageError("--date: \"" + date + "\" is no date in the form YYYY-MM-DD", "kwalign table");
    }
    if (m_format.empty() && !m_output.empty() && m_output != "-" && model::table_format_for(m_output).empty()) {
        throw UsageError("no format has the suffix of \"" + m_output + "\"; say --format " + joined(model::table_formats(), "|"),
                         "kwalign table");
    }
}

void CommandTable::check_view(const std::string& format) const {
    if (m_view == "all" || format == "html" || format == "pdf") return;
    throw UsageError("--view " + m_view + " is for html and pdf, not for " + format, "kwalign table");
}

std::string CommandTable::format(const Context& context) const {
    if (!m_format.empty()) return m_format;
    if (!m_output.empty() && m_output != "-") return model::table_format_for(m_output);
    return context.options.json ? "json" : "md";
}

model::TableOptions CommandTable::table_options() const {
    model::TableOptions options;
    options.level = m_level == "statement" ? model::TableLevel::statement : model::TableLevel::unit;
    options.min_confidence = m_request.min_confidence.value_or(0.0);
    options.all = m_all;
    options.persons = m_without_persons ? model::Persons::leave_out : model::Persons::keep;
    options.parts = model::parse_table_parts(m_view).value_or(model::TableParts::all);
    options.sort = model::parse_table_sort(m_sort).value_or(model::TableSort::document);
    options.interface_lang = m_interface;
    options.evidence_lang = m_request.language;
    return options;
}

/// Piece by piece: a large table is never in memory as text.
void CommandTable::write_table(const Context& context, const model::EquivalenceTable& table, const model::TableWriter& writer,
                               bool to_stdout) const {
    if (to_stdout) {
        writer.write(table, table_options(), [&context](std::string_view bytes) { write_output(context, "-", bytes); });
        return;
    }
    model::FileSink sink(m_output);
    writer.write(table, table_options(), [&sink](std::string_view bytes) { sink.write(bytes); });
    sink.commit();
}

ExitCode CommandTable::run(Context& context) {
    const std::string chosen = format(context);
    const bool to_stdout = m_output.empty() || m_output == "-";
    check_view(chosen);
    if ((chosen == "xlsx" || chosen == "pdf") && to_stdout && isatty(STDOUT_FILENO) == 1) {
        throw UsageError(chosen + " cannot be shown on a terminal; say -o FILE", "kwalign table");
    }
    m_request.language = m_interface;
    m_request.statements = m_level == "statement";
    bool warned = false;
    m_request.embeddings.key = embeddings_key();
    m_request.warn = [&](const std::string& warning) {
        context.warn(warning);
        warned = true;
    };
    Workspace workspace = context.workspace();
    workspace.dictionaries = m_dictionaries;
    model::EquivalenceTable table = build_table(workspace, m_request);
    if (table.generator.empty()) table.generator = "kwalign " + std::string(version);
    context.narrate("aligned " + counted(table.pairs.size(), "pair"));

    write_table(context, table, *model::make_table_writer(chosen), to_stdout);
    if (!to_stdout) context.say("wrote " + m_output);
    return warned ? ExitCode::warnings : ExitCode::done;
}

}  // namespace kwalign::tools
