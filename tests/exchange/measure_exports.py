#!/usr/bin/env python3
"""Exports a store in every format through the command line and measures each: measure_exports.py KWALIGN STORE FOLDER LIMIT_MB [FORMAT...].

Fails where a format needs more memory than the limit, fails, or writes nothing."""
import os
import pathlib
import shutil
import subprocess
import sys
import time

kwalign, store, folder, limit = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), int(sys.argv[4])
formats = sys.argv[5:] or ["alignment", "case", "ctdl", "json", "jsonl", "loq", "loq-jsonld", "loq-ttl", "skos", "skos-jsonld", "sssom"]
good = True
for name in formats:
    target = folder / name
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    start = time.monotonic()
    process = subprocess.Popen([kwalign, "export", "nl-mbo", "--format", name, "-o", f"{target}/", "--quiet", "--store", store])
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    written = sum(file.stat().st_size for file in target.iterdir())
    peak = usage.ru_maxrss / 1024
    print(f"{name}: peak {peak:.0f} MB, {seconds:.1f} s, {written / 1e6:.0f} MB in {len(list(target.iterdir()))} files", flush=True)
    good = good and status == 0 and peak < limit and written > 0
    shutil.rmtree(target)
sys.exit(0 if good else 1)
