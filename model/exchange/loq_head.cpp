#include "model/exchange/loq_head.hpp"

#include "model/error.hpp"
#include "model/exchange/clean_text.hpp"
#include "model/exchange/identifiers.hpp"
#include "model/identity.hpp"

#include <algorithm>

namespace kwalign::model {

namespace {

constexpr std::string_view field_remedy = "state it (on the command line with --isced-f CODE or --facts FILE), or leave the standard out";

StatedFacts facts_of(const Standard& standard, const ExportOptions& options) {
    return options.facts ? options.facts->of(standard) : StatedFacts{};
}

/// Midnight where only a date is known; the form of xsd:dateTime.
std::string date_time(std::string_view text) {
    if (std::string moment = moment_of(text); !moment.empty()) return moment;
    const std::string date = date_of(text);
    return date.empty() ? "" : date + "T00:00:00+00:00";
}

/// Fills what all specifications of a standard share.
class Head {
public:
    Head(const Standard& standard, const ExportOptions& options, LossReport& losses)
        : m_standard(standard),
          m_options(options),
          m_losses(losses),
          m_facts(facts_of(standard, options)),
          m_language(main_language_of(standard)) {}

    LoqPlan make() {
        add_field();
        add_languages();
        add_head();
        return std::move(m_plan);
    }

private:
    void lose(std::string_view code, std::string_view what, std::string_view place) { m_losses.add(code, LossFate::left_out, what, place); }

    void add_field() {
        const auto field = isced_field_of(m_standard, m_facts);
        if (!field)
            throw Error(ErrorCode::unsupported, m_standard.id, "LOQ demands an ISCED-F field, and nothing in the standard says which it is",
                        std::string(field_remedy));
        m_plan.field = *field;
        const std::string place = m_standard.id + ": " + field->code;
        switch (field->source) {
            case FieldSource::standard: break;
            case FieldSource::publisher:
                m_plan.field_note = "ISCED-F " + field->code + " is stated by the publisher: " + field->reason;
                m_losses.add("isced-f-stated", LossFate::approximated,
                             "the field of education is not stated in the standard; the publisher states it", place + ": " + field->reason);
                break;
            case FieldSource::table:
                m_plan.field_note = "ISCED-F " + field->code + " follows from " + field->reason;
                m_losses.add("isced-f-derived", LossFate::approximated,
                             "the field of education is not stated in the standard; it follows from a mapping table",
                             place + " from " + field->reason);
                break;
        }
    }

    void add_languages() {
        for (const std::string& lang : m_standard.languages) {
            const auto uri = language_uri(lang);
            if (!uri)
                lose("language", "a language that the table of languages does not list", m_standard.id + ": " + lang);
            else if (std::ranges::find(m_plan.languages, *uri) == m_plan.languages.end())
                m_plan.languages.push_back(*uri);
        }
        if (m_plan.languages.empty()) m_plan.languages.push_back(*language_uri("und"));
    }

    void add_head() {
        m_plan.modified = date_time(m_options.created);
        m_plan.valid_from = date_time(m_standard.valid_from);
        m_plan.valid_until = date_time(m_standard.valid_until);
        for (const ClassificationRef& ref : m_standard.classifications) add_classification(ref);
        if (m_plan.occupations.empty()) {
            for (const std::string& code : m_facts.isco) add_occupation(code, {});
            if (!m_plan.occupations.empty())
                m_losses.add("isco-stated", LossFate::approximated, "the standard names no occupation; the publisher states one",
                             m_standard.id);
        }
        add_issuer();
    }

    void add_issuer() {
        const bool stated = !m_facts.awarding_body.empty();
        const std::string& issuer = stated ? m_facts.awarding_body : m_standard.issuer;
        if (issuer.empty()) return;
        const auto country = country_uri(m_standard.framework);
        if (!country) {
            lose("issuer", "an organisation needs a country, and the framework's is not known", m_standard.id);
            return;
        }
        const std::string name = slug(issuer);
        const std::string uri =
            framework_uri(m_options, m_standard.framework) + "organisation/" + (name.empty() ? uuid_v5("organisation:" + issuer) : name);
        m_plan.issuer = LoqOrganisation{uri, uri + "/location", {m_language, clean_text(issuer)}, *country};
        if (stated)
            m_losses.add("awarding-body-stated", LossFate::approximated, "the standard names no awarding body; the publisher states one",
                         m_standard.id);
        else
            m_losses.add("awarding-body", LossFate::approximated,
                         "the standard names no awarding body; the authority that issued the standard is written", m_standard.id);
    }

    void add_classification(const ClassificationRef& ref) {
        if (ref.scheme.starts_with("ISCED-F")) return;
        if (!ref.scheme.starts_with("ISCO") || !is_isco_code(ref.code)) {
            lose("classification", "a reference to another classification than ISCO-08 and ISCED-F",
                 m_standard.id + ": " + ref.scheme + " " + ref.code);
            return;
        }
        add_occupation(ref.code, ref.title);
    }

    void add_occupation(const std::string& code, const std::string& title) {
        const std::string uri = uri_of(m_options, m_standard.id + "!occupation-" + code);
        for (const LoqOccupation& known : m_plan.occupations) {
            if (known.uri == uri) return;
        }
        m_plan.occupations.push_back({uri, isco_uri(code), {m_language, clean_text(title.empty() ? "ISCO-08 " + code : title)}});
    }

    const Standard& m_standard;
    const ExportOptions& m_options;
    LossReport& m_losses;
    StatedFacts m_facts;
    std::string m_language;
    LoqPlan m_plan;
};

}  // namespace

std::string main_language_of(const Standard& standard) {
    return language_tag(standard.languages.empty() ? "" : standard.languages.front());
}

LoqPlan plan_loq_head(const Standard& standard, const ExportOptions& options, LossReport& losses) {
    return Head(standard, options, losses).make();
}

void check_loq(const ExportSource& source, const ExportOptions& options) {
    std::string unknown;
    std::size_t count = 0;
    source.for_each_standard([&](const Standard& standard) {
        if (isced_field_of(standard, facts_of(standard, options))) return;
        ++count;
        unknown += (unknown.empty() ? "" : ", ") + standard.id;
    });
    if (count > 0)
        throw Error(ErrorCode::unsupported, unknown,
                    "LOQ demands an ISCED-F field, and nothing in " + std::string(count == 1 ? "this standard" : "these standards") +
                        " says which it is",
                    std::string(field_remedy));
}

}  // namespace kwalign::model
