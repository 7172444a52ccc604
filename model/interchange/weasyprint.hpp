#pragma once

/// HTML to PDF by WeasyPrint: the only place that knows of it. It is a program of its own and need not be installed.

#include "model/interchange/child_process.hpp"

#include <string>
#include <string_view>

namespace kwalign::model {

struct WeasyPrint {
    std::string python = "/usr/bin/python3";  ///< the interpreter that Debian's package weasyprint is for
    ChildLimits limits{std::chrono::seconds(900), std::size_t{3} << 30, std::size_t{256} << 20};

    /// A tagged PDF (PDF/UA-1 as far as WeasyPrint gets) of one page of HTML that needs nothing from anywhere: whatever it names but
    /// pictures inside itself is refused, and the process has no network. The same HTML gives the same bytes.
    /// Throws Error(unsupported) where WeasyPrint is not installed, with what to install; Error(limit_exceeded) where a limit was
    /// passed; Error(internal) with its last words where it failed.
    [[nodiscard]] std::string pdf_of(std::string_view html) const;
};

}  // namespace kwalign::model
