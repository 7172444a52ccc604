#!/usr/bin/env python3
"""Ingests every variant of make_variants.py and compares what became of each with what must.

usage: check_variants.py KWALIGN FOLDER [--seconds N] [--verbose]

One run over all of them: a file that ends the program would take the others with it. The limits are low, so that what runs into them
does it soon. A second run must say the same of what did not take too long.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

SECONDS = sys.argv[sys.argv.index("--seconds") + 1] if "--seconds" in sys.argv else "10"
MEGABYTES = "400"


def ingest(kwalign, folder, names, store):
    command = [kwalign, "ingest", "--json", "--store", str(store), "--timeout", SECONDS, "--memory", MEGABYTES, "--files-from", "-"]
    start = time.monotonic()
    run = subprocess.run(command, input="\0".join(names).encode() + b"\0", capture_output=True, cwd=folder, timeout=600, check=False)
    if run.returncode not in (0, 3):
        sys.exit(f"exit status {run.returncode}:\n{run.stderr.decode(errors='replace')[-3000:]}")
    return json.loads(run.stdout)["files"], time.monotonic() - start


def main():
    kwalign, folder = sys.argv[1], Path(sys.argv[2])
    expected = {}
    for line in (folder / "expected.tsv").read_text(encoding="utf-8").splitlines():
        name, statuses, why = line.split("\t")
        allowed = statuses.split("|")
        # What is stored may be the same standard as another variant's.
        expected[name] = (allowed + ["duplicate"] * bool({"read", "suspect", "partial"} & set(allowed)), why)
    store = folder / "hostile.db"
    for suffix in ("", "-wal", "-shm"):
        Path(str(store) + suffix).unlink(missing_ok=True)
    files, seconds = ingest(kwalign, folder, list(expected), store)
    problems = []
    seen = {file["path"]: file for file in files}
    for name, (statuses, why) in expected.items():
        file = seen.pop(name, None)
        if file is None:
            problems.append(f"{name}: not in the report")
        elif file["status"] not in statuses:
            problems.append(f"{name} ({why}): {file['status']} instead of {' or '.join(statuses)}: {file['message']}")
        elif file["status"] not in ("read", "updated", "unchanged") and not file["message"]:
            problems.append(f"{name}: {file['status']} without a word why")
        elif "broke down" in file["message"]:
            print(f"note: {name}: {file['message']}")
        if "--verbose" in sys.argv and file:
            print(f"{file['status']:14} {name:28} {file['message'][:100]}")
    problems += [f"{name}: not asked for" for name in seen]
    # What runs into the limit of time is tried anew each time.
    lasting = [file for file in files if file["status"] != "timed_out"]
    again, again_seconds = ingest(kwalign, folder, [file["path"] for file in lasting], store)
    for first, second in zip(lasting, again):
        if first["status"] != second["status"] and second["status"] not in ("unchanged", "duplicate"):
            problems.append(f"{first['path']}: {first['status']} at first, {second['status']} the second time")
    print(f"{len(expected)} variants: {seconds:.1f} s, the second time {again_seconds:.1f} s")
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()
