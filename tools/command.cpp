#include "tools/command.hpp"

#include "model/error.hpp"
#include "model/interchange/table_writer.hpp"
#include "tools/app/data_folder.hpp"
#include "tools/app/lexicon_data.hpp"
#include "tools/app/text_layout.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <ostream>

namespace kwalign::tools {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string{} : std::string(value);
}

}  // namespace

Context::Context(const GlobalOptions& given, const CommandLine& command_line, std::istream& input, std::ostream& output, std::ostream& talk)
    : options(given), line(command_line), in(input), out(output), err(talk), m_start(std::chrono::steady_clock::now()) {}

std::filesystem::path Context::store() const {
    if (!options.store.empty()) return options.store;
    const std::string wished = environment("KWALIGN_STORE");
    return wished.empty() ? "kwalign.db" : wished;
}

Workspace Context::workspace() const {
    Workspace workspace{store(), find_data_folder(environment("KWALIGN_DATA")), static_cast<unsigned>(options.jobs),
                        find_user_folder(environment("XDG_DATA_HOME"), environment("HOME")), built_lexicon_image()};
    narrate("store " + workspace.store.string() + ", data " + workspace.data.string());
    return workspace;
}

void Context::say(std::string_view text) const {
    if (options.quiet) return;
    out.flush();  // on a terminal, what was printed first must stand first
    err << text << '\n';
}

void Context::warn(std::string_view text) const {
    out.flush();
    err << "kwalign: " << text << '\n';
}

void Context::narrate(std::string_view text) const {
    if (!options.verbose) return;
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - m_start;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    err << "[" << fixed(elapsed.count(), 3) << " s, " << usage.ru_maxrss / 1024 << " MB] " << text << '\n';
}

bool Context::shows_progress() const {
    if (options.quiet || options.no_progress) return false;
    return options.progress || isatty(STDERR_FILENO) == 1;
}

std::string embeddings_key() { return environment("KWALIGN_EMBEDDINGS_KEY"); }

void check_embeddings(const std::string& url, const std::string& model, const std::string& command) {
    if (url.empty() && !model.empty()) throw UsageError("--embeddings-model is of use with --embeddings URL only", command);
    if (!url.empty() && !url.starts_with("http://") && !url.starts_with("https://"))
        throw UsageError("--embeddings: \"" + url + "\" is no address such as http://localhost:8080", command);
}

void write_output(const Context& context, const std::string& file, std::string_view bytes) {
    if (!file.empty() && file != "-") {
        model::write_file_atomically(file, bytes);
        return;
    }
    context.out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    context.out.flush();
    if (!context.out)
        throw model::Error(model::ErrorCode::write_failed, "standard output", "could not be written completely", "is the disk full?");
}

}  // namespace kwalign::tools
