#include "model/exchange/clean_text.hpp"
#include "model/exchange/rdf_writer.hpp"
#include "model/json_writer.hpp"

#include <utility>
#include <vector>

namespace kwalign::model {

namespace {

/// One line per node in "@graph". A node is kept until it ends, because in JSON a property can be said only once.
class JsonLdWriter : public RdfWriter {
public:
    JsonLdWriter(ByteSink& sink, const RdfPrefixes& prefixes) : m_sink(sink) {
        JsonWriter context;
        context.begin_object();
        for (const auto& [prefix, uri] : prefixes) context.member(prefix, uri);
        context.end_object();
        m_sink.write("{\"@context\":" + context.take() + ",\n\"@graph\":[");
    }

    void begin_node(std::string_view uri, std::string_view type) override { m_open = {Node{std::string(uri), std::string(type), {}, {}}}; }
    void end_node() override {
        m_sink.write((m_first ? "\n" : ",\n") + json_of(m_open.back()));
        m_first = false;
        m_open.clear();
    }
    void begin_blank(std::string_view property, std::string_view type) override {
        m_open.push_back({{}, std::string(type), std::string(property), {}});
    }
    void end_blank() override {
        const Node blank = std::move(m_open.back());
        m_open.pop_back();
        add(blank.property, json_of(blank));
    }
    void uri(std::string_view property, std::string_view value) override { add_object(property, {{"@id", std::string(value)}}); }
    void text(std::string_view property, std::string_view value, std::string_view lang) override {
        add_object(property, {{"@value", clean_text(value)}, {"@language", language_tag(lang)}});
    }
    void literal(std::string_view property, std::string_view value, std::string_view type) override {
        if (type.empty())
            add_object(property, {{"@value", clean_text(value)}});
        else
            add_object(property, {{"@value", clean_text(value)}, {"@type", std::string(type)}});
    }
    void finish() override { m_sink.write("\n]}\n"); }

private:
    struct Node {
        std::string uri;
        std::string type;
        std::string property;  ///< whose value a nameless node is
        std::vector<std::pair<std::string, std::vector<std::string>>> properties;
    };

    void add(std::string_view property, std::string value) {
        auto& properties = m_open.back().properties;
        for (auto& [name, values] : properties) {
            if (name != property) continue;
            values.push_back(std::move(value));
            return;
        }
        properties.push_back({std::string(property), {std::move(value)}});
    }

    void add_object(std::string_view property, std::initializer_list<std::pair<std::string_view, std::string>> members) {
        JsonWriter json;
        json.begin_object();
        for (const auto& [key, value] : members) json.member(key, value);
        json.end_object();
        add(property, json.take());
    }

    [[nodiscard]] static std::string json_of(const Node& node) {
        JsonWriter json;
        json.begin_object();
        if (!node.uri.empty()) json.member("@id", node.uri);
        if (!node.type.empty()) json.member("@type", node.type);
        for (const auto& [name, values] : node.properties) {
            json.key(name);
            if (values.size() == 1) {
                json.raw(values.front());
                continue;
            }
            json.begin_array();
            for (const std::string& value : values) json.raw(value);
            json.end_array();
        }
        json.end_object();
        return json.take();
    }

    ByteSink& m_sink;
    std::vector<Node> m_open;
    bool m_first = true;
};

}  // namespace

std::unique_ptr<RdfWriter> make_json_ld_writer(ByteSink& sink, const RdfPrefixes& prefixes) {
    return std::make_unique<JsonLdWriter>(sink, prefixes);
}

}  // namespace kwalign::model
