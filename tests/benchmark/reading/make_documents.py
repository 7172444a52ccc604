#!/usr/bin/env python3
"""Makes a batch of documents from the sample documents: the same families, each document with its own identifiers, title and wording.

usage: make_documents.py SAMPLES FOLDER COUNT [--pdf PERCENT]

FOLDER gets COUNT files in folders of a thousand. Every tenth (or PERCENT) is a PDF of plain lines, written here; the others are text.
Every byte follows from the samples and the document's number.
"""

import re
import sys
import zlib
from pathlib import Path

WORDS = ("quickly", "carefully", "together with colleagues", "on time", "according to the agreements", "in writing", "under supervision", "alone")
PAGE_LINES = 52


def numbered(text, i):
    """The sample's text with identifiers of its own."""
    day, month, year = i % 28 + 1, i // 28 % 12 + 1, 1990 + i // 336
    text = re.sub(r"\b(\d\d)-\d{8}-(\d+)", lambda m: f"{m.group(1)}-{day:02}{month:02}{year}-{m.group(2)}", text)
    text = re.sub(r"\bC9\d{3}\b", f"C{i % 10000:04}", text)
    text = re.sub(r"\b29(\d{3})\b", lambda m: f"{10000 + i * 4 % 80000 + int(m.group(1)) % 4:05}", text)
    return re.sub(r"(ESSA [A-Z][^\n]*?)( EQF \d)", rf"\1 {i}\2", text)


def reworded(text, i):
    """Some sentences end differently, so that no two documents have the same statements."""
    lines = text.split("\n")
    for at in range(i % 7, len(lines), 7):
        if len(lines[at]) > 40 and lines[at].endswith("."):
            lines[at] = lines[at][:-1] + " " + WORDS[(i + at) % len(WORDS)] + "."
    return "\n".join(lines)


def wrapped(text):
    for line in text.replace("\f", "\n").split("\n"):
        while len(line) > 95:
            cut = line.rfind(" ", 40, 95)
            cut = cut if cut > 0 else 95
            yield line[:cut]
            line = line[cut:].lstrip()
        yield line


def to_pdf(text):
    """One column of Helvetica in WinAnsi; letters outside it become question marks."""
    lines = list(wrapped(text))
    pages = [lines[at : at + PAGE_LINES] for at in range(0, len(lines), PAGE_LINES)] or [[]]
    objects = [b"<</Type /Catalog /Pages 2 0 R>>", b"", b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"]
    kids = []
    for page in pages:
        shown = [b"(" + line.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj T*" for line in page]
        content = zlib.compress(b"BT /F1 10 Tf 14 TL 60 780 Td " + b"\n".join(shown) + b" ET")
        objects.append(b"<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(b"%d 0 R" % (len(objects) + 1))
        objects.append(b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources <</Font <</F1 3 0 R>>>>>>" % len(objects))
    objects[1] = b"<</Type /Pages /Count %d /Kids [%s]>>" % (len(kids), b" ".join(kids))
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def main():
    samples, folder, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    percent = int(sys.argv[5]) if sys.argv[4:5] == ["--pdf"] else 10
    texts = [file.read_text(encoding="utf-8") for file in sorted(samples.glob("*/*.txt"))]
    for i in range(count):
        part = folder / f"{i // 1000:03}"
        part.mkdir(parents=True, exist_ok=True)
        text = reworded(numbered(texts[i % len(texts)], i), i)
        if percent and i * percent // 100 != (i + 1) * percent // 100:
            (part / f"{i:06}.pdf").write_bytes(to_pdf(text))
        else:
            (part / f"{i:06}.txt").write_text(text, encoding="utf-8")
    print(f"{count} documents in {folder}")


if __name__ == "__main__":
    main()
