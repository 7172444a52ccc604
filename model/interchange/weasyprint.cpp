#include "model/interchange/weasyprint.hpp"

#include "model/error.hpp"

namespace kwalign::model {
namespace {

constexpr int not_installed = 86;  // what the program below says; exit statuses of Python itself are small

/// Given on the command line, so that no file has to be found. Only pictures inside the page are "fetched".
constexpr std::string_view program = R"python(
import sys
try:
    import weasyprint
except ImportError:
    sys.exit(86)

def fetch(url, *rest, **named):
    if not url.startswith('data:image/svg+xml;base64,'):
        raise ValueError('nothing is loaded')
    return weasyprint.default_url_fetcher(url)

page = weasyprint.HTML(string=sys.stdin.buffer.read().decode('utf-8'), url_fetcher=fetch)
sys.stdout.buffer.write(page.write_pdf(variant='pdf/ua-1', optimize_size=('fonts',)))
)python";

std::string last_line(std::string_view text) {
    while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    const std::size_t start = text.rfind('\n');
    return std::string(start == std::string_view::npos ? text : text.substr(start + 1));
}

}  // namespace

std::string WeasyPrint::pdf_of(std::string_view html) const {
    // -s: no packages of the user's own. The fixed seed makes names of fonts, and with them the bytes, the same every time.
    const std::vector<std::string> arguments{python, "-s", "-B", "-W", "ignore", "-c", std::string(program)};
    const std::vector<std::string> environment{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8",   "TZ=UTC",
                                               "HOME=/nonexistent",  "PYTHONHASHSEED=0", "SOURCE_DATE_EPOCH=0"};
    ChildResult result = run_child(arguments, environment, html, limits);
    switch (result.end) {
        case ChildResult::End::timed_out:
            throw Error(ErrorCode::limit_exceeded, "PDF", "not ready after " + std::to_string(limits.time.count()) + " s",
                        "leave rows out (--min-confidence, fewer standards), or write html and print it from a browser");
        case ChildResult::End::too_much_output: throw Error(ErrorCode::limit_exceeded, "PDF", "larger than it may be", "leave rows out");
        case ChildResult::End::killed:
            throw Error(ErrorCode::limit_exceeded, "PDF", "WeasyPrint was stopped by the system", "leave rows out, or free memory");
        case ChildResult::End::exited: break;
    }
    if (result.status == not_installed || result.status == 127) {
        throw Error(ErrorCode::unsupported, "PDF", "WeasyPrint is not installed",
                    "install the Debian package weasyprint, or write html and print it from a browser");
    }
    const bool memory = result.errors.find("MemoryError") != std::string::npos;
    if (memory) throw Error(ErrorCode::limit_exceeded, "PDF", "too little memory for so many rows", "leave rows out");
    if (result.status != 0 || !result.output.starts_with("%PDF-")) {
        throw Error(ErrorCode::internal, "PDF", "WeasyPrint failed: " + last_line(result.errors), "write html and print it from a browser");
    }
    return std::move(result.output);
}

}  // namespace kwalign::model
