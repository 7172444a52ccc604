#include "model/exchange/diff.hpp"
#include "model/exchange/sssom_text.hpp"
#include "model/json_encode.hpp"

#include <algorithm>

namespace kwalign::model {

namespace {

std::string_view state_of(const StandardDiff& diff) noexcept {
    if (diff.before_id.empty()) return "added";
    return diff.after_id.empty() ? "removed" : "changed";
}

std::string_view kind_of(const LinkChange& change) noexcept {
    if (!change.before) return "gained";
    return change.after ? "changed" : "lost";
}

std::string ends_of(const Link& link) {
    return link.source.standard + "#" + link.source.code() + " -> " + link.target.standard + "#" + link.target.code();
}

std::string link_text(const std::optional<Link>& link) {
    if (!link) return {};
    return std::string(to_string(link->relation)) + " " + sssom_number(link->confidence) + " " +
           std::string(to_string(link->decision.status));
}

/// "B.3.5", or "B.3.5 (was B.3.4)".
std::string code_text(const Change& change) {
    const std::string& code = change.after_code.empty() ? change.before_code : change.after_code;
    const bool renamed = !change.after_code.empty() && !change.before_code.empty() && change.after_code != change.before_code;
    return code + (renamed ? " (was " + change.before_code + ")" : "");
}

std::string change_line(const Change& change) {
    std::string line = "  " + std::string(to_string(change.kind)) + " " + change.part;
    if (const std::string code = code_text(change); !code.empty()) line += " " + code;
    if (!change.field.empty()) line += " " + change.field;
    switch (change.kind) {
        case ChangeKind::added: return line + ": " + change.after;
        case ChangeKind::removed: return line + ": " + change.before;
        case ChangeKind::reworded: return line + ": " + marked_text(change.words);
        case ChangeKind::moved:
            if (!change.field.empty()) return line;
            break;
        case ChangeKind::level_changed:
        case ChangeKind::code_changed:
        case ChangeKind::changed: break;
    }
    const auto shown = [](const std::string& value) { return value.empty() ? std::string("(none)") : value; };
    return line + ": " + shown(change.before) + " -> " + shown(change.after);
}

std::string side_name(const std::string& id, const std::string& version) { return id + (version.empty() ? "" : " version " + version); }

void write_change(JsonWriter& json, const Change& change) {
    json.begin_object();
    json.member("kind", to_string(change.kind));
    json.member("part", change.part);
    json.member_or_null("field", change.field);
    json.member_or_null("before_code", change.before_code);
    json.member_or_null("after_code", change.after_code);
    json.member_or_null("before", change.before);
    json.member_or_null("after", change.after);
    write_list(json, "words", change.words, [](JsonWriter& out, const WordRun& run) {
        out.begin_object();
        out.member("side", run.side == WordRun::Side::both ? "both" : run.side == WordRun::Side::before ? "before" : "after");
        out.member("text", run.text);
        out.end_object();
    });
    json.end_object();
}

void write_standard_diff(JsonWriter& json, const StandardDiff& diff) {
    json.begin_object();
    json.member("state", state_of(diff));
    json.member("title", diff.title);
    json.member_or_null("before", diff.before_id);
    json.member_or_null("before_version", diff.before_version);
    json.member_or_null("after", diff.after_id);
    json.member_or_null("after_version", diff.after_version);
    write_list(json, "changes", diff.changes, write_change);
    json.end_object();
}

void write_link_or_null(JsonWriter& json, std::string_view key, const std::optional<Link>& link) {
    json.key(key);
    if (link)
        write_link(json, *link);
    else
        json.null();
}

std::string csv_field(std::string_view value) {
    if (value.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(value);
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

std::string csv_row(std::initializer_list<std::string_view> fields) {
    std::string row;
    bool first = true;
    for (const std::string_view field : fields) {
        if (!first) row += ',';
        row += csv_field(field);
        first = false;
    }
    return row + "\n";
}

}  // namespace

std::string diff_text(const SetDiff& diff) {
    std::string text;
    std::size_t changes = 0;
    for (const StandardDiff& standard : diff.standards) {
        if (state_of(standard) == "changed")
            text += side_name(standard.before_id, standard.before_version) + " -> " + side_name(standard.after_id, standard.after_version) +
                    ": " + standard.title + "\n";
        else
            text += std::string(state_of(standard)) + " standard " +
                    (standard.after_id.empty() ? side_name(standard.before_id, standard.before_version)
                                               : side_name(standard.after_id, standard.after_version)) +
                    ": " + standard.title + "\n";
        for (const Change& change : standard.changes) text += change_line(change) + "\n";
        changes += standard.changes.size();
    }
    if (!diff.links.empty()) text += "links\n";
    for (const LinkChange& change : diff.links) {
        const Link& link = change.after ? *change.after : *change.before;
        text += "  " + std::string(kind_of(change)) + " " + ends_of(link) + ": " + link_text(change.before) +
                (change.before && change.after ? " -> " : "") + link_text(change.after) + "\n";
    }
    if (!text.empty())
        text += "standards: " + std::to_string(diff.standards.size()) + ", changes: " + std::to_string(changes) +
                ", links: " + std::to_string(diff.links.size()) + "\n";
    return text;
}

std::string diff_json(const SetDiff& diff) {
    JsonWriter json(2);
    json.begin_object();
    write_list(json, "standards", diff.standards, write_standard_diff);
    write_list(json, "links", diff.links, [](JsonWriter& out, const LinkChange& change) {
        out.begin_object();
        out.member("kind", kind_of(change));
        write_link_or_null(out, "before", change.before);
        write_link_or_null(out, "after", change.after);
        out.end_object();
    });
    json.end_object();
    return json.take() + "\n";
}

std::string diff_csv(const SetDiff& diff) {
    std::string text = "standard,part,kind,field,before_code,after_code,before,after\n";
    for (const StandardDiff& standard : diff.standards) {
        const std::string& id = standard.after_id.empty() ? standard.before_id : standard.after_id;
        if (state_of(standard) != "changed")
            text += csv_row({id, "standard", state_of(standard), "", "", "", standard.after_id.empty() ? standard.title : "",
                             standard.before_id.empty() ? standard.title : ""});
        for (const Change& change : standard.changes)
            text += csv_row({id, change.part, to_string(change.kind), change.field, change.before_code, change.after_code, change.before,
                             change.after});
    }
    for (const LinkChange& change : diff.links) {
        text += csv_row({"", "link", kind_of(change), "", change.before ? ends_of(*change.before) : "",
                         change.after ? ends_of(*change.after) : "", link_text(change.before), link_text(change.after)});
    }
    return text;
}

}  // namespace kwalign::model
