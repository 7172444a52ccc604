#include "tools/command_export.hpp"

#include "model/error.hpp"
#include "model/exchange/identifiers.hpp"
#include "tools/app/text_layout.hpp"
#include "tools/version.hpp"

#include <ostream>

namespace kwalign::tools {
namespace {

constexpr const char* full_name = "kwalign export";

/// "https://...", "urn:...": what identifiers may start with.
bool looks_like_uri(const std::string& text) {
    const std::size_t colon = text.find(':');
    return colon != std::string::npos && colon > 0 && colon + 1 < text.size() && text.find_first_of(" \t\n<>\"") == std::string::npos;
}

}  // namespace

std::string CommandExport::name() const { return "export"; }
std::string CommandExport::summary() const { return "write standards and links for registries and programs"; }

void CommandExport::setup(Arguments& arguments) {
    arguments.positionals("ID", m_request.names, ValueKind::standard, 1, "standards or frameworks; of several the links between them too");
    arguments.choice("--format", m_request.format, model::export_formats(), "what to write; default: by the suffix of FILE, else json");
    arguments.option("-o,--output", m_request.output, ValueKind::file, "FILE",
                     "where to; default, and with -: standard output. A folder (FOLDER/) takes one file per standard and pair where the "
                     "format asks for it");
    arguments.option("--loss", m_losses, ValueKind::file, "FILE", "write what the format could not carry as JSON");
    arguments.option("--since", m_request.since, ValueKind::file, "VERSION|FILE", "only what changed since that edition, export or store");
    declare_choices(arguments);
    declare_facts(arguments);
}

void CommandExport::declare_choices(Arguments& arguments) {
    arguments.choice("--links", m_links, {"accepted", "confirmed", "all"},
                     "which links; accepted (default): suggested and confirmed; all: rejected too");
    arguments.flag("--no-term-found", m_request.no_term_found, "SSSOM: also rows for what found no partner");
    arguments.flag("--without-persons", m_without_persons, "leave named persons out; default for all formats but json and jsonl");
    arguments.flag("--with-persons", m_with_persons, "keep named persons");
    arguments.option("--stamp", m_request.created, ValueKind::text, "MOMENT", "date or date and time of this publication; default: none");
    arguments.option("--release", m_request.version, ValueKind::text, "TEXT", "version of what is published");
    arguments.option("--base-uri", m_request.base_uri, ValueKind::text, "URI",
                     "what published identifiers start with; default: urn:kwalign:");
    arguments.option("--licence", m_request.licence, ValueKind::text, "URI", "licence of what is published");
}

void CommandExport::declare_facts(Arguments& arguments) {
    arguments.option("--isced-f", m_request.facts.isced_f, ValueKind::text, "CODE", "LOQ: field of education of standards that state none");
    arguments.options("--isco", m_request.facts.isco, ValueKind::text, "CODE", "LOQ: occupation of standards that name none");
    arguments.option("--awarding-body", m_request.facts.awarding_body, ValueKind::text, "NAME", "LOQ: who awards the qualifications");
    arguments.option("--facts", m_request.facts_table, ValueKind::file, "FILE", "LOQ: a table of these facts by standard");
}

std::string CommandExport::format() const {
    if (!m_request.format.empty()) return m_request.format;
    if (m_request.output.empty() || m_request.output == "-") return "json";
    return model::export_format_for(m_request.output);
}

void CommandExport::check() const {
    const auto refuse = [](const std::string& why) { throw UsageError(why, full_name); };
    if (m_with_persons && m_without_persons) refuse("--with-persons and --without-persons exclude each other");
    if (!m_request.created.empty() && model::moment_of(m_request.created).empty())
        refuse("--stamp: \"" + m_request.created + "\" is neither YYYY-MM-DD nor YYYY-MM-DDThh:mm:ssZ");
    for (const auto& [option, value] : {std::pair{"--base-uri", &m_request.base_uri}, std::pair{"--licence", &m_request.licence}}) {
        if (!value->empty() && !looks_like_uri(*value)) refuse(std::string(option) + ": \"" + *value + "\" is no URI");
    }
    if (m_request.format.empty() && format().empty())
        refuse("no format has the suffix of \"" + m_request.output + "\"; say --format " + joined(model::export_formats(), "|"));
}

ExportRequest CommandExport::request() const {
    ExportRequest request = m_request;
    request.format = format();
    request.links = m_links == "confirmed" ? model::LinkChoice::confirmed
                    : m_links == "all"     ? model::LinkChoice::all
                                           : model::LinkChoice::accepted;
    request.generator = "kwalign " + std::string(version);
    request.facts.rule = request.facts.isced_f.empty() ? "" : "given on the command line";
    if (m_with_persons) request.persons = model::Persons::keep;
    if (m_without_persons) request.persons = model::Persons::leave_out;
    return request;
}

void CommandExport::tell(const Context& context, const ExportRequest& request, const ExportResult& result) const {
    for (const std::string& id : result.whole) context.say(id + " has no edition of version " + request.since + "; it is exported whole");
    if (!request.since.empty()) context.say("changed since " + request.since + ": " + counted(result.standards, "standard"));
    for (const std::string& file : result.files) context.say("wrote " + file);
    const std::string summary = result.losses.summary();
    for (const std::string_view line : split(std::string_view(summary).substr(0, summary.empty() ? 0 : summary.size() - 1), '\n')) {
        if (!line.empty()) context.say("loss: " + std::string(line));
    }
}

ExitCode CommandExport::run(Context& context) {
    const ExportRequest wished = request();
    model::CallbackSink standard_output([&context](std::string_view bytes) {
        context.out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!context.out)
            throw model::Error(model::ErrorCode::write_failed, "standard output", "could not be written completely", "is the disk full?");
    });
    const ExportResult result = export_standards(context.store(), wished, standard_output);
    context.out.flush();
    context.narrate("exported " + counted(result.standards, "standard") + " and the links of " + counted(result.pairs, "pair") + " as " +
                    wished.format);
    if (!m_losses.empty()) write_output(context, m_losses, result.losses.to_json(wished.format));
    tell(context, wished, result);
    return ExitCode::done;
}

}  // namespace kwalign::tools
