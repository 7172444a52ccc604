#include "align/imported/import_text.hpp"
#include "align/imported/rdf_reader.hpp"
#include "model/error.hpp"

#include <serd/serd.h>

#include <array>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <memory>

namespace kwalign::align {
namespace {

constexpr std::size_t max_statements = 20'000'000;

struct EnvDeleter {
    void operator()(SerdEnv* env) const noexcept { serd_env_free(env); }
};
struct ReaderDeleter {
    void operator()(SerdReader* reader) const noexcept { serd_reader_free(reader); }
};

std::string text_of(const SerdNode* node) {
    return node == nullptr || node->buf == nullptr ? std::string{} : std::string(reinterpret_cast<const char*>(node->buf), node->n_bytes);
}

/// What serd's callbacks, which nothing may throw through, hand back.
struct Reading {
    const RdfSink& sink;
    const std::string& place;
    std::unique_ptr<SerdEnv, EnvDeleter> env{serd_env_new(nullptr)};
    std::exception_ptr failure = nullptr;
    std::string message = {};
    std::size_t message_line = 1;
    std::size_t statements = 0;
    std::size_t line = 1;  ///< of the last statement, where serd tells it

    std::string name(const SerdNode* node) const {
        if (node->type == SERD_BLANK) return "_:" + text_of(node);
        if (node->type != SERD_URI && node->type != SERD_CURIE) return text_of(node);
        SerdNode expanded = serd_env_expand_node(env.get(), node);
        std::string out = expanded.buf == nullptr ? text_of(node) : text_of(&expanded);
        serd_node_free(&expanded);
        return out;
    }

    template <class Work>
    SerdStatus guarded(Work work) noexcept {
        try {
            work();
            return SERD_SUCCESS;
        } catch (...) {
            failure = std::current_exception();
            return SERD_ERR_INTERNAL;
        }
    }
};

Reading& reading(void* handle) { return *static_cast<Reading*>(handle); }

SerdStatus on_base(void* handle, const SerdNode* uri) { return serd_env_set_base_uri(reading(handle).env.get(), uri); }
SerdStatus on_prefix(void* handle, const SerdNode* name, const SerdNode* uri) {
    return serd_env_set_prefix(reading(handle).env.get(), name, uri);
}

SerdStatus on_statement(void* handle, SerdStatementFlags /*flags*/, const SerdNode* /*graph*/, const SerdNode* subject,
                        const SerdNode* predicate, const SerdNode* object, const SerdNode* /*datatype*/, const SerdNode* lang) {
    Reading& r = reading(handle);
    return r.guarded([&] {
        if (++r.statements > max_statements)
            throw model::Error(model::ErrorCode::limit_exceeded, r.place, "there are more than 20 million statements",
                               "import a part of it");
        r.sink({r.name(subject), r.name(predicate), r.name(object), object->type == SERD_LITERAL, text_of(lang)}, r.line);
    });
}

SerdStatus on_error(void* handle, const SerdError* error) {
    Reading& r = reading(handle);
    return r.guarded([&] {
        if (!r.message.empty()) return;
        std::array<char, 300> buffer{};
        std::va_list arguments;
        va_copy(arguments, *error->args);
        std::vsnprintf(buffer.data(), buffer.size(), error->fmt, arguments);
        va_end(arguments);
        r.message = buffer.data();
        while (!r.message.empty() && (r.message.back() == '\n' || r.message.back() == ' ')) r.message.pop_back();
        r.message_line = error->line > 0 ? error->line : 1;
    });
}

}  // namespace

void read_turtle(const std::string& text, const std::string& place, const RdfSink& sink) {
    Reading state{sink, place};
    const std::unique_ptr<SerdReader, ReaderDeleter> reader(
        serd_reader_new(SERD_TURTLE, &state, nullptr, on_base, on_prefix, on_statement, nullptr));
    if (!reader || !state.env) throw model::Error(model::ErrorCode::internal, place, "the Turtle reader cannot start");
    serd_reader_set_error_sink(reader.get(), on_error, &state);
    serd_reader_set_strict(reader.get(), true);
    const SerdStatus status = serd_reader_read_string(reader.get(), reinterpret_cast<const std::uint8_t*>(text.c_str()));
    if (state.failure) std::rethrow_exception(state.failure);
    if (status > SERD_FAILURE)
        throw model::Error(model::ErrorCode::bad_data, at_line(place, state.message_line),
                           state.message.empty() ? "is no Turtle" : "is no Turtle: " + state.message);
}

}  // namespace kwalign::align
