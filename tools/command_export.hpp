#pragma once

#include "tools/app/export_standards.hpp"
#include "tools/command.hpp"

#include <string>

namespace kwalign::tools {

/// `kwalign export`: standards and links for registries and programs.
class CommandExport : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    void check() const override;
    ExitCode run(Context& context) override;

private:
    void declare_choices(Arguments& arguments);
    void declare_facts(Arguments& arguments);
    [[nodiscard]] std::string format() const;
    [[nodiscard]] ExportRequest request() const;
    void tell(const Context& context, const ExportRequest& request, const ExportResult& result) const;

    ExportRequest m_request;
    std::string m_links = "accepted";
    std::string m_losses;
    bool m_with_persons = false;
    bool m_without_persons = false;
};

}  // namespace kwalign::tools
