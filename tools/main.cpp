/// The only place that turns exceptions into text and exit codes.

#include "model/error.hpp"
#include "tools/program.hpp"

#include <exception>
#include <iostream>
#include <new>

namespace {

using kwalign::tools::ExitCode;

ExitCode run(const std::vector<std::string>& arguments) {
    try {
        const ExitCode code = kwalign::tools::Program().run(arguments, std::cin, std::cout, std::cerr);
        std::cout.flush();
        if (std::cout) return code;
        std::cerr << "kwalign: standard output: could not be written completely (is the disk full?)\n";
    } catch (const kwalign::tools::TextRequest& request) {
        std::cout << request.text << std::flush;
        return std::cout ? ExitCode::done : ExitCode::failed;
    } catch (const kwalign::tools::UsageError& error) {
        std::cerr << "kwalign: " << error.what() << " (see " << (error.command().empty() ? "kwalign" : error.command()) << " --help)\n";
        return ExitCode::usage;
    } catch (const kwalign::model::Error& error) {
        std::cerr << "kwalign: " << error.what() << '\n';
    } catch (const std::bad_alloc&) {
        std::cerr << "kwalign: out of memory (give fewer or smaller documents at a time, or --jobs 1)\n";
    } catch (const std::exception& error) {
        std::cerr << "kwalign: internal error: " << error.what() << " (please report it with the input)\n";
    }
    return ExitCode::failed;
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    return static_cast<int>(run({argv + (argc > 0 ? 1 : 0), argv + argc}));
}
