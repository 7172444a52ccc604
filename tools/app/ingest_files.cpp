#include "tools/app/ingest_files.hpp"

#include "ingest/ingest.hpp"
#include "ingest/source/byte_source.hpp"
#include "model/error.hpp"
#include "model/identity.hpp"
#include "tools/app/engine_fingerprint.hpp"
#include "tools/app/file_reading.hpp"
#include "tools/app/ingest_sink.hpp"
#include "tools/app/input_files.hpp"
#include "tools/app/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <optional>
#include <utility>

namespace kwalign::tools {
namespace {

/// One run of the operation: what it works on, and what it knows already.
class Batch {
public:
    Batch(const Workspace& workspace, const IngestRequest& request, const IngestProgress& progress)
        : m_workspace(workspace),
          m_request(request),
          m_progress(progress),
          m_inputs(collect_inputs(request.paths, request.lists, request.standard_input)) {}

    IngestReport run() {
        const auto& files = m_inputs.files;
        // A batch in which nothing can even be tried leaves no empty store behind.
        const bool hopeless = std::all_of(files.begin(), files.end(), [](const InputFile& file) { return file.error.has_value(); });
        m_sink.emplace(m_workspace, !m_request.dry_run && !hopeless, settings());
        m_report.total = files.size();
        m_report.skipped = m_inputs.skipped;
        m_known.resize(files.size());
        if (m_sink->remembers() && !m_request.again) m_known = m_sink->recall(files, hashes());
        // Before the workers are forked, so that all share one.
        const bool all_known = std::all_of(m_known.begin(), m_known.end(), [](const auto& known) { return known.has_value(); });
        if (!all_known && !hopeless) m_ingester.emplace(m_workspace.templates());
        if (m_request.isolation == Isolation::processes)
            run_in_processes();
        else
            run_in_threads();
        return std::move(m_report);
    }

private:
    /// Everything but the bytes that a reading depends on.
    [[nodiscard]] std::string settings() const {
        return engine_fingerprint(m_workspace.data) + " " + m_request.framework + " " + m_request.template_id +
               (m_request.no_ocr ? " no-ocr" : "") + (m_request.sheet.empty() ? "" : " sheet=" + m_request.sheet);
    }

    [[nodiscard]] bool stopped() const { return m_request.stop && m_request.stop(); }

    /// Of all files' bytes; empty where a file cannot be read or the batch was stopped, and then reading it will say why.
    [[nodiscard]] std::vector<std::string> hashes() const {
        std::vector<std::string> result(m_inputs.files.size());
        std::atomic<bool> stop = false;
        const auto hash = [&](std::size_t i) {
            const InputFile& file = m_inputs.files[i];
            if (stop || file.error || file.path == "-") return;
            try {
                result[i] = model::sha256_hex(ingest::read_file(file.path, {}));
            } catch (const model::Error&) {
                result[i].clear();
            }
        };
        for_each_in_order(result.size(), m_workspace.jobs, hash, [&](std::size_t) { stop = stopped(); });
        return result;
    }

    [[nodiscard]] bool wanted(std::size_t i) const { return !m_known[i] && !m_inputs.files[i].error; }

    [[nodiscard]] FileReading read(std::size_t i) const { return read_file_of_batch(*m_ingester, m_inputs.files[i], m_request); }

    void finish(FileReport&& report) {
        m_report.files.push_back(std::move(report));
        if (m_progress) m_progress(m_report.files.back(), m_report.files.size(), m_report.total);
    }

    void deliver(std::size_t i, const FileReading& reading) { finish(m_sink->take(m_inputs.files[i], reading)); }

    /// What needs no reading: known files, and those with an error before they were tried.
    void deliver_unread(std::size_t i) {
        if (m_known[i])
            finish(std::move(*m_known[i]));
        else
            deliver(i, failed_input(m_inputs.files[i]));
    }

    void run_in_processes() {
        WorkerJob job;
        job.count = m_inputs.files.size();
        job.jobs = m_workspace.jobs;
        job.limits = m_request.limits;
        job.stop = m_request.stop;
        job.wanted = [this](std::size_t i) { return wanted(i); };
        job.work = [this](std::size_t i) { return to_bytes(read(i)); };
        job.deliver = [this](std::size_t i, WorkResult&& result) {
            if (result.end == WorkEnd::skipped)
                deliver_unread(i);
            else
                deliver(i,
                        result.end == WorkEnd::done ? reading_from_bytes(result.bytes) : reading_of_failed_work(result, m_request.limits));
        };
        run_in_workers(job);
    }

    void run_in_threads() {
        std::vector<std::optional<FileReading>> readings(m_inputs.files.size());
        for_each_in_order(
            readings.size(), m_workspace.jobs,
            [&](std::size_t i) {
                if (wanted(i) && !stopped()) readings[i] = read(i);
            },
            [&](std::size_t i) {
                if (m_report.files.size() < i || stopped()) return;
                if (wanted(i))
                    deliver(i, *std::exchange(readings[i], std::nullopt));
                else
                    deliver_unread(i);
            });
    }

    const Workspace& m_workspace;
    const IngestRequest& m_request;
    const IngestProgress& m_progress;
    InputList m_inputs;
    std::optional<ingest::Ingester> m_ingester;
    std::optional<IngestSink> m_sink;
    std::vector<std::optional<FileReport>> m_known;
    IngestReport m_report;
};

}  // namespace

IngestReport ingest_files(const Workspace& workspace, const IngestRequest& request, const IngestProgress& progress) {
    return Batch(workspace, request, progress).run();
}

}  // namespace kwalign::tools
