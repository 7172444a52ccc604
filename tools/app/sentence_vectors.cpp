#include "tools/app/sentence_vectors.hpp"

#include "align/embedding/embedding_client.hpp"
#include "align/features/standard_features.hpp"
#include "model/error.hpp"
#include "model/store/vector_cache.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <span>
#include <utility>

namespace kwalign::tools {
namespace {

std::vector<std::string> texts_of(const std::vector<model::Standard>& standards) {
    std::set<std::string> texts;
    for (const model::Standard& standard : standards) {
        const bool list = align::is_list(standard);
        for (const model::Unit& unit : standard.units) {
            if (list && !unit.title.empty()) texts.insert(unit.title);
            for (const model::Statement& statement : unit.statements)
                if (!statement.text.empty()) texts.insert(statement.text);
        }
    }
    return {texts.begin(), texts.end()};
}

std::unique_ptr<model::VectorCache> open_cache(const Workspace& workspace) {
    try {
        return std::make_unique<model::VectorCache>(workspace.store);
    } catch (const model::Error&) {
        return nullptr;  // read-only or busy: then every vector is asked for
    }
}

class Collector {
public:
    Collector(const Workspace& workspace, const VectorRequest& request)
        : m_server{request.url, request.model, request.key},
          m_model(request.model.empty() ? request.url : request.model),
          m_cache(open_cache(workspace)) {}

    VectorResult run(const std::vector<std::string>& texts) {
        std::vector<std::string> missing;
        for (const std::string& text : texts) {
            const auto kept = m_cache ? m_cache->find(m_model, text) : std::nullopt;
            if (kept)
                m_result.vectors.add(text, *kept);
            else
                missing.push_back(text);
        }
        for (std::size_t first = 0; first < missing.size(); first += m_server.batch)
            ask(std::span(missing).subspan(first, std::min(m_server.batch, missing.size() - first)));
        return std::move(m_result);
    }

private:
    void ask(std::span<const std::string> texts) {
        const std::vector<std::vector<float>> vectors = align::embed(m_server, texts);
        std::vector<std::pair<std::string, std::vector<std::int8_t>>> kept;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            kept.emplace_back(texts[i], align::quantised(vectors[i]));
            m_result.vectors.add(texts[i], kept.back().second);
        }
        m_result.asked += texts.size();
        if (m_cache) m_cache->put(m_model, kept);
    }

    align::EmbeddingServer m_server;
    std::string m_model;
    std::unique_ptr<model::VectorCache> m_cache;
    VectorResult m_result;
};

}  // namespace

VectorResult collect_vectors(const Workspace& workspace, const VectorRequest& request, const std::vector<model::Standard>& standards) {
    if (request.url.empty()) return {};
    try {
        return Collector(workspace, request).run(texts_of(standards));
    } catch (const model::Error& error) {
        return {{}, 0, std::string(error.what()) + "; going on without sentence vectors"};
    }
}

}  // namespace kwalign::tools
