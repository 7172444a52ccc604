#!/usr/bin/env python3
"""A batch that is interrupted, politely and not, ends with the same store as one that is not.

usage: check_batch.py KWALIGN SAMPLES FOLDER COUNT
"""

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path


class Batch:
    def __init__(self, kwalign, documents, store):
        self.store = Path(store)
        self.command = [kwalign, "ingest", "--json", "--no-progress", "--jobs", "2", "--store", str(store), str(documents)]

    def run(self):
        """The report, and the exit status."""
        run = subprocess.run(self.command, capture_output=True, check=False, timeout=1800)
        return json.loads(run.stdout), run.returncode

    def stored(self):
        if not self.store.exists():
            return 0
        try:
            with sqlite3.connect(f"file:{self.store}?mode=ro", uri=True) as database:
                return database.execute("SELECT count(*) FROM editions").fetchone()[0]
        except sqlite3.Error:
            return 0

    def end_after(self, how, count):
        """Starts it and sends the signal once so many standards are stored; the report, if there was one, and the exit status."""
        run = subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while run.poll() is None and self.stored() < count:
            time.sleep(0.01)
        run.send_signal(how)
        out, err = run.communicate(timeout=120)
        return (json.loads(out) if out else None), run.returncode, err.decode(errors="replace")

    def contents(self):
        with sqlite3.connect(self.store) as database:
            return database.execute("SELECT id, version, content_hash, document FROM editions ORDER BY id, version").fetchall()


def check(condition, message):
    if not condition:
        sys.exit(message)


def main():
    kwalign, samples, folder, count = sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    documents = folder / "documents"
    subprocess.run([sys.executable, str(Path(__file__).with_name("make_documents.py")), samples, str(documents), str(count)], check=True)

    whole = Batch(kwalign, documents, folder / "whole.db")
    report, status = whole.run()
    check(status in (0, 3), f"exit status {status}")
    check(len(report["files"]) == count, f"{len(report['files'])} files reported instead of {count}")
    check(report["failed"] == 0, f"{report['failed']} documents failed: {[f for f in report['files'] if f['status'] not in ('read', 'suspect')][:3]}")
    check(len(whole.contents()) == count, f"{len(whole.contents())} standards stored of {count} documents")
    paths = [file["path"] for file in report["files"]]
    check(paths == sorted(paths), "the report is not in the order of the files")

    broken = Batch(kwalign, documents, folder / "broken.db")
    report, status, err = broken.end_after(signal.SIGINT, count // 10)
    check(status == 130, f"exit status {status} after an interrupt")
    check(report is not None and report["interrupted"], "the report does not say that the batch was interrupted")
    check("the same command again" in err, f"no word how to go on: {err}")
    check(len(report["files"]) == broken.stored(), f"{broken.stored()} stored, {len(report['files'])} reported")
    report, status, err = broken.end_after(signal.SIGKILL, count // 3)
    check(status == -signal.SIGKILL, f"exit status {status} after being killed")
    before = broken.stored()
    check(0 < before < count, f"{before} stored when it was killed")
    report, status = broken.run()
    check(status in (0, 3), f"exit status {status} when going on")
    check(report["counts"]["unchanged"] >= before - 1, f"{report['counts']['unchanged']} unchanged of {before} that were stored")
    check(broken.contents() == whole.contents(), "the stores differ")

    report, status = broken.run()
    check(report["counts"]["unchanged"] == count and status == 0, f"not all unchanged when nothing has changed: {report['counts']}, exit status {status}")
    changed = documents / "000" / "000000.txt"
    changed.write_text(changed.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    report, _ = broken.run()
    check(report["counts"]["unchanged"] == count - 1, f"one changed, but {report['counts']}")
    print(f"{count} documents, interrupted after {count // 10} and killed after {before}: the same store")


if __name__ == "__main__":
    main()
