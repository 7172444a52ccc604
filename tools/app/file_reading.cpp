#include "tools/app/file_reading.hpp"

#include "ingest/source/byte_source.hpp"
#include "model/error.hpp"
#include "tools/app/export_reading.hpp"
#include "tools/app/standard_bytes.hpp"
#include "tools/app/text_layout.hpp"

#include <exception>
#include <new>

namespace kwalign::tools {
namespace {

FileStatus status_of(model::ErrorCode code) {
    switch (code) {
        case model::ErrorCode::not_found: return FileStatus::missing;
        case model::ErrorCode::unreadable: return FileStatus::unreadable;
        case model::ErrorCode::empty_input: return FileStatus::empty;
        case model::ErrorCode::damaged: return FileStatus::damaged;
        case model::ErrorCode::needs_password: return FileStatus::needs_password;
        case model::ErrorCode::unsupported: return FileStatus::unsupported;
        case model::ErrorCode::no_text: return FileStatus::scanned;
        case model::ErrorCode::limit_exceeded: return FileStatus::too_large;
        case model::ErrorCode::bad_data: return FileStatus::damaged;  // an import that breaks its format
        default: return FileStatus::failed;
    }
}

std::string without_place(const model::Error& error) {
    return error.remedy().empty() ? error.detail() : error.detail() + " (" + error.remedy() + ")";
}

FileReading read_with(const ingest::Ingester& ingester, const InputFile& file, const IngestRequest& request, const std::string& password) {
    ingest::IngestOptions options;
    options.password = password;
    options.framework = request.framework;
    options.template_id = request.template_id;
    options.sheet = request.sheet;
    options.recognition.enabled = !request.no_ocr;
    const bool piped = file.path == "-";
    const std::string own = piped ? std::string() : ingest::read_file(file.path, options.limits);
    const std::string& bytes = piped ? request.standard_input : own;
    const std::string name = piped ? "<stdin>" : file.path;
    if (ingest::sniff_media_type(bytes, name) == "application/json") return read_export(name, bytes, request.framework);
    FileReading reading;
    reading.standard = ingester.read_bytes(bytes, name, options);
    return reading;
}

/// Each password in turn; the last answer counts.
FileReading read_with_any(const ingest::Ingester& ingester, const InputFile& file, const IngestRequest& request) {
    for (std::size_t i = 0; i + 1 < request.passwords.size(); ++i) {
        try {
            return read_with(ingester, file, request, request.passwords[i]);
        } catch (const model::Error& error) {
            if (error.code() != model::ErrorCode::needs_password) throw;
        }
    }
    return read_with(ingester, file, request, request.passwords.empty() ? std::string() : request.passwords.back());
}

}  // namespace

FileReading failed_input(const InputFile& file) {
    FileReading reading;
    reading.status = status_of(file.error->code());
    reading.message = without_place(*file.error);
    return reading;
}

FileReading read_file_of_batch(const ingest::Ingester& ingester, const InputFile& file, const IngestRequest& request) {
    FileReading reading;
    try {
        reading = read_with_any(ingester, file, request);
    } catch (const model::Error& error) {
        reading.status = status_of(error.code());
        reading.message = without_place(error);
    } catch (const std::bad_alloc&) {
        reading.status = FileStatus::too_large;
        reading.message = "reading it takes more memory than allowed (raise --memory)";
    } catch (const std::exception& error) {
        reading.message = std::string("internal error: ") + error.what();
    }
    return reading;
}

std::string to_bytes(const FileReading& reading) {
    if (reading.standard && reading.media_type.empty()) return "+" + to_bytes(*reading.standard);
    if (reading.standard) return "*" + export_to_bytes(reading);
    return "-" + std::string(1, static_cast<char>(reading.status)) + reading.message;
}

FileReading reading_from_bytes(std::string_view bytes) {
    FileReading reading;
    if (bytes.starts_with('+')) {
        reading.standard = standard_from_bytes(bytes.substr(1));
        return reading;
    }
    if (bytes.starts_with('*')) return export_from_bytes(bytes.substr(1));
    if (!bytes.starts_with('-') || bytes.size() < 2 || bytes[1] < 0 || bytes[1] > static_cast<char>(FileStatus::failed))
        throw model::Error(model::ErrorCode::internal, "worker process", "its answer is garbled");
    reading.status = static_cast<FileStatus>(bytes[1]);
    reading.message = bytes.substr(2);
    return reading;
}

FileReading reading_of_failed_work(const WorkResult& result, const WorkerLimits& limits) {
    FileReading reading;
    switch (result.end) {
        case WorkEnd::timed_out:
            reading.status = FileStatus::timed_out;
            reading.message =
                "not read after " + fixed(std::chrono::duration<double>(limits.time).count(), 0) + " s of processor time (raise --timeout)";
            break;
        case WorkEnd::out_of_memory:
            reading.status = FileStatus::too_large;
            reading.message = "reading it takes more than " + std::to_string(limits.memory_bytes >> 20U) + " MB of memory (raise --memory)";
            break;
        default:
            reading.status = FileStatus::damaged;
            reading.message = "the program that read it broke down (" + result.detail + "): the file is probably damaged";
    }
    return reading;
}

}  // namespace kwalign::tools
