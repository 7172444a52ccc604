#!/usr/bin/env python3
"""Makes damaged and malicious documents from the sample documents, and says what each must become.

usage: make_variants.py SAMPLES FOLDER

SAMPLES is corpora/samples. FOLDER gets the files and expected.tsv: file, statuses allowed (separated by |), why. Every byte is
determined by the samples: no clock, no chance.
"""

import os
import re
import sys
import zipfile
import zlib
from pathlib import Path

PASSWORD_FREE = "read|updated|unchanged|duplicate|suspect"  # read as a whole; which of them depends on the other variants
STORED = PASSWORD_FREE + "|partial"


class Variants:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.rows = []

    def add(self, name, data, statuses, why):
        if data is not None:
            (self.folder / name).write_bytes(data)
        self.rows.append(f"{name}\t{statuses}\t{why}")

    def finish(self):
        (self.folder / "expected.tsv").write_text("\n".join(self.rows) + "\n", encoding="utf-8")


def pdf(objects, root=1, head=b"%PDF-1.7\n", trailer=b""):
    """A PDF of objects {number: body} with a right cross-reference table."""
    out = bytearray(head)
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f")
    out += b"trailer\n<</Size %d /Root %d 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, table)
    return bytes(out)


def stream(data, extra=b""):
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(data), extra, data)


def text_page(text=b"B.3.1 Handling incidents"):
    return b"BT /F1 12 Tf 72 700 Td (" + text + b") Tj ET"


FONT = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"


def one_page(content, resources=b"/Font <</F1 5 0 R>>", page_extra=b"/MediaBox [0 0 595 842]", more=None):
    objects = {
        1: b"<</Type /Catalog /Pages 2 0 R>>",
        2: b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        3: b"<</Type /Page /Parent 2 0 R %s /Contents 4 0 R /Resources <<%s>>>>" % (page_extra, resources),
        4: content if content.startswith(b"<<") else stream(content),
        5: FONT,
    }
    objects.update(more or {})
    return objects


