#include "tools/app/compare_sides.hpp"

#include "tools/app/exchange_side.hpp"
#include "tools/app/standards.hpp"

#include <system_error>

namespace kwalign::tools {
namespace {

namespace fs = std::filesystem;

ExchangeSide side_of(const fs::path& store_file, const std::string& name) {
    std::error_code ignored;
    if (fs::exists(name, ignored)) return read_side(name);
    try {
        const model::Store store(store_file, model::Store::Mode::read_only);
        return side_of_store(store, store.resolve(name));
    } catch (const model::Error& error) {
        throw neither_file_nor_standard(name, error);
    }
}

std::string base_id(const std::string& id) { return id.substr(0, id.find('@')); }

bool is_empty(const model::StandardDiff& diff) { return diff.changes.empty(); }

}  // namespace

model::SetDiff compare_sides(const fs::path& store, const std::string& before_name, const std::string& after_name) {
    const ExchangeSide before = side_of(store, before_name);
    const ExchangeSide after = side_of(store, after_name);
    const bool versions =
        before.standards.size() == 1 && after.standards.size() == 1 && base_id(before.standards[0].id) != base_id(after.standards[0].id);
    if (!versions) return model::diff_sets(before.standards, before.links, after.standards, after.links);
    model::SetDiff result;
    std::vector<model::StandardDiff> standards{model::diff_standards(before.standards[0], after.standards[0])};
    result.links = model::diff_links(before.links, after.links, standards);
    if (!is_empty(standards.front())) result.standards = std::move(standards);
    return result;
}

}  // namespace kwalign::tools
