#include "model/identity.hpp"

#include "model/digest.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <vector>

namespace kwalign::model {

namespace {

/// 06495cd9-1a22-41e0-a07f-87bab355508a, drawn once for kwalign; changing it would change every published UUID.
constexpr std::array<unsigned char, 16> uuid_namespace = {0x06, 0x49, 0x5c, 0xd9, 0x1a, 0x22, 0x41, 0xe0,
                                                          0xa0, 0x7f, 0x87, 0xba, 0xb3, 0x55, 0x50, 0x8a};

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) noexcept { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Characters that ids use as separators (':' '#' '!' '@' and white space) never come from a printed value.
std::string safe_key(std::string_view printed) {
    std::string key;
    for (const char c : printed) {
        if (is_alphanumeric(c) || c == '.' || c == '_' || c == '-' || c == '/')
            key += c;
        else if (!key.empty() && key.back() != '-')
            key += '-';
    }
    while (!key.empty() && key.back() == '-') key.pop_back();
    return key;
}

std::string identifier_key(const Standard& standard, const std::string& scheme) {
    const auto found = standard.identifiers.find(scheme);
    return found == standard.identifiers.end() ? std::string{} : safe_key(found->second);
}

/// "08-23092024-1.1/7k" without the "/7k" that counts the versions.
std::string without_version(std::string key) {
    const auto slash = key.rfind('/');
    if (slash != std::string::npos && slash > 0) key.resize(slash);
    return key;
}

/// The title's slug, with the level where the title doesn't already end with it.
std::string title_key(const Standard& standard) {
    std::string key = slug(standard.title);
    if (standard.level) {
        const std::string level = slug(standard.level->scheme + " " + standard.level->value);
        if (!level.empty() && key != level && !key.ends_with("-" + level)) key += (key.empty() ? "" : "-") + level;
    }
    // A title without one Latin letter still needs a stable name.
    if (key.empty()) key = "untitled-" + sha256_hex(standard.title).substr(0, 12);
    return key;
}

/// "5." and "a)" as they are cited: without the punctuation that sets them off.
std::string cited_number(std::string_view printed) {
    const auto punctuation = [](char c) { return c == '.' || c == ')' || c == '(' || c == ':' || c == ' ' || c == '\t'; };
    while (!printed.empty() && punctuation(printed.front())) printed.remove_prefix(1);
    while (!printed.empty() && punctuation(printed.back())) printed.remove_suffix(1);
    return std::string(printed);
}

/// 0 -> "a", 25 -> "z", 26 -> "aa".
std::string letter_suffix(std::size_t index) {
    std::string suffix;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        suffix.insert(suffix.begin(), static_cast<char>('a' + (rest - 1) % 26));
    return suffix;
}

/// Fills and separates the codes of all statements of a standard.
class CodeBook {
public:
    /// `prefix`: what stands before the dot, the unit's code or the section's name.
    void add(std::vector<Statement>& statements, const std::string& prefix) {
        for (std::size_t i = 0; i < statements.size(); ++i) {
            Statement& statement = statements[i];
            const std::string number = cited_number(statement.number);
            if (!statement.code.empty()) {
                claim(statement);
            } else if (!number.empty()) {
                statement.code = number.starts_with(prefix + ".") ? number : prefix + "." + number;
                claim(statement);
            } else {
                m_unnumbered.push_back({&statement, prefix, i + 1});
            }
        }
    }

    void settle() {
        separate_equals();
        for (const Unnumbered& entry : m_unnumbered) {
            // Printed numbers keep their codes, so an ordinal gives way to the next free one.
            std::size_t ordinal = entry.ordinal;
            std::string code = entry.prefix + "." + std::to_string(ordinal);
            while (!m_taken.insert(code).second) code = entry.prefix + "." + std::to_string(++ordinal);
            entry.statement->code = std::move(code);
        }
    }

private:
    struct Unnumbered {
        Statement* statement;
        std::string prefix;
        std::size_t ordinal;
    };

    void claim(Statement& statement) {
        m_claims[statement.code].push_back(&statement);
        m_taken.insert(statement.code);
    }

    void separate_equals() {
        for (const auto& [code, claimants] : m_claims) {
            if (claimants.size() < 2) continue;
            std::size_t letter = 0;
            for (Statement* statement : claimants) {
                std::string candidate = code + letter_suffix(letter++);
                while (!m_taken.insert(candidate).second) candidate = code + letter_suffix(letter++);
                statement->code = std::move(candidate);
            }
        }
    }

    std::map<std::string, std::vector<Statement*>> m_claims;
    std::set<std::string> m_taken;
    std::vector<Unnumbered> m_unnumbered;
};

/// Hands out ids; a second claim to the same one becomes "id~2".
class IdRegister {
public:
    std::string claim(const std::string& wanted) {
        if (m_taken.insert(wanted).second) return wanted;
        std::size_t& count = m_repeats[wanted];
        std::string id;
        do id = wanted + "~" + std::to_string(++count + 1);
        while (!m_taken.insert(id).second);
        return id;
    }
    [[nodiscard]] bool taken(const std::string& id) const { return m_taken.contains(id); }

private:
    std::set<std::string> m_taken;
    std::map<std::string, std::size_t> m_repeats;
};

void identify_statements(std::vector<Statement>& statements, const std::string& standard, const std::string& holder, IdRegister& ids) {
    for (Statement& statement : statements) {
        const std::string plain = standard + "#" + statement.code;
        statement.id = ids.claim(ids.taken(plain) ? standard + "#" + holder + "/" + statement.code : plain);
    }
}

void identify_qualifications(Standard& standard) {
    IdRegister ids;
    for (Qualification& qualification : standard.qualifications) {
        std::string name = slug(qualification.title);
        if (name.empty()) name = slug(qualification.code.empty() ? qualification.kind : qualification.code);
        qualification.id = ids.claim(standard.id + "!" + name);
    }
}

}  // namespace

std::string standard_id(const Standard& standard) {
    std::string key = identifier_key(standard, "certificate_code");
    if (key.empty()) key = identifier_key(standard, "crebo");
    if (key.empty()) key = without_version(identifier_key(standard, "register_id"));
    if (key.empty()) key = title_key(standard);
    const std::string framework = safe_key(standard.framework);
    return (framework.empty() ? "unknown" : framework) + ":" + key;
}

void assign_identities(Standard& standard) {
    standard.id = standard_id(standard);
    for (std::size_t i = 0; i < standard.units.size(); ++i)
        if (standard.units[i].code.empty()) standard.units[i].code = "U" + std::to_string(i + 1);

    CodeBook codes;
    for (Unit& unit : standard.units) codes.add(unit.statements, unit.code);
    for (Section& section : standard.sections) codes.add(section.statements, section.name);
    codes.settle();

    IdRegister ids;
    for (Unit& unit : standard.units) unit.id = ids.claim(standard.id + "#" + unit.code);
    for (Unit& unit : standard.units) identify_statements(unit.statements, standard.id, unit.code, ids);
    for (Section& section : standard.sections) identify_statements(section.statements, standard.id, section.name, ids);
    identify_qualifications(standard);
}

std::string uuid_v5(std::string_view name) {
    std::string message(uuid_namespace.begin(), uuid_namespace.end());
    message += name;
    std::array<unsigned char, 20> bytes = sha1(message);
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0fU) | 0x50U);  // version 5
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3fU) | 0x80U);  // variant of RFC 4122
    std::string uuid = to_hex(bytes.data(), 16);
    for (const std::size_t at : {8U, 13U, 18U, 23U}) uuid.insert(at, 1, '-');
    return uuid;
}

std::string sha256_hex(std::string_view bytes) {
    const auto digest = sha256(bytes);
    return to_hex(digest.data(), digest.size());
}

std::string slug(std::string_view text) {
    std::string result;
    for (const char c : to_lower(strip_marks(to_nfc(text)))) {
        if (is_alphanumeric(c))
            result += c;
        else if (!result.empty() && result.back() != '-')
            result += '-';
    }
    while (!result.empty() && result.back() == '-') result.pop_back();
    return result;
}

}  // namespace kwalign::model
