#include "model/error.hpp"
#include "model/exchange/clean_text.hpp"
#include "model/exchange/rdf_writer.hpp"

#include <serd/serd.h>

#include <exception>
#include <vector>

namespace kwalign::model {

namespace {

/// A view of `text`, which must outlive the node.
SerdNode node(SerdType type, const std::string& text) {
    return serd_node_from_string(type, reinterpret_cast<const std::uint8_t*>(text.c_str()));
}

struct WriterDeleter {
    void operator()(SerdWriter* writer) const noexcept { serd_writer_free(writer); }
};
struct EnvDeleter {
    void operator()(SerdEnv* env) const noexcept { serd_env_free(env); }
};

class TurtleWriter : public RdfWriter {
public:
    TurtleWriter(ByteSink& sink, const RdfPrefixes& prefixes) : m_sink(sink), m_env(serd_env_new(nullptr)) {
        constexpr auto style =
            static_cast<SerdStyle>(static_cast<unsigned>(SERD_STYLE_ABBREVIATED) | static_cast<unsigned>(SERD_STYLE_CURIED));
        m_writer.reset(serd_writer_new(SERD_TURTLE, style, m_env.get(), nullptr, take, this));
        if (!m_writer) throw Error(ErrorCode::write_failed, "RDF", "the Turtle writer cannot start");
        for (const auto& [prefix, uri] : prefixes) {
            const SerdNode name = node(SERD_LITERAL, prefix);
            const SerdNode value = node(SERD_URI, uri);
            check(serd_writer_set_prefix(m_writer.get(), &name, &value));
        }
    }
    ~TurtleWriter() override { m_closing = true; }

    void begin_node(std::string_view uri, std::string_view type) override {
        m_subjects = {Subject{SERD_URI, std::string(uri)}};
        if (!type.empty()) statement("rdf:type", SERD_CURIE, std::string(type));
    }
    void end_node() override { m_subjects.clear(); }

    void begin_blank(std::string_view property, std::string_view type) override {
        Subject blank{SERD_BLANK, "b" + std::to_string(++m_blanks)};
        m_flags = SERD_ANON_O_BEGIN;
        statement(property, SERD_BLANK, blank.name);
        m_subjects.push_back(std::move(blank));
        m_flags = SERD_ANON_CONT;
        statement("rdf:type", SERD_CURIE, std::string(type));
    }
    void end_blank() override {
        const SerdNode blank = node(SERD_BLANK, m_subjects.back().name);
        check(serd_writer_end_anon(m_writer.get(), &blank));
        m_subjects.pop_back();
        m_flags = flags_inside();
    }

    void uri(std::string_view property, std::string_view value) override { statement(property, SERD_URI, std::string(value)); }
    void text(std::string_view property, std::string_view value, std::string_view lang) override {
        const std::string tag = language_tag(lang);
        const SerdNode language = node(SERD_LITERAL, tag);
        statement(property, SERD_LITERAL, clean_text(value), nullptr, &language);
    }
    void literal(std::string_view property, std::string_view value, std::string_view type) override {
        const std::string name(type);
        const SerdNode datatype = node(SERD_CURIE, name);
        statement(property, SERD_LITERAL, clean_text(value), type.empty() ? nullptr : &datatype);
    }
    void finish() override { check(serd_writer_finish(m_writer.get())); }

private:
    struct Subject {
        SerdType type;
        std::string name;
    };

    static std::size_t take(const void* bytes, std::size_t length, void* context) {
        auto* self = static_cast<TurtleWriter*>(context);
        if (self->m_failure || self->m_closing) return length;
        try {
            self->m_sink.write({static_cast<const char*>(bytes), length});
        } catch (...) {
            self->m_failure = std::current_exception();
        }
        return length;
    }

    /// How a statement about the current subject goes on.
    [[nodiscard]] SerdStatementFlags flags_inside() const noexcept {
        return m_subjects.size() > 1 ? static_cast<SerdStatementFlags>(SERD_ANON_CONT) : SerdStatementFlags{0};
    }

    void statement(std::string_view property, SerdType type, const std::string& value, const SerdNode* datatype = nullptr,
                   const SerdNode* language = nullptr) {
        const std::string name(property);
        const SerdNode predicate = node(SERD_CURIE, name);
        const SerdNode subject = node(m_subjects.back().type, m_subjects.back().name);
        const SerdNode object = node(type, value);
        check(serd_writer_write_statement(m_writer.get(), m_flags, nullptr, &subject, &predicate, &object, datatype, language));
        m_flags = flags_inside();
    }

    /// An exception of the sink waits until the library has returned.
    void check(SerdStatus status) const {
        if (m_failure) std::rethrow_exception(m_failure);
        if (status != SERD_SUCCESS)
            throw Error(ErrorCode::write_failed, "RDF",
                        "the Turtle writer failed: " + std::string(reinterpret_cast<const char*>(serd_strerror(status))));
    }

    ByteSink& m_sink;
    std::exception_ptr m_failure;
    bool m_closing = false;
    std::unique_ptr<SerdEnv, EnvDeleter> m_env;
    std::unique_ptr<SerdWriter, WriterDeleter> m_writer;
    std::vector<Subject> m_subjects;
    SerdStatementFlags m_flags = 0;
    std::size_t m_blanks = 0;
};

}  // namespace

std::unique_ptr<RdfWriter> make_turtle_writer(ByteSink& sink, const RdfPrefixes& prefixes) {
    return std::make_unique<TurtleWriter>(sink, prefixes);
}

std::unique_ptr<RdfWriter> make_rdf_writer(RdfSyntax syntax, ByteSink& sink, const RdfPrefixes& prefixes) {
    return syntax == RdfSyntax::turtle ? make_turtle_writer(sink, prefixes) : make_json_ld_writer(sink, prefixes);
}

}  // namespace kwalign::model
