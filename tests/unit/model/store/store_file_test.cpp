#include "model/error.hpp"
#include "model/store/store.hpp"
#include "tests/unit/model/sample_standard.hpp"
#include "tests/unit/model/store/temporary_folder.hpp"

#include <sqlite3.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

using namespace kwalign::model;
using namespace kwalign::tests;

namespace fs = std::filesystem;

namespace {

using Connection = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;

Connection connect(const fs::path& file) {
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &raw) == SQLITE_OK);
    return {raw, sqlite3_close};
}

void run(const Connection& connection, const std::string& sql) {
    REQUIRE(sqlite3_exec(connection.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
}

std::optional<Error> error_of_opening(const fs::path& file, Store::Mode mode) {
    try {
        const Store store(file, mode);
        (void)store.list();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

/// Both modes refuse the file with this code and leave everything in the folder as it was.
void check_refused(const TemporaryFolder& folder, const std::string& name, ErrorCode code) {
    const auto before = folder.contents();
    for (const Store::Mode mode : {Store::Mode::read_write, Store::Mode::read_only}) {
        const auto error = error_of_opening(folder / name, mode);
        REQUIRE(error);
        CHECK(to_string(error->code()) == to_string(code));
        CHECK(error->place() == (folder / name).string());
        CHECK(folder.contents() == before);
    }
}

/// A closed store with a few standards, all in one file.
void make_store(const fs::path& file) {
    Store store(file);
    for (const char* code : {"C1", "C2", "C3", "C4", "C5"}) (void)store.put(plain_standard(code, 5, 20));
}

/// Without the rights of root for as long as it lives.
class AsNobody {
public:
    AsNobody() : m_root(geteuid() == 0) {
        if (m_root) REQUIRE(seteuid(65534) == 0);
    }
    ~AsNobody() {
        if (m_root && seteuid(0) != 0) std::abort();
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    bool m_root;
};

constexpr auto read_by_all = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
constexpr auto enter_by_all = read_by_all | fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;

}  // namespace

TEST_CASE("a new store is an identified database in WAL mode", "[store]") {
    const TemporaryFolder folder;
    make_store(folder / "a.db");
    CHECK(folder.contents().size() == 1);  // the log is gone with the last connection
    const std::string bytes = read_bytes(folder / "a.db");
    CHECK(bytes.substr(68, 4) == "kwal");
    CHECK(bytes.substr(18, 2) == "\x02\x02");  // write and read version of a WAL database
    CHECK_FALSE(error_of_opening(folder / "a.db", Store::Mode::read_only));
    CHECK(folder.contents() == std::map<std::string, std::string>{{"a.db", bytes}});  // reading leaves no trace
}

TEST_CASE("an absent store is not created by reading", "[store]") {
    const TemporaryFolder folder;
    const auto error = error_of_opening(folder / "a.db", Store::Mode::read_only);
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::not_found);
    CHECK(error->remedy() == "run kwalign ingest first");
    CHECK(folder.contents().empty());
}

TEST_CASE("an empty file becomes a store by writing only", "[store]") {
    const TemporaryFolder folder;
    write_bytes(folder / "a.db", "");
    CHECK(error_of_opening(folder / "a.db", Store::Mode::read_only)->code() == ErrorCode::not_found);
    CHECK(read_bytes(folder / "a.db").empty());
    CHECK_FALSE(error_of_opening(folder / "a.db", Store::Mode::read_write));
    CHECK_FALSE(read_bytes(folder / "a.db").empty());
}

TEST_CASE("a store in an absent folder or on a folder is an error", "[store]") {
    const TemporaryFolder folder;
    CHECK(error_of_opening(folder / "none" / "a.db", Store::Mode::read_write)->code() == ErrorCode::not_found);
    fs::create_directory(folder / "folder");
    check_refused(folder, "folder", ErrorCode::store_invalid);
    CHECK(error_of_opening("/dev/null", Store::Mode::read_write)->code() == ErrorCode::store_invalid);
}

TEST_CASE("files that are no databases are left alone", "[store]") {
    const TemporaryFolder folder;
    write_bytes(folder / "text.db", "id,title\n1,Text\n");
    write_bytes(folder / "long.db", std::string(10'000, 'x'));
    write_bytes(folder / "zero.db", std::string(10'000, '\0'));
    write_bytes(folder / "magic.db", std::string("SQLite format 3\0", 16));
    for (const char* name : {"text.db", "long.db", "zero.db", "magic.db"}) check_refused(folder, name, ErrorCode::store_invalid);
}

TEST_CASE("databases of other programs are left alone", "[store]") {
    const TemporaryFolder folder;
    run(connect(folder / "other.db"), "PRAGMA journal_mode=WAL; CREATE TABLE t(x); INSERT INTO t VALUES(1)");
    run(connect(folder / "named.db"), "PRAGMA application_id=1234; CREATE TABLE t(x)");
    check_refused(folder, "other.db", ErrorCode::store_invalid);
    check_refused(folder, "named.db", ErrorCode::store_invalid);
}

TEST_CASE("the journal of another program is not rolled back", "[store]") {
    const TemporaryFolder folder;
    {
        const Connection writer = connect(folder / "live.db");
        run(writer, "CREATE TABLE t(x); INSERT INTO t VALUES(1)");
        run(writer, "PRAGMA cache_size=1; BEGIN; INSERT INTO t VALUES(zeroblob(100000))");
        for (const char* suffix : {"", "-journal"})
            fs::copy_file(folder / (std::string("live.db") + suffix), folder / (std::string("dead.db") + suffix));
        run(writer, "ROLLBACK");
    }
    REQUIRE(fs::file_size(folder / "dead.db-journal") > 0);
    check_refused(folder, "dead.db", ErrorCode::store_invalid);
}

TEST_CASE("a store of a newer version is left alone", "[store]") {
    const TemporaryFolder folder;
    make_store(folder / "a.db");
    run(connect(folder / "a.db"), "PRAGMA user_version=999");
    check_refused(folder, "a.db", ErrorCode::store_too_new);
}

TEST_CASE("a truncated store is reported and left alone", "[store]") {
    const TemporaryFolder folder;
    make_store(folder / "whole.db");
    const std::string bytes = read_bytes(folder / "whole.db");
    REQUIRE(bytes.size() > 20'000);
    for (const std::size_t length : {std::size_t{50}, std::size_t{100}, std::size_t{1000}, std::size_t{4096}, std::size_t{8192},
                                     bytes.size() - 1, bytes.size() - 4096}) {
        CAPTURE(length);
        write_bytes(folder / "a.db", std::string_view(bytes).substr(0, length));
        check_refused(folder, "a.db", ErrorCode::store_invalid);
    }
}

TEST_CASE("a damaged page is reported, never a crash", "[store]") {
    const TemporaryFolder folder;
    make_store(folder / "whole.db");
    const std::string bytes = read_bytes(folder / "whole.db");
    for (std::size_t page = 1; page * 4096 < bytes.size(); ++page) {
        std::string damaged = bytes;
        damaged.replace(page * 4096, 4096, std::string(4096, static_cast<char>(0xa5)));
        write_bytes(folder / "a.db", damaged);
        CAPTURE(page);
        try {
            const Store store(folder / "a.db", Store::Mode::read_only);
            for (const StandardSummary& summary : store.list()) (void)store.get(summary.id);
            (void)store.resolve("C3");
        } catch (const Error& error) {
            const bool told = error.code() == ErrorCode::store_invalid || error.code() == ErrorCode::bad_data ||
                              error.code() == ErrorCode::no_such_standard;
            CHECK(told);
        }
    }
}

TEST_CASE("a store that another process is writing to is locked", "[store]") {
    const TemporaryFolder folder;
    make_store(folder / "a.db");
    Store store(folder / "a.db");
    const Connection other = connect(folder / "a.db");
    run(other, "BEGIN IMMEDIATE");
    CHECK(store.list().size() == 5);  // readers go on
    try {
        (void)store.put(plain_standard("C9"));
        FAIL("the store is locked");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::store_locked);
        CHECK(error.place() == (folder / "a.db").string());
    }
    run(other, "ROLLBACK");
    CHECK(store.put(plain_standard("C9")) == PutResult::added);
}

TEST_CASE("a store that cannot be written is read only", "[store]") {
    const TemporaryFolder folder;
    make_store(folder / "a.db");
    fs::permissions(folder / "a.db", read_by_all);
    fs::permissions(folder.path(), enter_by_all);
    const auto before = folder.contents();
    {
        const AsNobody nobody;
        CHECK(error_of_opening(folder / "a.db", Store::Mode::read_write)->code() == ErrorCode::store_readonly);
        CHECK(error_of_opening(folder / "new.db", Store::Mode::read_write)->code() == ErrorCode::store_readonly);
        const Store store(folder / "a.db", Store::Mode::read_only);
        CHECK(store.list().size() == 5);
    }
    CHECK(folder.contents() == before);
}

TEST_CASE("a writable store in a folder that is not is read only", "[store]") {
    const TemporaryFolder folder;
    make_store(folder / "a.db");
    fs::permissions(folder / "a.db", fs::perms::all);
    fs::permissions(folder.path(), enter_by_all);
    const auto before = folder.contents();
    {
        const AsNobody nobody;
        CHECK(error_of_opening(folder / "a.db", Store::Mode::read_write)->code() == ErrorCode::store_readonly);
        CHECK_FALSE(error_of_opening(folder / "a.db", Store::Mode::read_only));
    }
    CHECK(folder.contents() == before);
}

TEST_CASE("a file that cannot be read is said to be so", "[store]") {
    const TemporaryFolder folder;
    make_store(folder / "a.db");
    fs::permissions(folder / "a.db", fs::perms::none);
    fs::permissions(folder.path(), enter_by_all);
    const AsNobody nobody;
    CHECK(error_of_opening(folder / "a.db", Store::Mode::read_only)->code() == ErrorCode::unreadable);
}

TEST_CASE("writing to a store opened for reading fails", "[store]") {
    const TemporaryFolder folder;
    make_store(folder / "a.db");
    Store store(folder / "a.db", Store::Mode::read_only);
    const auto before = read_bytes(folder / "a.db");
    try {
        (void)store.put(plain_standard("C9"));
        FAIL("the store is read only");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::store_readonly);
    }
    CHECK(read_bytes(folder / "a.db") == before);
}

TEST_CASE("odd file names open the right file", "[store]") {
    const TemporaryFolder folder;
    for (const char* name : {"a b.db", "100%.db", "what?mode=memory", "file:x.db", "#1.db", "õ.db"}) {
        make_store(folder / name);
        CHECK(fs::exists(folder / name));
        CHECK_FALSE(error_of_opening(folder / name, Store::Mode::read_only));
    }
}
