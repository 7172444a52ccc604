// hold_store FILE COMMAND...: runs the command while this process holds the exclusive lock of the SQLite file, and ends as the command does.

#include <sqlite3.h>

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>

int main(int argc, char** argv) {
    sqlite3* database = nullptr;
    if (argc < 3 || sqlite3_open(argv[1], &database) != SQLITE_OK ||
        sqlite3_exec(database, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) != SQLITE_OK) {
        std::fputs("hold_store: cannot lock\n", stderr);
        return 99;
    }
    const pid_t child = fork();
    if (child == 0) {
        execvp(argv[2], argv + 2);
        _exit(98);
    }
    int status = 0;
    waitpid(child, &status, 0);
    sqlite3_close(database);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 97;
}
