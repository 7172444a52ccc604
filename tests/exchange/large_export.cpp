/// A generated framework of 100,000 items with 1,000,000 links must go out in every format within 300 MB: large_export [FORMAT...].
/// Each format runs in a process of its own, so that each has its own peak.

#include "model/exchange/exporter.hpp"
#include "tests/exchange/large_sample.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

using namespace kwalign::model;

namespace {

constexpr std::size_t units = 500;  // two standards of 50,000 items
constexpr std::size_t links = 1'000'000;
constexpr long limit_kib = 300L * 1024;

Standard generated(const std::string& code) { return kwalign::tests::generated_standard(code, units); }

class GeneratedPair : public ExportPair {
public:
    GeneratedPair(const Standard& source, const Standard& target) : m_source(source), m_target(target) {}
    [[nodiscard]] const Standard& source() const override { return m_source; }
    [[nodiscard]] const Standard& target() const override { return m_target; }

    void for_each_link(const std::function<void(const Link&)>& visit) const override {
        kwalign::tests::generated_links(m_source, m_target, links, visit);
    }

private:
    const Standard& m_source;
    const Standard& m_target;
};

class GeneratedSource : public ExportSource {
public:
    [[nodiscard]] std::size_t count_standards() const override { return 2; }
    [[nodiscard]] std::size_t count_pairs() const override { return 1; }
    void for_each_standard(const std::function<void(const Standard&)>& visit) const override {
        for (const char* code : {"10001", "10002"}) visit(generated(code));
    }
    void for_each_pair(const std::function<void(const ExportPair&)>& visit) const override {
        const Standard source = generated("10001");
        const Standard target = generated("10002");
        visit(GeneratedPair(source, target));
    }
};

/// Counts what is written and keeps nothing.
class CountingOutput : public ExportOutput {
public:
    [[nodiscard]] bool holds_several() const noexcept override { return true; }
    ByteSink& open(const std::string&) override { return m_sink; }
    void finish() override {}
    [[nodiscard]] std::size_t bytes() const noexcept { return m_bytes; }

private:
    std::size_t m_bytes = 0;
    CallbackSink m_sink{[this](std::string_view bytes) { m_bytes += bytes.size(); }};
};

int export_here(const std::string& format) {
    try {
        CountingOutput output;
        const LossReport losses = export_to(format, GeneratedSource(), output, {});
        std::cout << format << ": " << output.bytes() / 1'000'000 << " MB written, " << losses.list().size() << " kinds of loss"
                  << std::endl;
        return output.bytes() > 0 ? 0 : 1;
    } catch (const std::exception& error) {
        std::cerr << format << ": " << error.what() << '\n';
        return 1;
    }
}

bool export_apart(const std::string& format) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(export_here(format));
    int status = 0;
    rusage usage{};
    if (child < 0 || ::wait4(child, &status, 0, &usage) != child) return false;
    std::cout << format << ": peak " << usage.ru_maxrss / 1024 << " MB, " << usage.ru_utime.tv_sec << " s" << std::endl;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 && usage.ru_maxrss < limit_kib;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> wanted(argv + 1, argv + argc);
    bool good = true;
    for (const std::string& format : wanted.empty() ? export_formats() : wanted) good = export_apart(format) && good;
    return good ? 0 : 1;
}
