#include "tools/app/lexicon_image.hpp"

#include "align/imported/user_data.hpp"
#include "align/lexicon/image.hpp"
#include "model/error.hpp"
#include "model/interchange/table_writer.hpp"

#include <string>
#include <system_error>

namespace kwalign::tools {

namespace fs = std::filesystem;

align::EngineExtras engine_extras(const Workspace& workspace) { return {workspace.user, {workspace.image}, workspace.dictionaries}; }

align::Lexicon open_lexicon(const Workspace& workspace) {
    return align::Lexicon::open(workspace.lexicon(), align::find_user_data(workspace.user).terms,
                                align::lexicon_images(workspace.data, workspace.user, {workspace.image}));
}

align::Lexicon open_shipped_lexicon(const Workspace& workspace) {
    return align::Lexicon::open(workspace.lexicon(), {}, align::lexicon_images(workspace.data, {}, {workspace.image}));
}

CompileReport compile_lexicon(const Workspace& workspace, const fs::path& output, bool shipped_alone) {
    fs::path file = output;
    if (file.empty()) {
        if (workspace.user.empty())
            throw model::Error(model::ErrorCode::not_found, "user data", "there is no folder for it",
                               "set XDG_DATA_HOME or HOME, or say --output");
        file = workspace.user / align::lexicon_image_name;
        std::error_code error;
        fs::create_directories(workspace.user, error);
        if (error) throw model::Error(model::ErrorCode::write_failed, workspace.user.string(), "cannot be made: " + error.message());
    }
    const align::UserData user = shipped_alone ? align::UserData{} : align::find_user_data(workspace.user);
    const align::Lexicon lexicon = align::Lexicon::load(workspace.lexicon(), user.terms);
    model::write_file_atomically(file, std::string(lexicon.image().bytes()));
    return {file, lexicon.concepts().size(), lexicon.image().bytes().size()};
}

void refresh_user_image(const Workspace& workspace) {
    if (!align::find_user_data(workspace.user).terms.empty()) {
        (void)compile_lexicon(workspace, {});
        return;
    }
    std::error_code ignored;  // an image that no longer fits is passed over anyway
    fs::remove(workspace.user / align::lexicon_image_name, ignored);
}

}  // namespace kwalign::tools
