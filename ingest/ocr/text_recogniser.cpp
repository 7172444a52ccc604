#include "ingest/ocr/text_recogniser.hpp"

#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include <omp.h>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

namespace kwalign::ingest {

namespace {

namespace fs = std::filesystem;

struct DataName {
    std::string_view language;
    std::string_view file;
};
constexpr std::array data_names = {DataName{"en", "eng"}, DataName{"et", "est"}, DataName{"nl", "nld"}};

constexpr std::size_t most_words = 20'000;  // on a page

std::string_view data_of(std::string_view language) {
    const auto found = std::find_if(data_names.begin(), data_names.end(), [&](const DataName& name) { return name.language == language; });
    return found == data_names.end() ? std::string_view{} : found->file;
}

std::vector<fs::path> data_folders() {
    std::vector<fs::path> folders;
    if (const char* named = std::getenv("TESSDATA_PREFIX"); named != nullptr) folders = {fs::path(named), fs::path(named) / "tessdata"};
    for (const char* folder : {"/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata", "/usr/share/tessdata",
                               "/usr/local/share/tessdata"})
        folders.emplace_back(folder);
    return folders;
}

bool has_data(const fs::path& folder, std::string_view language) {
    std::error_code error;
    const std::string_view name = data_of(language);
    return !name.empty() && fs::is_regular_file(folder / (std::string(name) + ".traineddata"), error);
}

}  // namespace

struct TextRecogniser::Impl {
    tesseract::TessBaseAPI api;
};

std::vector<std::string> installed_recognition_languages() {
    std::vector<std::string> result;
    for (const DataName& name : data_names) {
        const std::vector<fs::path> folders = data_folders();
        if (std::any_of(folders.begin(), folders.end(), [&](const fs::path& folder) { return has_data(folder, name.language); }))
            result.emplace_back(name.language);
    }
    return result;
}

TextRecogniser::TextRecogniser(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
TextRecogniser::~TextRecogniser() = default;
TextRecogniser::TextRecogniser(TextRecogniser&&) noexcept = default;
TextRecogniser& TextRecogniser::operator=(TextRecogniser&&) noexcept = default;

std::optional<TextRecogniser> TextRecogniser::open(const std::vector<std::string>& languages) {
    if (languages.empty()) return std::nullopt;
    std::string names;
    for (const std::string& language : languages) names += (names.empty() ? "" : "+") + std::string(data_of(language));
    for (const fs::path& folder : data_folders()) {
        // Tesseract complains on standard error of what is missing, so ask for nothing that is.
        if (!std::all_of(languages.begin(), languages.end(), [&](const std::string& language) { return has_data(folder, language); }))
            continue;
        auto impl = std::make_unique<Impl>();
        impl->api.SetVariable("debug_file", "/dev/null");
        if (impl->api.Init(folder.c_str(), names.c_str(), tesseract::OEM_LSTM_ONLY) != 0) continue;
        return TextRecogniser(std::move(impl));
    }
    return std::nullopt;
}

RecognisedPage TextRecogniser::recognise(const Picture& picture, PageLook look, int milliseconds) {
    RecognisedPage page;
    if (picture.empty()) return page;
    omp_set_max_active_levels(0);  // of this thread's parallel regions; Tesseract's gain little and take every core
    tesseract::TessBaseAPI& api = m_impl->api;
    api.SetPageSegMode(look == PageLook::whole ? tesseract::PSM_AUTO : tesseract::PSM_SINGLE_BLOCK);
    api.SetImage(picture.grey.data(), static_cast<int>(picture.width), static_cast<int>(picture.height), 1,
                 static_cast<int>(picture.width));
    api.SetSourceResolution(static_cast<int>(picture.dpi));
    tesseract::ETEXT_DESC monitor;
    monitor.set_deadline_msecs(std::max(milliseconds, 1));
    page.complete = api.Recognize(&monitor) == 0 && !monitor.deadline_exceeded();
    const std::unique_ptr<tesseract::ResultIterator> words(api.GetIterator());
    int line = -1;
    if (words != nullptr) {
        do {
            if (words->Empty(tesseract::RIL_WORD) || page.words.size() >= most_words) continue;
            if (words->IsAtBeginningOf(tesseract::RIL_TEXTLINE) || line < 0) ++line;
            const std::unique_ptr<char[]> text(words->GetUTF8Text(tesseract::RIL_WORD));
            int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
            if (text == nullptr || text[0] == '\0' || !words->BoundingBox(tesseract::RIL_WORD, &x0, &y0, &x1, &y1)) continue;
            RecognisedWord word;
            word.text = text.get();
            word.x0 = x0;
            word.y0 = y0;
            word.x1 = x1;
            word.y1 = y1;
            word.confidence = static_cast<double>(words->Confidence(tesseract::RIL_WORD));
            word.line = line;
            int bx0 = 0, by0 = 0, bx1 = 0, by1 = 0;
            word.baseline = y1;
            if (words->Baseline(tesseract::RIL_TEXTLINE, &bx0, &by0, &bx1, &by1) && bx1 > bx0)
                word.baseline = by0 + (by1 - by0) * ((word.x0 + word.x1) / 2.0 - bx0) / (bx1 - bx0);
            float row = 0.0F, descenders = 0.0F, ascenders = 0.0F;
            words->RowAttributes(&row, &descenders, &ascenders);
            word.x_height = static_cast<double>(row + descenders - ascenders);  // descenders are negative
            page.words.push_back(std::move(word));
        } while (words->Next(tesseract::RIL_WORD));
    }
    api.Clear();
    return page;
}

}  // namespace kwalign::ingest
