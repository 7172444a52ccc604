#!/usr/bin/env python3
"""check_formats.py KWALIGN SOURCE WORK: samples as DOCX and ODT (by pandoc), in other encodings, and lists as XLSX must give the same
statements as their texts. Prints a line for each file and ends with 1 where one differs; 77: pandoc is missing."""

import json
import pathlib
import shutil
import subprocess
import sys
import unicodedata

SAMPLES = ["ee-warehouse", "nl-logistics", "essa-web"]


def run(*arguments, **options):
    return subprocess.run([str(a) for a in arguments], check=True, capture_output=True, **options).stdout


def units_of(kwalign, work, file):
    """What a document says, unit by unit: titles and statements with their kinds, codes and languages, in order."""
    store = work / (file.name + ".db")
    report = json.loads(run(kwalign, "--store", store, "ingest", "--json", "--no-ocr", "--framework", "sample", file))
    standard = json.loads(run(kwalign, "--store", store, "show", report["files"][0]["standard"], "--json"))
    units = []
    for unit in standard["units"]:
        statements = [(s["kind"], s["code"], s["lang"], s["text"]) for s in unit["statements"]]
        units.append((unit["kind"], unit["code"], unit["title"], statements))
    return units


def count(units):
    return sum(len(statements) for *_, statements in units)


def compare(name, expected, found, failures):
    wrong = [i for i in range(max(len(expected), len(found))) if expected[i:i + 1] != found[i:i + 1]]
    print(f"{name}: {len(found)} units, {count(found)} statements" + (f", {len(wrong)} units differ" if wrong else ""))
    for i in wrong[:3]:
        print("  expected:", expected[i:i + 1], "\n  found:   ", found[i:i + 1])
    if wrong or count(found) == 0 and not name.endswith(".xlsx"):
        failures.append(name)


def encodings_of(sample, text, work):
    """The text as old programs would have saved it."""
    folder = work / "encodings"
    folder.mkdir(exist_ok=True)
    forms = {"utf8-mark": text.encode("utf-8-sig"), "utf16le": b"\xff\xfe" + text.encode("utf-16-le"), "utf16be": b"\xfe\xff" + text.encode("utf-16-be"),
             "crlf": text.replace("\n", "\r\n").encode(), "nfd": unicodedata.normalize("NFD", text).encode()}
    for name in ("cp1252", "cp1257", "iso8859-15"):
        try:
            forms[name] = text.encode(name)
        except UnicodeEncodeError:
            continue
    try:
        forms["mojibake"] = text.encode().decode("cp1252").encode()
    except UnicodeDecodeError:  # some of its bytes are no character of Windows-1252
        forms["mojibake"] = "".join(bytes([b]).decode("cp1252", "replace") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b) for b in text.encode()).encode()
    for name, data in forms.items():
        (folder / f"{sample}.{name}.txt").write_bytes(data)
    return sorted(folder.glob(f"{sample}.*.txt"))


def main(kwalign, source, work):
    if shutil.which("pandoc") is None:
        print("skipped: there is no pandoc")
        return 77
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    sys.path.insert(0, str(source / "tests/cli/data"))
    import office_files

    failures = []
    for sample in SAMPLES:
        text = source / "corpora/samples" / sample / f"{sample}.txt"
        expected = units_of(kwalign, work, text)
        print(f"{text.name}: {len(expected)} units, {count(expected)} statements")
        for suffix in ("docx", "odt"):
            file = work / f"{sample}.{suffix}"
            run("pandoc", text.with_suffix(".html"), "-o", file)
            compare(file.name, expected, units_of(kwalign, work, file), failures)
        if sample == SAMPLES[0]:
            for file in encodings_of(sample, text.read_text(encoding="utf-8"), work):
                compare(file.name, expected, units_of(kwalign, work, file), failures)
    table = [["id", "title", "lang", "description"], ["A.1", "Lahendab „intsidente“", "et", "Selgitab, mis juhtus."], ["A.2", "Plans; works", "en", ""]]
    listing = work / "list.csv"
    listing.write_text("".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in table))
    office_files.write_xlsx(work / "list.xlsx", {"List": office_files.rows_of(table)})
    compare("list.xlsx", units_of(kwalign, work, listing), units_of(kwalign, work, work / "list.xlsx"), failures)
    print(f"{len(failures)} files differ" + (": " + ", ".join(failures) if failures else ""))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])))