def truncations(variants, base):
    for percent, statuses in ((1, "damaged"), (10, "damaged|partial|no_units|scanned"), (40, "damaged|partial|no_units|scanned"), (60, "damaged|partial|no_units|scanned"),
                              (80, "damaged|partial|no_units|scanned|suspect"), (95, "partial|damaged|no_units"), (99, STORED)):
        variants.add(f"cut_{percent:02d}.pdf", base[: len(base) * percent // 100], statuses, f"the first {percent}% of a file")
    variants.add("head_only.pdf", base[:9], "damaged", "the first line of a PDF")
    variants.add("without_end.pdf", base[: base.rfind(b"startxref")], STORED, "no startxref: the index is found by search")
    variants.add("without_head.pdf", base[1024:], "unsupported|damaged|no_units|suspect|failed", "the first kilobyte is missing")


def flips(variants, base):
    for step, start in ((97, 1500), (1009, 2000), (7919, 3000)):
        data = bytearray(base)
        for at in range(start, len(data) - 2048, step):
            data[at] ^= 0x55
        variants.add(f"flipped_every_{step}.pdf", bytes(data), STORED + "|damaged|scanned|no_units", f"every {step}th byte is wrong")
    data = bytearray(base)
    for at in range(1024, len(data) // 2):
        data[at] = 0
    variants.add("zeros_in_front_half.pdf", bytes(data), STORED + "|damaged|scanned|no_units", "the front half is zeros")


def broken_index(variants, base):
    variants.add("xref_shifted.pdf", base[:20] + b"%" + b"x" * 400 + b"\n" + base[20:], STORED, "every offset is wrong by 400 bytes")
    at = base.rfind(b"startxref")
    variants.add("startxref_beyond_end.pdf", base[:at] + b"startxref\n99999999\n%%EOF\n", STORED, "startxref points behind the end")
    variants.add("startxref_itself.pdf", base[:at] + b"startxref\n%d\n%%%%EOF\n" % at, STORED, "startxref points to itself")
    table = base.rfind(b"\nxref")
    variants.add("xref_garbage.pdf", base[: table + 6] + b"\xff" * 60 + base[table + 66 :], STORED + "|damaged", "a garbled table")
    variants.add("negative_size.pdf", base.replace(b"/Size ", b"/Size -"), STORED + "|damaged", "a table of negative size")
    loop = pdf(one_page(text_page()), trailer=b"/Prev 9")
    variants.add("prev_loop.pdf", re.sub(rb"/Prev 9", b"/Prev %d" % loop.rfind(b"xref\n0"), loop), STORED + "|damaged|no_units|scanned", "a table that continues in itself")
    variants.add("no_root.pdf", base.replace(b"/Root", b"/Rood"), STORED + "|damaged", "no catalogue in the trailer")
    variants.add("junk_before.pdf", b"junk line\n" * 50 + base, STORED, "half a kilobyte of junk before the header")
    variants.add("junk_behind.pdf", base + b"\0" * 5000, STORED, "zeros behind the end")


def page_trees(variants):
    objects = one_page(text_page())
    objects[2] = b"<</Type /Pages /Kids [2 0 R] /Count 1>>"
    variants.add("pages_cycle.pdf", pdf(objects), "damaged|scanned|no_units|too_large", "a page tree that is its own child")
    objects = one_page(text_page())
    objects[2] = b"<</Type /Pages /Kids [6 0 R] /Count 1>>"
    objects[6] = b"<</Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1>>"
    variants.add("pages_cycle_of_two.pdf", pdf(objects), "damaged|scanned|no_units|too_large", "two page trees that are each other's child")
    objects = one_page(text_page())
    objects[2] = b"<</Type /Pages /Kids [3 0 R] /Count 2000000000>>"
    variants.add("two_billion_pages.pdf", pdf(objects), "damaged|too_large|scanned|no_units|partial", "a count without pages")
    objects = one_page(text_page())
    objects[2] = b"<</Type /Pages /Kids [3 0 R] /Count -1>>"
    variants.add("negative_pages.pdf", pdf(objects), "damaged|no_units|partial|scanned", "a negative count")
    kids = b" ".join([b"3 0 R"] * 6000)
    objects = one_page(text_page())
    objects[2] = b"<</Type /Pages /Kids [%s] /Count 6000>>" % kids
    variants.add("six_thousand_pages.pdf", pdf(objects), "too_large|damaged", "more pages than the limit")
    objects = {1: b"<</Type /Catalog /Pages 2 0 R>>"}
    for level in range(2, 3000):
        objects[level] = b"<</Type /Pages /Kids [%d 0 R] /Count 1>>" % (level + 1)
    objects[3000] = b"<</Type /Page /MediaBox [0 0 100 100]>>"
    variants.add("page_tree_3000_deep.pdf", pdf(objects), "damaged|scanned|too_large|no_units|timed_out", "a page tree three thousand levels deep")
    objects = one_page(text_page(), page_extra=b"/MediaBox [0 0 1e9 1e9]")
    variants.add("huge_page.pdf", pdf(objects), "no_units|suspect|read|scanned", "a page of a billion points")
    objects = one_page(text_page(), page_extra=b"/MediaBox [0 0 0 0]")
    variants.add("empty_page_box.pdf", pdf(objects), "no_units|suspect|read|scanned", "a page without size")
    objects = one_page(text_page(), page_extra=b"/MediaBox [nan (x) null 7]")
    variants.add("page_box_of_junk.pdf", pdf(objects), "no_units|suspect|read|scanned|partial|damaged", "a page box that is none")


def contents(variants):
    form = b"<</Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources <</XObject <</X 6 0 R>>>> /Length 5>>\nstream\n/X Do\nendstream"
    variants.add("form_cycle.pdf", pdf(one_page(b"/X Do", b"/XObject <</X 6 0 R>>", more={6: form})), "no_units|scanned|partial|damaged|timed_out|too_large",
                 "a picture that contains itself")
    twice = {}
    for level in range(6, 36):
        body = b"/X Do /X Do"
        twice[level] = stream(body, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X %d 0 R>>>>" % (level + 1))
    twice[36] = stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    variants.add("form_doubling.pdf", pdf(one_page(b"/X Do", b"/XObject <</X 6 0 R>>", more=twice)), "timed_out|too_large|scanned|no_units|partial",
                 "pictures that contain two of the next, thirty times: a billion")
    bomb = zlib.compress(zlib.compress(b"q " * 60_000_000, 9), 9)
    variants.add("flate_bomb.pdf", pdf(one_page(stream(bomb, b"/Filter [/FlateDecode /FlateDecode]"))), "timed_out|too_large|scanned|no_units|damaged|partial",
                 "a page of a hundred megabytes in a few hundred bytes")
    words = zlib.compress(b"BT /F1 8 Tf " + b"1 0 0 1 9 9 Tm (x y) Tj " * 300_000 + b"ET", 9)
    variants.add("word_bomb.pdf", pdf(one_page(stream(words, b"/Filter /FlateDecode"))), "too_large|timed_out|no_units|suspect", "six hundred thousand words on a page")
    variants.add("endless_content.pdf", pdf(one_page(b"BT /F1 12 Tf " + b"(" * 20000)), "no_units|scanned|damaged|partial", "strings that never end")
    variants.add("deep_brackets.pdf", pdf(one_page(b"[" * 200_000)), "no_units|scanned|damaged|partial", "an array two hundred thousand levels deep")
    objects = one_page(text_page())
    objects[6] = b"<</A " * 50_000 + b"1" + b">>" * 50_000
    objects[3] = objects[3].replace(b"/Contents", b"/Extra 6 0 R /Contents")
    variants.add("deep_dictionaries.pdf", pdf(objects), "no_units|scanned|damaged|partial|suspect", "a dictionary fifty thousand levels deep")
    objects = one_page(text_page())
    objects[4] = b"<</Length 4 0 R>>\nstream\nxx\nendstream"
    variants.add("length_is_itself.pdf", pdf(objects), "no_units|scanned|damaged|partial", "a stream whose length is the stream")
    objects = one_page(text_page())
    objects[4] = objects[4].replace(b"/Length", b"/Length 999999999 /L")
    variants.add("length_too_long.pdf", pdf(objects), "no_units|scanned|damaged|partial|suspect", "a stream longer than the file")
    variants.add("no_pages.pdf", pdf({1: b"<</Type /Catalog>>"}), "damaged", "a catalogue without pages")
    variants.add("page_of_nothing.pdf", pdf(one_page(b"")), "scanned", "a page without any contents")


def fonts(variants):
    def with_font(font, more=None):
        objects = one_page(b"BT /F1 12 Tf 72 700 Td <0001000200030004> Tj ET", more=more)
        objects[5] = font
        return pdf(objects)

    unicode_map = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange %s endcmap"
    identity = b"<</Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 6 0 R>>"
    descendant = b"<</Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>>>"
    loose = "no_units|scanned|suspect|partial|damaged|too_large"
    variants.add("map_to_halves.pdf", with_font(identity, {6: stream(unicode_map % b"1 beginbfrange <0001> <0004> <D800> endbfrange"), 7: descendant}), loose,
                 "a character map to halves of surrogate pairs")
    variants.add("map_of_everything.pdf", with_font(identity, {6: stream(unicode_map % (b"1 beginbfrange <0000> <FFFFFFFF> <0000> endbfrange " * 2000)), 7: descendant}),
                 loose + "|timed_out", "a character map of four billion codes, two thousand times")
    variants.add("map_of_itself.pdf", with_font(identity, {6: stream(b"/X usecmap " * 1000, b"/Type /CMap /CMapName /X /UseCMap 6 0 R"), 7: descendant}), loose,
                 "a character map that uses itself")
    variants.add("font_of_itself.pdf", with_font(b"<</Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [5 0 R]>>"), loose,
                 "a font that descends from itself")
    variants.add("font_file_junk.pdf", with_font(b"<</Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor 6 0 R>>",
                 {6: b"<</Type /FontDescriptor /FontName /X /Flags 4 /FontFile2 7 0 R>>", 7: stream(b"\0\1\0\0" + b"\xff" * 3000)}), loose, "a font file of junk")
    glyph = stream(b"1000 0 d0 BT /F1 9 Tf (a) Tj ET")
    variants.add("type3_of_itself.pdf", with_font(b"<</Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.1 0 0 .1 0 0] /FirstChar 0 /LastChar 1 /Widths [9 9]"
                 b" /Encoding <</Differences [0 /a /a]>> /CharProcs <</a 6 0 R>> /Resources <</Font <</F1 5 0 R>>>>>>", {6: glyph}), loose, "a glyph that is drawn with its own font")


def locked(variants):
    encryption = b"<</Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4>>" % (b"41" * 32, b"42" * 32)
    objects = one_page(text_page())
    objects[6] = encryption
    variants.add("locked.pdf", pdf(objects, trailer=b"/Encrypt 6 0 R /ID [<00><00>]"), "needs_password", "encrypted with a password that nobody knows")
    objects = one_page(text_page())
    objects[6] = b"<</Filter /Nobody /V 99 /R 99>>"
    variants.add("locked_by_unknown.pdf", pdf(objects, trailer=b"/Encrypt 6 0 R /ID [<00><00>]"), "needs_password|damaged|unsupported", "encrypted in an unknown way")


def texts(variants, text):
    plain = text.decode("utf-8")
    variants.add("zero_bytes.txt", b"", "empty", "nothing")
    variants.add("zero_bytes.pdf", b"", "empty", "nothing")
    variants.add("blank.txt", b" \n\t\n" * 1000, "empty|no_units", "white space")
    variants.add("only_nul.txt", b"\0" * 4096, "unsupported", "zeros")
    variants.add("nul_inside.txt", text[:500] + b"\0\0\0" + text[500:], "unsupported|" + STORED, "zeros in a text")
    variants.add("not_utf8.txt", text[:400] + b"\xff\xfe\xc0\x80\xf5" + text[400:], STORED, "bytes that are no UTF-8")
    variants.add("utf16_cut.txt", plain.encode("utf-16")[:-1], STORED, "UTF-16 that ends in the middle of a character")
    variants.add("utf16_halves.txt", b"\xff\xfe" + ("B.3.1 x\n".encode("utf-16-le") + b"\x00\xd8") * 400, STORED + "|no_units", "UTF-16 with halves of surrogate pairs")
    variants.add("utf16_of_other_end.txt", b"\xfe\xff" + plain.encode("utf-16-le"), "no_units|unsupported|empty|" + STORED, "UTF-16 with the wrong byte order mark")
    variants.add("giant_line.txt", b"B.3.1 " + b"word " * 600_000, "too_large|no_units|suspect", "a line of three megabytes")
    variants.add("many_lines.txt", b"x\n" * 2_000_000, "timed_out|too_large|no_units|suspect|read", "two million lines")
    variants.add("many_numbers.txt", b"".join(b"%d.%d Handles incidents\n" % (i, i) for i in range(60_000)), "timed_out|too_large|no_units|" + STORED, "sixty thousand headings")
    variants.add("deep_numbers.txt", (b"1." * 3000 + b" Handles incidents\n") * 20, "no_units|" + STORED, "a number of three thousand levels")
    variants.add("control_characters.txt", bytes(range(1, 32)) * 200, "unsupported|no_units|empty", "control characters only")
    variants.add("combining_marks.txt", ("B.3.1 a" + "\u0301" * 200_000 + "\n").encode(), "no_units|suspect|too_large|read", "two hundred thousand accents on one letter")
    variants.add("right_to_left.txt", ("\u202e" * 1000 + plain[:3000]).encode(), STORED + "|no_units", "a thousand marks that turn the direction of text")
    variants.add("pdf_named_txt.txt", pdf(one_page(text_page())), "no_units|suspect|read", "a PDF that calls itself text")
    variants.add("text_named_pdf.pdf", text, STORED, "a text that calls itself PDF")
    variants.add("picture_named_pdf.pdf", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "scanned|unsupported|damaged", "a picture that calls itself PDF")
    variants.add("gibberish.pdf", bytes((i * i * 31 + i // 7) % 256 for i in range(50_000)), "unsupported", "bytes without meaning")


def markup_and_tables(variants):
    variants.add("html_without_end.html", b"<html><body><table><tr><td>" + b"<div><p>B.3.1 Handles incidents" * 5000, "no_units|suspect|read|too_large", "HTML that closes nothing")
    variants.add("html_deep.html", b"<html><body>" + b"<div>" * 100_000 + b"B.3.1 Handles", "no_units|suspect|read|too_large", "HTML a hundred thousand levels deep")
    variants.add("html_table_deep.html", b"<html><body>" + b"<table><tr><td>" * 20_000 + b"x", "no_units|suspect|read|too_large", "tables in tables in tables")
    variants.add("html_entities.html", b"<html><body><p>" + b"&#99999999999;&#xD800;&bogus;&" * 5000, "no_units|suspect|read", "entities that are none")
    variants.add("html_attribute_open.html", b'<html><body><p class="' + b"x" * 2_000_000, "no_units|empty|too_large|suspect|scanned", "an attribute that never ends")
    variants.add("million_columns.csv", b"id,title,lang" + b",c" * 1_000_000 + b"\nA,Handles incidents,en" + b"," * 1_000_000 + b"\n", "too_large|read|no_units|failed|damaged", "a million columns")
    variants.add("unclosed_quote.csv", b'id,title,lang\nA1,"Handles incidents,en\n' + b"A2,x,en\n" * 100_000, "read|too_large|no_units|damaged|failed", "a quote that never ends")
    variants.add("own_parent.csv", b"id,title,lang,parent\nA,Handles incidents,en,B\nB,Solves problems,en,A\n", "read|no_units|damaged|failed|suspect", "two that are each other's parent")
    variants.add("deep_json.json", b"[" * 100_000 + b"]" * 100_000, "unsupported|damaged|too_large|no_units", "JSON a hundred thousand levels deep")
    variants.add("deep_json_objects.json", b'{"units":' * 100_000 + b"1" + b"}" * 100_000, "unsupported|damaged|too_large|no_units", "objects a hundred thousand levels deep")
    variants.add("cut_json.json", b'{"id": "ee-estqf:x", "framework": "ee-estqf", "units": [{"code": ', "unsupported|damaged|no_units", "JSON that is cut off")


def archive(entries):
    path = Path(os.devnull)
    import io

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for name, data in entries:
            info = zipfile.ZipInfo(name, date_time=(2000, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, data)
    del path
    return buffer.getvalue()


def archives(variants):
    refused = "unsupported|damaged|too_large|no_units"
    variants.add("zip_bomb.docx", archive([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b" " * 200_000_000)]), refused, "a document of two hundred megabytes in two hundred kilobytes")
    variants.add("empty.zip", archive([]), refused, "an archive of nothing")
    variants.add("cut.docx", archive([("word/document.xml", b"<w:document/>" * 100)])[:-30], refused, "an archive without its end")
    variants.add("path_climbs.docx", archive([("../../../../tmp/evil", b"x"), ("word/document.xml", b"<w:document/>")]), refused, "an archive whose names climb out of it")
    entities = b'<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "xxxxxxxxxx">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(10)) + b"]><w:document>&k;</w:document>"
    variants.add("entity_bomb.docx", archive([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", entities)]), refused, "ten billion letters by entities")


def files(variants):
    folder = variants.folder
    os.symlink("nowhere.pdf", folder / "dangling_link.pdf")
    variants.add("dangling_link.pdf", None, "missing", "a link to nothing")
    os.symlink("link_to_itself.pdf", folder / "link_to_itself.pdf")
    variants.add("link_to_itself.pdf", None, "missing|unreadable", "a link to itself")
    os.mkfifo(folder / "pipe.pdf")
    variants.add("pipe.pdf", None, "unreadable", "a pipe that nobody writes to")
    os.symlink("/dev/zero", folder / "endless.pdf")
    variants.add("endless.pdf", None, "unreadable", "a device without end")
    (folder / "closed").mkdir()
    (folder / "closed").chmod(0)
    variants.add("closed", None, "unreadable|empty", "a folder without permission")
    (folder / "nobody.txt").write_text("text")
    (folder / "nobody.txt").chmod(0)
    variants.add("nobody.txt", None, "unreadable|no_units|suspect", "a file without permission (an administrator can read it all the same)")


def main():
    samples, folder = Path(sys.argv[1]), sys.argv[2]
    base = (samples / "ee-developer" / "ee-developer.pdf").read_bytes()
    text = (samples / "ee-developer" / "ee-developer.txt").read_bytes()
    variants = Variants(folder)
    truncations(variants, base)
    flips(variants, base)
    broken_index(variants, base)
    page_trees(variants)
    contents(variants)
    fonts(variants)
    locked(variants)
    texts(variants, text)
    markup_and_tables(variants)
    archives(variants)
    files(variants)
    variants.finish()
    print(f"{len(variants.rows)} variants")


if __name__ == "__main__":
    main()
