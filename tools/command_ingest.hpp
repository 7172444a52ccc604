#pragma once

#include "tools/app/ingest_files.hpp"
#include "tools/command.hpp"

#include <cstddef>
#include <string>

namespace kwalign::tools {

/// `kwalign ingest`: documents into the store.
class CommandIngest : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    void check() const override;
    ExitCode run(Context& context) override;

private:
    [[nodiscard]] bool reads_standard_input() const;
    void complete_request(Context& context);
    [[nodiscard]] ExitCode conclude(Context& context, const IngestReport& report) const;

    IngestRequest m_request;
    std::string m_password_file;
    std::string m_report_file;
    std::size_t m_timeout_seconds = 300;
    std::size_t m_memory_megabytes = 1024;
};

}  // namespace kwalign::tools
