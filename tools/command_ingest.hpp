#pragma once

#include "tools/app/ingest_files.hpp"
#include "tools/command.hpp"

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
    IngestRequest m_request;
};

}  // namespace kwalign::tools
