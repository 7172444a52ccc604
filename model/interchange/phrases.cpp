#include "model/interchange/phrases.hpp"

#include <array>
#include <cstddef>

namespace kwalign::model {

namespace {

using enum Phrase;

// clang-format off
constexpr auto entries = std::to_array<PhraseTexts>({
    {equivalence_table, "Equivalence table", "Vergelijkingstabel", "Vastavustabel"},
    {contents, "Contents", "Inhoud", "Sisukord"},
    {created, "Created", "Opgesteld", "Koostatud"},
    {made_with, "Made with", "Gemaakt met", "Koostatud programmiga"},
    {skip_to_content, "Skip to content", "Naar de inhoud", "Otse sisu juurde"},

    {standards_compared, "Standards compared", "Vergeleken standaarden", "Võrreldud standardid"},
    {identifier, "Identifier", "Kenmerk", "Tunnus"},
    {kind, "Kind", "Soort", "Liik"},
    {version, "Version", "Versie", "Versioon"},
    {issuer, "Issuer", "Uitgever", "Väljaandja"},
    {decided, "Decided", "Vastgesteld", "Kinnitatud"},
    {valid, "Valid", "Geldig", "Kehtib"},
    {valid_from, "from {0}", "vanaf {0}", "alates {0}"},
    {valid_until, "until {0}", "tot en met {0}", "kuni {0}"},
    {not_stated, "not stated", "niet vermeld", "märkimata"},
    {level, "Level", "Niveau", "Tase"},
    {eqf_level, "EQF level", "EQF-niveau", "EQF tase"},
    {languages, "Languages", "Talen", "Keeled"},
    {units, "Units", "Onderdelen", "Osad"},
    {statements, "Statements", "Uitspraken", "Väited"},
    {qualifications, "Qualifications", "Kwalificaties", "Kvalifikatsioonid"},
    {source_file, "Source file", "Bronbestand", "Lähtefail"},
    {fingerprint, "SHA-256", "SHA-256", "SHA-256"},
    {pages, "Pages", "Pagina's", "Lehekülgi"},
    {text_accounted, "Text accounted for", "Verwerkte tekst", "Arvesse võetud tekst"},
    {compiled_by, "Compiled by", "Opgesteld door", "Koostajad"},
    {findings, "Findings in the source", "Bevindingen in de bron", "Tähelepanekud lähteteksti kohta"},

    {how_to_read, "How to read this table", "Leeswijzer", "Kuidas tabelit lugeda"},
    {method, "Method", "Methode", "Meetod"},
    {relation, "Relation", "Relatie", "Seos"},
    {symbol, "Symbol", "Teken", "Märk"},
    {meaning, "Meaning, read from left to right", "Betekenis, van links naar rechts gelezen", "Tähendus, vasakult paremale lugedes"},

    {equal, "equal", "gelijk", "sama"},
    {equivalent, "equivalent", "gelijkwaardig", "samaväärne"},
    {covers, "covers", "omvat", "hõlmab"},
    {covered_by, "covered by", "valt onder", "on hõlmatud"},
    {overlaps, "overlaps", "overlapt", "kattub osaliselt"},
    {none, "none", "geen", "puudub"},
    {equal_means, "Both ask the same.", "Beide vragen hetzelfde.", "Mõlemad nõuavad sama."},
    {equivalent_means, "Interchangeable for recognition, though not word for word the same.",
        "Voor erkenning onderling verwisselbaar, al is de tekst niet gelijk.", "Tunnustamisel vahetatavad, kuigi sõnastus erineb."},
    {covers_means, "The right-hand item is part of the left-hand one; the left asks more.",
        "Het rechter onderdeel maakt deel uit van het linker; links wordt meer gevraagd.", "Parempoolne on osa vasakpoolsest; vasak nõuab rohkem."},
    {covered_by_means, "The left-hand item is part of the right-hand one; the right asks more.",
        "Het linker onderdeel maakt deel uit van het rechter; rechts wordt meer gevraagd.", "Vasakpoolne on osa parempoolsest; parem nõuab rohkem."},
    {overlaps_means, "A real common part; each also asks something the other does not.",
        "Een wezenlijk gemeenschappelijk deel; elk vraagt ook iets wat het andere niet vraagt.",
        "Oluline ühisosa; kumbki nõuab ka midagi, mida teine ei nõua."},
    {none_means, "Examined, nothing found; the nearest miss is named.", "Onderzocht, niets gevonden; het dichtstbijzijnde is vermeld.",
        "Uuritud, vastet ei leitud; lähim võimalus on nimetatud."},

    {suggested, "suggested", "voorgesteld", "soovitatud"},
    {confirmed, "confirmed", "bevestigd", "kinnitatud"},
    {rejected, "rejected", "afgewezen", "tagasi lükatud"},
    {status, "Status", "Status", "Olek"},
    {status_means, "A suggested row is a proposal of the program. It counts once an evaluator has confirmed it; rejected rows are kept so that the decision can be followed.",
        "Een voorgestelde rij is een voorstel van het programma. Ze telt pas als een beoordelaar haar heeft bevestigd; afgewezen rijen blijven staan, zodat het besluit te volgen is.",
        "Soovitatud rida on programmi ettepanek. See kehtib alles siis, kui hindaja on selle kinnitanud; tagasi lükatud read jäävad alles, et otsus oleks jälgitav."},

    {confidence, "Confidence", "Zekerheid", "Kindlus"},
    {confidence_means, "From 0 to 1, calibrated: of the links given 0.80, about four in five hold.",
        "Van 0 tot 1, geijkt: van de verbanden met 0.80 kloppen er ongeveer vier van de vijf.",
        "0 kuni 1, kalibreeritud: seostest, mille väärtus on 0.80, peab paika umbes neli viiest."},
    {coverage, "Coverage", "Dekking", "Kaetus"},
    {coverage_means, "The share of one side's content that the other side also requires, stated both ways. The weight counts what is required in full and what may be chosen less.",
        "Het deel van de inhoud van de ene kant dat de andere kant ook vraagt, in beide richtingen. In het gewicht telt het verplichte ten volle en het te kiezen deel minder.",
        "Osa ühe poole sisust, mida nõuab ka teine pool; esitatud mõlemas suunas. Kaalus loeb kohustuslik täielikult ja valitav vähem."},
    {level_means, "Content may agree while the level differs; such rows are flagged, and never called equal.",
        "De inhoud kan overeenkomen terwijl het niveau verschilt; zulke rijen zijn gemarkeerd en heten nooit gelijk.",
        "Sisu võib kattuda, kuigi tase erineb; sellised read on märgitud ja neid ei nimetata kunagi samaks."},
    {languages_mean, "Quoted text stands in the language of its document; the evidence is in English.",
        "Aangehaalde tekst staat in de taal van het document; de onderbouwing is in het Engels.",
        "Tsiteeritud tekst on dokumendi keeles; põhjendused on inglise keeles."},
    {minimum_confidence, "Minimum confidence", "Minimale zekerheid", "Vähim kindlus"},
    {settings, "Settings", "Instellingen", "Seaded"},

    {summary, "Summary", "Samenvatting", "Kokkuvõte"},
    {links, "Links", "Verbanden", "Seosed"},
    {links_by_relation, "Links by relation", "Verbanden naar relatie", "Seosed liigi järgi"},
    {no_links, "No links.", "Geen verbanden.", "Seoseid ei ole."},
    {links_below_minimum, "Below the minimum confidence, not shown", "Onder de minimale zekerheid, niet getoond", "Alla vähima kindluse, näitamata"},
    {rejected_links, "Rejected", "Afgewezen", "Tagasi lükatud"},
    {reviewed, "Confirmed by an evaluator", "Bevestigd door een beoordelaar", "Hindaja kinnitatud"},
    {covered_by_other, "Covered by {0}", "Gedekt door {0}", "Kaetud: {0}"},
    {what, "What", "Wat", "Mis"},
    {share, "Share", "Aandeel", "Osakaal"},
    {all_units_together, "All units together", "Alle onderdelen samen", "Kõik osad kokku"},
    {whole, "whole qualification", "volledige kwalificatie", "kutse tervikuna"},
    {partial, "partial qualification", "deelkwalificatie", "osakutse"},
    {profile, "profile", "profiel", "profiil"},
    {certificate, "certificate", "certificaat", "tunnistus"},
    {unit, "unit", "onderdeel", "osa"},
    {statement, "statement", "uitspraak", "väide"},
    {qualification, "qualification", "kwalificatie", "kvalifikatsioon"},
    {counted_units, "units", "onderdelen", "osa"},
    {counted_statements, "statements", "uitspraken", "väidet"},
    {covered_of_total, "Covered", "Gedekt", "Kaetud"},
    {weight_of_total, "Weight", "Gewicht", "Kaal"},
    {matrix, "Matrix", "Matrix", "Maatriks"},
    {matrix_means, "Rows are units of {0}, columns units of {1}. Each mark leads to its row below.",
        "Rijen zijn onderdelen van {0}, kolommen onderdelen van {1}. Elk teken verwijst naar zijn rij hieronder.",
        "Ridades on {0} osad, veergudes {1} osad. Iga märk viib allpool oleva reani."},
    {units_of, "Units of {0}", "Onderdelen van {0}", "{0} osad"},
    {matrix_too_large, "Too many units for a matrix ({0} by {1}).", "Te veel onderdelen voor een matrix ({0} bij {1}).", "Maatriksi jaoks on osi liiga palju ({0} korda {1})."},

    {links_in_detail, "Links in detail", "Verbanden in detail", "Seosed üksikasjalikult"},
    {code, "Code", "Code", "Kood"},
    {title, "Title", "Titel", "Pealkiri"},
    {item_in, "Item in {0}", "Onderdeel in {0}", "Osa: {0}"},
    {evidence, "Evidence", "Onderbouwing", "Põhjendus"},
    {expires, "Expires", "Vervalt", "Aegub"},
    {expires_means, "A row expires with the standard that ends first.", "Een rij vervalt met de standaard die het eerst afloopt.", "Rida aegub koos standardiga, mis lõpeb varem."},
    {of_source, "of {0}", "van {0}", "{0}"},
    {of_target, "of {0}", "van {0}", "{0}"},
    {level_same, "same level", "zelfde niveau", "sama tase"},
    {level_unknown, "level not comparable", "niveau niet te vergelijken", "tase ei ole võrreldav"},
    {level_higher, "{0} is higher (EQF +{1})", "{0} is hoger (EQF +{1})", "{0} on kõrgem (EQF +{1})"},
    {level_lower, "{0} is lower (EQF \u2212{1})", "{0} is lager (EQF \u2212{1})", "{0} on madalam (EQF \u2212{1})"},

    {matched_statements, "Statements that support the link", "Uitspraken die het verband dragen", "Seost toetavad väited"},
    {in_words_source, "{0}, original text", "{0}, oorspronkelijke tekst", "{0}, algtekst"},
    {other_statements, "Other statements of {0}", "Overige uitspraken van {0}", "Muud väited: {0}"},
    {no_statement_pairs, "No pair of single statements was matched.", "Er is geen paar van afzonderlijke uitspraken gevonden.", "Üksikute väidete paare ei leitud."},
    {show_statements, "Original statements and further evidence", "Oorspronkelijke uitspraken en verdere onderbouwing", "Algsed väited ja muud põhjendused"},
    {page_abbreviated, "p. {0}", "p. {0}", "lk {0}"},
    {pages_abbreviated, "pp. {0}", "pp. {0}", "lk {0}"},

    {decided_by, "by {0}", "door {0}", "otsustas {0}"},
    {decided_on, "on {0}", "op {0}", "{0}"},
    {reason, "Reason", "Reden", "Põhjus"},
    {agreed, "agreed", "akkoord", "nõus"},
    {not_agreed, "not agreed", "niet akkoord", "ei ole nõus"},

    {filter, "Filter and sort", "Filteren en sorteren", "Filtreeri ja sordi"},
    {filter_text, "Text contains", "Tekst bevat", "Tekst sisaldab"},
    {filter_relation, "Relations", "Relaties", "Seosed"},
    {show_all_details, "Open all details", "Alle details openen", "Ava kõik üksikasjad"},
    {hide_all_details, "Close all details", "Alle details sluiten", "Sulge kõik üksikasjad"},
    {reset_filter, "Reset", "Wissen", "Lähtesta"},
    {rows_shown, "{0} of {1} rows shown", "{0} van {1} rijen getoond", "Näidatud {0} rida {1}-st"},
    {sort_by, "Sort by {0}", "Sorteren op {0}", "Sordi: {0}"},
    {nothing_matches, "No row matches the filter.", "Geen rij voldoet aan het filter.", "Ükski rida ei vasta filtrile."},

    {not_covered, "What is not covered", "Wat niet gedekt is", "Mis on katmata"},
    {not_covered_codes, "not covered: {0}", "niet gedekt: {0}", "katmata: {0}"},
    {without_counterpart, "In {0}, without a counterpart in {1}", "In {0}, zonder tegenhanger in {1}", "Ainult {0}, vaste puudub: {1}"},
    {all_have_counterpart, "Every item has a counterpart.", "Elk onderdeel heeft een tegenhanger.", "Igal osal on vaste."},
    {nearest, "nearest", "dichtstbij", "lähim"},
    {below_minimum, "below the minimum confidence", "onder de minimale zekerheid", "alla vähima kindluse"},
    {was_rejected, "rejected by an evaluator", "afgewezen door een beoordelaar", "hindaja tagasi lükatud"},
    {no_candidate, "no candidate", "geen kandidaat", "kandidaati ei ole"},
    {coverage_by_unit, "Units of {0}: how much {1} covers", "Onderdelen van {0}: hoeveel {1} dekt", "{0} osad: kui palju {1} neist katab"},
    {nothing_uncovered, "everything is covered", "alles is gedekt", "kõik on kaetud"},
    {uncovered_statements, "Statements not covered", "Niet gedekte uitspraken", "Katmata väited"},
    {side_by_side, "Side by side", "Naast elkaar", "Kõrvuti"},
    {side_by_side_means, "The units of {0} and what the other standards have that links best to each.",
        "De onderdelen van {0} en wat er in de andere standaarden het best bij past.",
        "{0} osad ja mis teistes standardites nendega kõige paremini seostub."},
    {more_links, "and {0} more", "en nog {0}", "ja veel {0}"},

    {signatures, "Signatures", "Ondertekening", "Allkirjad"},
    {signatures_mean, "Signed for the rows marked as agreed or confirmed above, for the versions of the standards named in this document.",
        "Ondertekend voor de rijen die hierboven als akkoord of bevestigd zijn gemarkeerd, voor de versies van de standaarden die dit document noemt.",
        "Allkiri kehtib eespool nõusolekuga märgitud või kinnitatud ridade kohta, selles dokumendis nimetatud standardite versioonide puhul."},
    {evaluator, "Evaluator", "Beoordelaar", "Hindaja"},
    {name, "Name", "Naam", "Nimi"},
    {organisation, "Organisation", "Organisatie", "Asutus"},
    {date, "Date", "Datum", "Kuupäev"},
    {signature, "Signature", "Handtekening", "Allkiri"},

    {about, "About", "Toelichting", "Teave"},
    {gaps, "Gaps", "Hiaten", "Lüngad"},
    {side, "Standard", "Standaard", "Standard"},
    {requirement, "Requirement", "Verplichting", "Kohustuslikkus"},
    {mandatory, "mandatory", "verplicht", "kohustuslik"},
    {elective, "elective", "keuze", "valitav"},
    {truncated, "[cut: longer than a cell can hold]", "[afgekapt: langer dan in een cel past]", "[lühendatud: ei mahu lahtrisse]"},
    {back_to_contents, "Back to contents", "Terug naar de inhoud", "Tagasi sisukorda"},
});
// clang-format on

constexpr bool in_order() {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (static_cast<std::size_t>(entries[i].phrase) != i) return false;
    }
    return entries.size() == static_cast<std::size_t>(Phrase::count_);
}
static_assert(in_order(), "phrases.cpp lists the phrases in the order of enum Phrase");

}  // namespace

const PhraseTexts& texts_of(Phrase phrase) noexcept { return entries[static_cast<std::size_t>(phrase)]; }

}  // namespace kwalign::model
