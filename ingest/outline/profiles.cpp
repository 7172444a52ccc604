#include "ingest/outline/profiles.hpp"

#include "ingest/outline/qualification_rule.hpp"

#include <algorithm>

namespace kwalign::ingest {

namespace {

class ProfileReader {
public:
    ProfileReader(const Outline& outline, const Template& form, model::Standard& standard)
        : m_outline(outline), m_form(form), m_standard(standard) {}

    /// Profiles share the base; each adds its own units.
    void run() {
        std::vector<std::string> base;
        std::vector<model::Unit*> profiles;
        for (model::Unit& unit : m_standard.units) {
            if (unit.kind == "profile") profiles.push_back(&unit);
        }
        if (profiles.empty()) return;
        const auto under = [&](const std::string& code) {
            const std::vector<std::string> own = units_under(m_standard.units, code);
            return own;
        };
        for (const model::Unit& unit : m_standard.units) {
            if (!is_awarded(unit)) continue;
            const auto owned = [&](const model::Unit* profile) {
                const std::vector<std::string> own = under(profile->code);
                return std::find(own.begin(), own.end(), unit.code) != own.end();
            };
            if (std::none_of(profiles.begin(), profiles.end(), owned)) base.push_back(unit.code);
        }
        for (model::Unit* profile : profiles) {
            const std::vector<std::string> own = under(profile->code);
            m_standard.qualifications.push_back(profile_qualification(*profile, base, own));
            profile->level = m_standard.qualifications.back().level;
            mark_profile_units(*profile);
        }
        set_level_range();
    }

private:
    [[nodiscard]] model::Qualification profile_qualification(const model::Unit& profile, const std::vector<std::string>& base,
                                                             const std::vector<std::string>& own) {
        model::Qualification result;
        result.kind = "profile";
        result.title = profile.title;
        result.rule.required = base;
        result.rule.required.insert(result.rule.required.end(), own.begin(), own.end());
        result.spans = profile.spans;
        const auto take = [&](const std::string& name) {
            const auto found = m_standard.fields.find(name + "." + profile.code);
            if (found == m_standard.fields.end()) return std::string{};
            std::string value = found->second;
            m_standard.fields.erase(found);
            return value;
        };
        std::string level = take("level");
        for (const OverviewEntry& entry : m_outline.overview) {
            if (level.empty() && entry.code == profile.code) level = entry.level;
        }
        if (!level.empty() && level[0] >= '1' && level[0] <= '8') {
            const int number = level[0] - '0';
            result.level = model::Level{m_form.level_scheme, level.substr(0, 1), number, number};
        }
        result.code = take("crebo");
        return result;
    }

    void mark_profile_units(const model::Unit& profile) {
        std::vector<std::string> inside{profile.code};
        for (model::Unit& unit : m_standard.units) {
            if (std::find(inside.begin(), inside.end(), unit.parent) == inside.end()) continue;
            unit.applies_to = {profile.title};
            inside.push_back(unit.code);
        }
    }

    /// The dossier's level is what its profiles span.
    void set_level_range() {
        if (m_standard.level) return;
        int low = 0;
        int high = 0;
        for (const model::Qualification& qualification : m_standard.qualifications) {
            if (!qualification.level) continue;
            low = low == 0 ? qualification.level->low : std::min(low, qualification.level->low);
            high = std::max(high, qualification.level->high);
        }
        if (low == 0) return;
        const std::string value = low == high ? std::to_string(low) : std::to_string(low) + "/" + std::to_string(high);
        m_standard.level = model::Level{m_form.level_scheme, value, low, high};
    }

    const Outline& m_outline;
    const Template& m_form;
    model::Standard& m_standard;
};

}  // namespace

void read_profiles(const Outline& outline, const Template& form, model::Standard& standard) {
    ProfileReader(outline, form, standard).run();
}

}  // namespace kwalign::ingest
