#pragma once

#include "model/interchange/table_writer.hpp"
#include "tools/app/align_standards.hpp"
#include "tools/command.hpp"

#include <string>

namespace kwalign::tools {

/// `kwalign table`: the equivalence table as a file.
class CommandTable : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    void check() const override;
    ExitCode run(Context& context) override;

private:
    [[nodiscard]] std::string format(const Context& context) const;
    /// Throws UsageError where the format is always whole.
    void check_view(const std::string& format) const;
    [[nodiscard]] model::TableOptions table_options() const;
    void write_table(const Context& context, const model::EquivalenceTable& table, const model::TableWriter& writer, bool to_stdout) const;

    AlignRequest m_request;
    std::string m_format;
    std::string m_output;
    std::string m_level = "unit";
    std::string m_view = "all";
    std::string m_sort = "document";
    std::string m_interface = "en";
    bool m_all = false;
    bool m_without_persons = false;
    bool m_dictionaries = false;
};

}  // namespace kwalign::tools
