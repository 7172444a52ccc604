#include "tools/app/standard_bytes.hpp"

#include "model/error.hpp"

#include <concepts>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <type_traits>
#include <vector>

namespace kwalign::tools {
namespace {

template <typename Value, typename Type>
concept is = std::same_as<std::remove_const_t<Value>, Type>;

template <typename Value>
concept Scalar = std::is_arithmetic_v<std::remove_const_t<Value>> || std::is_enum_v<std::remove_const_t<Value>>;

// What each part of the model consists of, said once for writing and reading. A structured binding must name every member, so a member
// that is added to the model and not here does not compile: add its name to both lines.
template <typename Archive, is<model::Box> T>
void fields(Archive& archive, T& value) {
    auto& [x0, y0, x1, y1] = value;
    archive(x0, y0, x1, y1);
}
template <typename Archive, is<model::SourceSpan> T>
void fields(Archive& archive, T& value) {
    auto& [page, box, first_char, last_char] = value;
    archive(page, box, first_char, last_char);
}
template <typename Archive, is<model::Finding> T>
void fields(Archive& archive, T& value) {
    auto& [code, severity, message, span] = value;
    archive(code, severity, message, span);
}
template <typename Archive, is<model::Repair> T>
void fields(Archive& archive, T& value) {
    auto& [rule, before, after, confidence] = value;
    archive(rule, before, after, confidence);
}
template <typename Archive, is<model::Level> T>
void fields(Archive& archive, T& value) {
    auto& [scheme, text, low, high] = value;
    archive(scheme, text, low, high);
}
template <typename Archive, is<model::Statement> T>
void fields(Archive& archive, T& value) {
    auto& [id, code, number, kind, lang, text, raw, section, group, spans, repairs, applies_to] = value;
    archive(id, code, number, kind, lang, text, raw, section, group, spans, repairs, applies_to);
}
template <typename Archive, is<model::Unit> T>
void fields(Archive& archive, T& value) {
    auto& [id, code, code_printed, title, title_printed, kind, role, parent, level, ecf, ecf_source, lang, requirement, derived_from,
           applies_to, spans, statements] = value;
    archive(id, code, code_printed, title, title_printed, kind, role, parent, level, ecf, ecf_source, lang, requirement, derived_from,
            applies_to, spans, statements);
}
template <typename Archive, is<model::ElectiveGroup> T>
void fields(Archive& archive, T& value) {
    auto& [minimum, units] = value;
    archive(minimum, units);
}
template <typename Archive, is<model::QualificationRule> T>
void fields(Archive& archive, T& value) {
    auto& [required, elective] = value;
    archive(required, elective);
}
template <typename Archive, is<model::Qualification> T>
void fields(Archive& archive, T& value) {
    auto& [id, kind, code, title, titles, also_known_as, level, rule, spans] = value;
    archive(id, kind, code, title, titles, also_known_as, level, rule, spans);
}
template <typename Archive, is<model::Section> T>
void fields(Archive& archive, T& value) {
    auto& [name, title, statements] = value;
    archive(name, title, statements);
}
template <typename Archive, is<model::Person> T>
void fields(Archive& archive, T& value) {
    auto& [name, organisation, role] = value;
    archive(name, organisation, role);
}
template <typename Archive, is<model::ClassificationRef> T>
void fields(Archive& archive, T& value) {
    auto& [scheme, code, title] = value;
    archive(scheme, code, title);
}
template <typename Archive, is<model::Derivation> T>
void fields(Archive& archive, T& value) {
    auto& [kind, code, title, level] = value;
    archive(kind, code, title, level);
}
template <typename Archive, is<model::Source> T>
void fields(Archive& archive, T& value) {
    auto& [path, sha256, media_type, pages, bytes, text_accounted, template_id, template_confidence] = value;
    archive(path, sha256, media_type, pages, bytes, text_accounted, template_id, template_confidence);
}
template <typename Archive, is<model::Standard> T>
void fields(Archive& archive, T& value) {
    auto& [id, framework, kind, title, titles, identifiers, version, issuer, decided, decision_number, valid_from, valid_until, approved_by,
           level, eqf_low, eqf_high, classifications, languages, references, ecf, printed, qualifications, units, sections, persons,
           derivations, source, findings] = value;
    archive(id, framework, kind, title, titles, identifiers, version, issuer, decided, decision_number, valid_from, valid_until,
            approved_by, level, eqf_low, eqf_high, classifications, languages, references, ecf, printed, qualifications, units, sections,
            persons, derivations, source, findings);
}

class Writer {
public:
    template <typename... Values>
    void operator()(const Values&... values) {
        (put(values), ...);
    }
    std::string take() { return std::move(m_bytes); }

private:
    template <Scalar T>
    void put(const T& value) {
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);  // the reader is this program on this machine
    }
    void put(const std::string& text) {
        put(text.size());
        m_bytes.append(text);
    }
    template <typename T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <typename T>
    void put(const std::vector<T>& list) {
        put(list.size());
        for (const T& item : list) put(item);
    }
    void put(const std::map<std::string, std::string>& map) {
        put(map.size());
        for (const auto& [key, value] : map) (*this)(key, value);
    }
    template <typename T>
    requires std::is_class_v<T>
    void put(const T& value) { fields(*this, value); }

    std::string m_bytes;
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : m_rest(bytes) {}
    template <typename... Values>
    void operator()(Values&... values) {
        (get(values), ...);
    }
    [[nodiscard]] bool done() const noexcept { return m_rest.empty(); }

private:
    std::string_view cut(std::size_t size) {
        if (size > m_rest.size()) throw model::Error(model::ErrorCode::internal, "worker process", "its answer is cut off");
        const std::string_view bytes = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return bytes;
    }
    /// A count of things that take one byte at least: a larger one cannot be true.
    std::size_t count() {
        std::size_t value = 0;
        get(value);
        if (value > m_rest.size()) throw model::Error(model::ErrorCode::internal, "worker process", "its answer is garbled");
        return value;
    }
    template <Scalar T>
    void get(T& value) {
        std::memcpy(&value, cut(sizeof value).data(), sizeof value);
    }
    void get(std::string& text) { text = cut(count()); }
    template <typename T>
    void get(std::optional<T>& value) {
        bool there = false;
        get(there);
        if (there) get(value.emplace());
    }
    template <typename T>
    void get(std::vector<T>& list) {
        list.resize(count());
        for (T& item : list) get(item);
    }
    void get(std::map<std::string, std::string>& map) {
        for (std::size_t left = count(); left > 0; --left) {
            std::string key;
            get(key);
            get(map[std::move(key)]);
        }
    }
    template <typename T>
    requires std::is_class_v<T>
    void get(T& value) { fields(*this, value); }

    std::string_view m_rest;
};

}  // namespace

std::string to_bytes(const model::Standard& standard) {
    Writer writer;
    writer(standard);
    return writer.take();
}

model::Standard standard_from_bytes(std::string_view bytes) {
    model::Standard standard;
    Reader reader(bytes);
    reader(standard);
    if (!reader.done()) throw model::Error(model::ErrorCode::internal, "worker process", "its answer is too long");
    return standard;
}

}  // namespace kwalign::tools
