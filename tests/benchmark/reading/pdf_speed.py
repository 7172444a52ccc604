#!/usr/bin/env python3
"""Processor time of reading PDF files with kwalign, as against `pdftotext -bbox-layout` on the same files in the same run.

usage: pdf_speed.py KWALIGN FILE... [--runs N] [--at-most RATIO]

File by file, kwalign goes as far as blocks with their boxes (`kwalign dump --stage blocks`), in one thread. Each program reads each file N
times, in turns; the least time counts, because everything else is the machine's doing. Start-up is a part of both. The last line is for
all files in one run of `kwalign ingest --dry-run --jobs 1`, which starts once and goes on to the outline and the model; pdftotext reads one
file a run. With --at-most the exit status is 1 where the ratio over all files, or of the one run, is larger.
"""

import os
import sys
import tempfile


def processor_time(command):
    """User and system time of the command in seconds, to the microsecond (what the shell tells is hundredths)."""
    pid = os.fork()
    if pid == 0:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        os.execvp(command[0], command)
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        sys.exit(f"{' '.join(command)}: exit status {status}")
    return usage.ru_utime + usage.ru_stime


def option(arguments, name, default):
    if name not in arguments:
        return default
    at = arguments.index(name)
    value = float(arguments[at + 1])
    del arguments[at : at + 2]
    return value


def main():
    arguments = sys.argv[1:]
    runs = int(option(arguments, "--runs", 5))
    at_most = option(arguments, "--at-most", 0.0)
    kwalign, files = arguments[0], arguments[1:]
    totals = [0.0, 0.0]
    print(f"{'file':32} {'kwalign':>10} {'pdftotext':>10} {'ratio':>6}")
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            ours, theirs = [], []
            for _ in range(runs):
                ours.append(processor_time([kwalign, "dump", "--stage", "blocks", file]))
                theirs.append(processor_time(["pdftotext", "-bbox-layout", file, os.path.join(folder, "out.html")]))
            totals[0] += min(ours)
            totals[1] += min(theirs)
            print(f"{os.path.basename(file):32} {min(ours) * 1000:7.1f} ms {min(theirs) * 1000:7.1f} ms {min(ours) / min(theirs):6.2f}")
    ratio = totals[0] / totals[1]
    print(f"{'all':32} {totals[0] * 1000:7.1f} ms {totals[1] * 1000:7.1f} ms {ratio:6.2f}")
    whole = min(processor_time([kwalign, "ingest", "--dry-run", "--quiet", "--no-progress", "--jobs", "1"] + files) for _ in range(runs))
    print(f"{'all in one run, to the model':32} {whole * 1000:7.1f} ms {totals[1] * 1000:7.1f} ms {whole / totals[1]:6.2f}")
    if at_most and max(ratio, whole / totals[1]) > at_most:
        sys.exit(1)


if __name__ == "__main__":
    main()
