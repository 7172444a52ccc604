#pragma once

/// CASE 1.1 packages (1EdTech, CFPackage in JSON): one per standard, with a CFDocument, CFItems for units and statements and their
/// isChildOf associations in order; one per pair, with an association for each link. What CASE has no field for is kept under
/// "extensions" and named in the loss report. Into a single file goes either one standard or one pair.

#include "model/exchange/case_package.hpp"
#include "model/exchange/endpoint_index.hpp"
#include "model/exchange/exporter.hpp"

#include <memory>

namespace kwalign::model {

class CaseExporter : public Exporter {
public:
    explicit CaseExporter(const ExportContext& context);
    ~CaseExporter() override;

    /// Throws Error(unsupported) when several packages would have to go into a single file.
    void begin() override;
    void standard(const Standard& standard) override;
    void begin_pair(const ExportPair& pair) override;
    void link(const Link& link) override;
    void end_pair() override;

private:
    struct OpenPair;

    ExportContext m_context;
    bool m_standards_apart = false;  ///< a single file that holds the pair
    std::unique_ptr<OpenPair> m_pair;
};

}  // namespace kwalign::model
