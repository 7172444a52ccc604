#include "align/imported/term_import.hpp"

#include "align/imported/formats.hpp"
#include "align/imported/import_text.hpp"
#include "model/digest.hpp"
#include "model/error.hpp"
#include "model/text/unicode.hpp"

namespace kwalign::align {
namespace {

std::string sha256_hex(std::string_view bytes) {
    const auto digest = model::sha256(bytes);
    return model::to_hex(digest.data(), digest.size());
}

std::string guess_format(const std::filesystem::path& file, std::string_view text) {
    const std::string suffix = model::to_lower(file.extension().string());
    if (suffix == ".tbx" || suffix == ".tmx") return suffix.substr(1);
    if (suffix == ".ttl" || suffix == ".nt" || suffix == ".rdf" || suffix == ".skos") return "skos";
    if ((suffix == ".csv" || suffix == ".tsv") && looks_like_esco(text)) return "esco";
    const std::string_view head = text.substr(0, 4096);
    if (head.find("<martif") != std::string_view::npos || head.find("<tbx") != std::string_view::npos) return "tbx";
    if (head.find("<tmx") != std::string_view::npos) return "tmx";
    if (head.find("rdf:RDF") != std::string_view::npos) return "skos";
    throw model::Error(model::ErrorCode::unsupported, file.string(), "is no format of terms that can be read",
                       "say --format esco, tbx, tmx or skos");
}

/// "skills_en.csv" -> "en".
std::string language_of_name(const std::filesystem::path& file) {
    const std::string stem = file.stem().string();
    const std::size_t at = stem.rfind('_');
    return at == std::string::npos ? std::string{} : primary_language(std::string_view(stem).substr(at + 1));
}

}  // namespace

const std::vector<std::string>& term_formats() {
    static const std::vector<std::string> names{"esco", "skos", "tbx", "tmx"};
    return names;
}

TermImport import_terms(const std::vector<std::filesystem::path>& files, const TermImportOptions& options) {
    ConceptCollector collector(options.languages);
    TermImport out;
    for (const std::filesystem::path& file : files) {
        const std::string bytes = read_import(file);
        const std::string text(checked_text(bytes, file.string()));
        const std::string format = options.format.empty() ? guess_format(file, text) : options.format;
        if (format == "esco")
            read_esco(text, file.string(), options.lang.empty() ? language_of_name(file) : options.lang, collector);
        else if (format == "tbx")
            read_tbx(text, file.string(), collector);
        else if (format == "tmx")
            read_tmx_terms(text, file.string(), collector);
        else
            read_skos(text, file.string(), collector);
        out.notes.push_back(model::collapse_spaces(file.filename().string()) + " " + format + " " + sha256_hex(bytes));
    }
    out.left_out = collector.left_out();
    out.concepts = collector.finish();
    if (out.concepts.empty())
        throw model::Error(model::ErrorCode::bad_data, files.empty() ? "" : files.front().string(),
                           "there are no terms in it in the languages that were asked for");
    return out;
}

}  // namespace kwalign::align
