/// A generated framework of 100,000 items with 1,000,000 links must go out in every format within 300 MB: large_export [FORMAT...].
/// Each format runs in a process of its own, so that each has its own peak.

#include "model/exchange/exporter.hpp"
#include "model/identity.hpp"

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

constexpr std::size_t units = 500;
constexpr std::size_t statements = 99;  // with their unit 100 items; two standards of 50,000
constexpr std::size_t links = 1'000'000;
constexpr long limit_kib = 300L * 1024;

Standard generated(const std::string& code) {
    Standard standard;
    standard.framework = "nl-mbo";
    standard.kind = "kwalificatiedossier";
    standard.title = "Generated " + code;
    standard.identifiers = {{"crebo", code}};
    standard.issuer = "Nobody";
    standard.version = "1";
    standard.decided = "2024-01-01";
    standard.level = Level{"mbo", "4", 4, 4};
    standard.eqf_low = standard.eqf_high = 4;
    standard.languages = {"nl"};
    standard.classifications = {{"ISCED-F", "0612", ""}, {"ISCO-08", "3512", ""}};
    for (std::size_t u = 1; u <= units; ++u) {
        Unit unit;
        unit.code = "B1-K" + std::to_string(u);
        unit.title = "Werkproces " + std::to_string(u) + " van de gegenereerde standaard";
        unit.kind = "werkproces";
        unit.lang = "nl";
        unit.spans = {{1, {1.5, 2.5, 300.25, 14.0}, u * 10, u * 10 + 9}};
        for (std::size_t s = 1; s <= statements; ++s) {
            Statement statement;
            statement.number = std::to_string(s);
            statement.kind = StatementKind::behaviour;
            statement.lang = "nl";
            statement.text = "Controleert de werking van onderdeel " + std::to_string(s) + " en legt aan gebruikers uit wat er veranderd is";
            statement.raw = statement.text;
            statement.spans = {{2, {1.5, 2.5, 300.25, 14.0}, s * 10, s * 10 + 9}};
            unit.statements.push_back(std::move(statement));
        }
        standard.units.push_back(std::move(unit));
    }
    Qualification whole;
    whole.kind = "whole";
    whole.title = standard.title;
    whole.level = standard.level;
    for (const Unit& unit : standard.units) whole.rule.required.push_back(unit.code);
    standard.qualifications = {whole};
    assign_identities(standard);
    return standard;
}

class GeneratedPair : public ExportPair {
public:
    GeneratedPair(const Standard& source, const Standard& target) : m_source(source), m_target(target) {}
    [[nodiscard]] const Standard& source() const override { return m_source; }
    [[nodiscard]] const Standard& target() const override { return m_target; }

    /// Every statement of the source has links to some twenty of the target.
    void for_each_link(const std::function<void(const Link&)>& visit) const override {
        Link link;
        link.method = "generated";
        link.confidence = 0.5;
        link.coverage_source = 0.5;
        link.coverage_target = 0.25;
        link.evidence = {{"concepts", 0.4, "", "", {"network", "security"}, "both speak of networks"}};
        for (std::size_t i = 0; i < links; ++i) {
            const Unit& from = m_source.units[(i / 20) % units];
            const Unit& to = m_target.units[i % units];
            link.source = {m_source.id, from.code, from.statements[(i / (20 * units)) % statements].code};
            link.target = {m_target.id, to.code, to.statements[(i / units) % statements].code};
            link.relation = static_cast<Relation>(i % 5);
            visit(link);
        }
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
        std::cout << format << ": " << output.bytes() / 1'000'000 << " MB written, " << losses.list().size() << " kinds of loss" << std::endl;
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
