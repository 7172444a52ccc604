#include "ingest/ingest.hpp"

#include "ingest/layout/layout.hpp"
#include "ingest/ocr/recognise_pages.hpp"
#include "ingest/office/office_package.hpp"
#include "ingest/office/xlsx_reader.hpp"
#include "ingest/outline/accounting.hpp"
#include "ingest/outline/flat_framework.hpp"
#include "ingest/outline/language.hpp"
#include "ingest/outline/outline.hpp"
#include "ingest/outline/recognition.hpp"
#include "ingest/outline/stage_dump.hpp"
#include "ingest/outline/standard_builder.hpp"
#include "ingest/repair/repair_lines.hpp"
#include "ingest/source/byte_source.hpp"
#include "ingest/text/encoding.hpp"
#include "model/error.hpp"
#include "model/identity.hpp"

#include <optional>
#include <utility>

namespace kwalign::ingest {

struct Ingester::Impl {
    Impl(const std::filesystem::path& templates, const std::filesystem::path& language)
        : forms(read_templates(templates)), recogniser(forms), languages(language) {}

    std::vector<Template> forms;
    Recogniser recogniser;
    LanguageModel languages;
};

namespace {

/// Pages with text: from the text layer, or recognised where there is none that can be read.
SourceDocument read_pages(std::string_view bytes, std::string_view name, const IngestOptions& options, const LanguageModel& languages) {
    SourceDocument source = read_source(bytes, name, options.password, options.limits, Textless::accept);
    if (source.media_type == "application/pdf") recognise_pages(source, bytes, options.password, languages, options.recognition);
    return source;
}

/// Lines, mended where text recognition damaged them; what was done is added to the findings.
LayoutDocument read_lines(SourceDocument& source, const IngestOptions& options, const LanguageModel& languages) {
    LayoutDocument document = layout(source, options.limits);
    repair_lines(document, source, languages, source.findings);
    return document;
}

bool is_table(std::string_view media_type) { return media_type == "text/csv" || media_type == "text/tab-separated-values"; }

/// A list of competences, which is read as it is, without layout.
struct FlatList {
    std::string text;  ///< UTF-8
    std::string media_type;
    std::vector<model::Finding> findings;
};

FlatList read_workbook(std::string_view bytes, std::string_view name, const IngestOptions& options) {
    const SheetText sheet = read_xlsx(bytes, name, options.sheet, options.limits);
    if (is_flat_framework(sheet.csv)) return {sheet.csv, std::string(xlsx_media_type), {}};
    std::string names;
    for (const std::string& other : sheet.sheets) names += (names.empty() ? "" : ", ") + other;
    throw model::Error(model::ErrorCode::unsupported, std::string(name),
                       "the first row of the sheet \"" + sheet.sheet + "\" does not name the columns id, title and lang",
                       "name the columns so, or another sheet with --sheet; its sheets: " + names);
}

std::optional<FlatList> find_flat(std::string_view bytes, std::string_view name, std::string_view media_type,
                                  const IngestOptions& options) {
    if (media_type == xlsx_media_type) return read_workbook(bytes, name, options);
    if (!is_table(media_type) && media_type != "text/plain") return std::nullopt;
    // The header alone decides; the rest of a large document that is none need not be decoded for it.
    constexpr std::size_t header_bytes = 64 * 1024;
    if (!is_flat_framework(decode_text(bytes.substr(0, header_bytes), detect_encoding(bytes)))) return std::nullopt;
    DecodedText decoded = read_encoded(bytes);
    FlatList list{std::move(decoded.text), std::string(media_type), std::move(decoded.findings)};
    if (!is_table(media_type)) list.media_type = list.text.find('\t') != std::string::npos ? "text/tab-separated-values" : "text/csv";
    return list;
}

model::Standard read_flat(const FlatList& list, std::string_view bytes, std::string_view name, const IngestOptions& options) {
    if (list.text.size() > options.limits.max_text_bytes)
        throw model::Error(model::ErrorCode::limit_exceeded, std::string(name), "the table is too large", "raise the limit max_text_bytes");
    const std::string stem = std::filesystem::path(std::string(name)).stem().string();
    const std::string framework = options.framework.empty() ? stem : options.framework;
    model::Standard standard = read_flat_framework(list.text, name, framework, framework, options.limits);
    standard.source.path = std::string(name);
    standard.source.sha256 = model::sha256_hex(bytes);
    standard.source.media_type = list.media_type;
    standard.source.pages = 1;
    standard.source.bytes = bytes.size();
    standard.source.template_id = "flat";
    standard.source.template_confidence = 1.0;
    standard.findings.insert(standard.findings.begin(), list.findings.begin(), list.findings.end());
    return standard;
}

}  // namespace

Ingester::Ingester(const std::filesystem::path& template_folder) : Ingester(template_folder, template_folder.parent_path() / "language") {}
Ingester::Ingester(const std::filesystem::path& template_folder, const std::filesystem::path& language_folder)
    : m_impl(std::make_unique<Impl>(template_folder, language_folder)) {}
Ingester::~Ingester() = default;
Ingester::Ingester(Ingester&&) noexcept = default;
Ingester& Ingester::operator=(Ingester&&) noexcept = default;

model::Standard Ingester::read(const std::filesystem::path& file, const IngestOptions& options) const {
    return read_bytes(read_file(file, options.limits), file.string(), options);
}

model::Standard Ingester::read_bytes(std::string_view bytes, std::string_view name, const IngestOptions& options) const {
    const std::string media_type = sniff_media_type(bytes, name);
    if (const auto list = find_flat(bytes, name, media_type, options)) return read_flat(*list, bytes, name, options);
    SourceDocument source = read_pages(bytes, name, options, m_impl->languages);
    const LayoutDocument document = read_lines(source, options, m_impl->languages);
    const Recognition recognition = m_impl->recogniser.recognise(document, options.template_id);
    const Template& form = m_impl->forms[recognition.form];
    model::Standard standard =
        build_standard(document, build_outline(document, form, options.limits), form, m_impl->languages, options.limits);
    standard.source.path = source.path;
    standard.source.sha256 = source.sha256;
    standard.source.media_type = source.media_type;
    standard.source.bytes = source.bytes;
    standard.source.pages = source.pages.size();
    standard.source.template_id = form.id;
    standard.source.template_confidence = recognition.confidence;
    std::vector<model::Finding> findings = source.findings;
    if (standard.title.empty()) {
        // An id needs something that tells documents apart; the name of the file is what people call it by.
        standard.title = std::filesystem::path(std::string(name)).stem().string();
        model::assign_identities(standard);
        findings.push_back(
            {"no-title", model::Severity::warning, "No title was found in the document; it is called by its file's name.", std::nullopt});
    }
    if (recognition.fallback)
        findings.push_back({"no-template-matched", model::Severity::warning,
                            "No template fits the document; it was read as a plain numbered outline.", std::nullopt});
    standard.findings.insert(standard.findings.begin(), findings.begin(), findings.end());
    return standard;
}

Explanation Ingester::explain(const std::filesystem::path& file, const IngestOptions& options) const {
    const std::string bytes = read_file(file, options.limits);
    if (find_flat(bytes, file.string(), sniff_media_type(bytes, file.string()), options))
        throw model::Error(model::ErrorCode::unsupported, file.string(), "a list of competences is read without a template",
                           "use kwalign lint");
    SourceDocument source = read_pages(bytes, file.string(), options, m_impl->languages);
    const LayoutDocument document = read_lines(source, options, m_impl->languages);
    const Recognition recognition = m_impl->recogniser.recognise(document, options.template_id);
    const Template& form = m_impl->forms[recognition.form];
    const Outline outline = build_outline(document, form, options.limits);
    Explanation result;
    result.path = file.string();
    result.template_id = form.id;
    result.confidence = recognition.confidence;
    result.forced = !options.template_id.empty();
    result.scores = m_impl->recogniser.scores(document);
    result.scores[recognition.form].chosen = true;
    result.lines = line_reports(document, outline);
    result.accounting = account_for(document, outline);
    result.findings = build_standard(document, outline, form, m_impl->languages, options.limits).findings;
    return result;
}

std::vector<TemplateScore> Ingester::templates() const { return m_impl->recogniser.scores({}); }

std::string Ingester::dump(const std::filesystem::path& file, std::string_view stage, const IngestOptions& options) const {
    if (stage != "pages" && stage != "lines" && stage != "blocks" && stage != "outline")
        throw model::Error(model::ErrorCode::bad_data, std::string(stage), "there is no such stage", "use pages, lines, blocks or outline");
    const std::string bytes = read_file(file, options.limits);
    SourceDocument source = read_pages(bytes, file.string(), options, m_impl->languages);
    if (stage == "pages") return dump_pages(source);
    const LayoutDocument document = read_lines(source, options, m_impl->languages);
    if (stage == "lines") return dump_lines(document);
    if (stage == "blocks") return dump_blocks(document);
    const Recognition recognition = m_impl->recogniser.recognise(document, options.template_id);
    const Template& form = m_impl->forms[recognition.form];
    return dump_outline(build_outline(document, form, options.limits), document, form);
}

}  // namespace kwalign::ingest
