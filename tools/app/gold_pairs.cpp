#include "tools/app/gold_pairs.hpp"

#include "model/error.hpp"
#include "tools/app/standards.hpp"
#include "tools/app/text_layout.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kwalign::tools {
namespace {

GoldRow turned(GoldRow row) {
    std::swap(row.source_doc, row.target_doc);
    std::swap(row.source_code, row.target_code);
    for (model::Relation& relation : row.relations) relation = model::inverse(relation);
    return row;
}

}  // namespace

void adopt_labels(std::vector<std::pair<std::string, std::string>>& documents, const std::vector<GoldRow>& rows, const std::string& place) {
    if (documents.size() != 2 || !documents[0].first.empty() || !documents[1].first.empty()) return;
    std::set<std::pair<std::string, std::string>> pairs;
    for (const GoldRow& row : rows) pairs.emplace(row.source_doc, row.target_doc);
    if (pairs.size() > 1) {
        throw model::Error(model::ErrorCode::ambiguous, place, "the gold file speaks of several pairs of documents",
                           "say which label is which standard: --doc LABEL=ID for each");
    }
    if (pairs.empty()) return;
    documents[0].first = pairs.begin()->first;
    documents[1].first = pairs.begin()->second;
}

std::vector<Document> load_documents(const model::Store& store, const std::vector<std::pair<std::string, std::string>>& names) {
    std::vector<Document> documents;
    std::set<std::string> ids;
    for (const auto& [label, name] : names) {
        model::Standard standard = select_standard(store, name);
        if (!ids.insert(standard.id).second) {
            throw model::Error(model::ErrorCode::ambiguous, standard.id, "named by two labels", "every label needs a standard of its own");
        }
        GoldCodes codes(standard);
        documents.push_back({label, std::move(standard), std::move(codes), Granularity::unit});
    }
    return documents;
}

std::vector<GoldPair> pair_rows(const std::vector<GoldRow>& rows, const std::vector<Document>& documents, std::vector<std::string>& notes) {
    const bool by_position = documents.size() == 2 && documents[0].label == documents[1].label;
    const auto find = [&documents](const std::string& label) {
        const auto found = std::find_if(documents.begin(), documents.end(), [&label](const Document& d) { return d.label == label; });
        return static_cast<std::size_t>(found - documents.begin());
    };
    std::vector<GoldPair> pairs;
    std::map<std::string, std::size_t> ignored;
    for (const GoldRow& row : rows) {
        const std::size_t source = find(row.source_doc);
        const std::size_t target = by_position ? 1 : find(row.target_doc);
        if (source == documents.size())
            ++ignored[row.source_doc];
        else if (target == documents.size())
            ++ignored[row.target_doc];
        if (source == documents.size() || target == documents.size()) continue;
        const auto same = std::find_if(pairs.begin(), pairs.end(), [=](const GoldPair& pair) {
            return (pair.source == source && pair.target == target) || (pair.source == target && pair.target == source);
        });
        if (same == pairs.end()) {
            pairs.push_back({source, target, {row}});
        } else {
            same->rows.push_back(same->source == source ? row : turned(row));
        }
    }
    for (const auto& [label, count] : ignored) {
        notes.push_back(counted(count, "row") + " left out: no --doc for label \"" + label + "\"");
    }
    return pairs;
}

void decide_granularity(std::vector<Document>& documents, const std::vector<GoldPair>& pairs) {
    std::vector<long> votes(documents.size(), 0);
    const auto vote = [&](std::size_t document, const std::string& code) {
        const GoldCodes& codes = documents[document].codes;
        if (codes.find(code, Granularity::unit))
            --votes[document];
        else if (codes.find(code, Granularity::statement))
            ++votes[document];
    };
    for (const GoldPair& pair : pairs) {
        for (const GoldRow& row : pair.rows) {
            vote(pair.source, row.source_code);
            vote(pair.target, row.target_code);
        }
    }
    for (std::size_t i = 0; i < documents.size(); ++i) documents[i].granularity = votes[i] > 0 ? Granularity::statement : Granularity::unit;
}

}  // namespace kwalign::tools
