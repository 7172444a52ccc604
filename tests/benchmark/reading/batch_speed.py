#!/usr/bin/env python3
"""A large batch: documents per second, memory over time, what the second core gains, and what running it again costs.

usage: batch_speed.py KWALIGN SAMPLES FOLDER COUNT [--checkpoints 500,5000,10000]

FOLDER is made or reused. Memory is what all processes of the program have of their own (proportional set size), sampled while it runs.
"""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path


def own_memory_kb(root):
    """Of the process and its children, shared pages counted once."""
    total = 0
    pids = [root]
    try:
        with open(f"/proc/{root}/task/{root}/children", encoding="ascii") as file:
            pids += [int(pid) for pid in file.read().split()]
    except OSError:
        return 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
                total += next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        except (OSError, StopIteration):
            pass
    return total


def ingest(kwalign, folder, store, jobs, total, cores=None):
    """Seconds, and (documents done, kB) sampled on the way."""
    command = [kwalign, "ingest", "--progress", "--jobs", str(jobs), "--store", str(store), str(folder), "--report", str(store) + ".json"]
    if cores is not None:
        command = ["taskset", "-c", cores] + command
    start = time.monotonic()
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    done = [0]

    def follow():
        buffer = b""
        while chunk := run.stderr.read1(4096):
            buffer = (buffer + chunk)[-8192:]
            for piece in buffer.split(b"\r"):
                words = piece.split(b"] ")
                if len(words) > 1 and b"/" in words[1]:
                    number = words[1].split(b"/")[0]
                    if number.isdigit():
                        done[0] = int(number)

    reader = threading.Thread(target=follow)
    reader.start()
    samples = []
    while run.poll() is None:
        samples.append((done[0], own_memory_kb(run.pid)))
        time.sleep(0.1)
    reader.join()
    if run.returncode not in (0, 3):
        sys.exit(f"exit status {run.returncode}")
    samples.append((total, samples[-1][1] if samples else 0))
    return time.monotonic() - start, samples


def remove_store(store):
    for suffix in ("", "-wal", "-shm", ".json"):
        Path(str(store) + suffix).unlink(missing_ok=True)


def main():
    kwalign, samples_folder, folder, count = sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
    checkpoints = [int(n) for n in sys.argv[6].split(",")] if sys.argv[5:6] == ["--checkpoints"] else [500, 5000, 10000]
    documents = folder / f"documents-{count}"
    if not documents.exists():
        subprocess.run([sys.executable, str(Path(__file__).with_name("make_documents.py")), samples_folder, str(documents), str(count)], check=True)
    store = folder / "batch.db"
    print(f"load of the machine before: {os.getloadavg()[0]:.1f}")
    remove_store(store)
    first, memory = ingest(kwalign, documents, store, 2, count)
    counts = json.loads(Path(str(store) + ".json").read_text(encoding="utf-8"))["counts"]
    print("became: " + ", ".join(f"{n} {status}" for status, n in counts.items() if n))
    print(f"{count} documents, 2 jobs: {first:.1f} s, {count / first:.0f} documents per second")
    before = 0
    for checkpoint in checkpoints:
        part = [kb for done, kb in memory if before <= done <= checkpoint]
        if part and checkpoint <= count:
            print(f"memory of all processes up to document {checkpoint}: {max(part) / 1024:.0f} MB at most")
        before = checkpoint
    again, _ = ingest(kwalign, documents, store, 2, count)
    print(f"again, unchanged: {again:.2f} s, {first / again:.0f} times faster")
    part_folder = documents / "000"
    remove_store(store)
    one, _ = ingest(kwalign, part_folder, store, 2, 1000, "0")
    remove_store(store)
    two, _ = ingest(kwalign, part_folder, store, 2, 1000, "0,1")
    remove_store(store)
    print(f"a thousand documents: {one:.1f} s on one core, {two:.1f} s on two: {one / two:.2f} times faster")


if __name__ == "__main__":
    main()
