#include "tools/command_template.hpp"

#include "tools/app/template_json.hpp"
#include "tools/app/template_text.hpp"

#include <ostream>

namespace kwalign::tools {

std::string CommandTemplate::name() const { return "template"; }
std::string CommandTemplate::summary() const { return "explain how templates read a document"; }

void CommandTemplate::setup(Arguments& arguments) {
    m_check = &arguments.subcommand("check", "how each template scored and why, and which rule took which line");
    m_check->positional("FILE", m_request.file, ValueKind::file, "a document");
    m_check->option("--template", m_request.template_id, ValueKind::text, "ID", "read with this template; default: the one that fits best");
    m_check->option("--folder", m_request.folder, ValueKind::file, "DIR", "templates of this folder instead of the shipped ones");
    m_check->option("--password", m_request.password, ValueKind::text, "TEXT", "password of an encrypted PDF file");
    m_check->flag("--left-over", m_request.left_over_only, "of the lines, show only those that no rule took");
    m_list = &arguments.subcommand("list", "list the templates");
    m_list->option("--folder", m_request.folder, ValueKind::file, "DIR", "templates of this folder instead of the shipped ones");
}

ExitCode CommandTemplate::run(Context& context) { return m_list->given() ? list(context) : check_file(context); }

ExitCode CommandTemplate::check_file(Context& context) const {
    const TemplateCheck check = check_template(context.workspace(), m_request);
    context.out << (context.options.json ? to_json(check) : to_text(check));
    return check.complete() ? ExitCode::done : ExitCode::warnings;
}

ExitCode CommandTemplate::list(Context& context) const {
    const std::vector<ingest::TemplateScore> templates = list_templates(context.workspace(), m_request.folder);
    context.out << (context.options.json ? to_json(templates) : to_text(templates));
    return ExitCode::done;
}

}  // namespace kwalign::tools
