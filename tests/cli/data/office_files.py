#!/usr/bin/env python3
"""Office documents made by hand: office_files.py FOLDER writes honest and hostile ones; also a module for other tests."""

import pathlib
import sys
import zipfile

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def relations(targets):
    entries = "".join(f'<Relationship Id="r{i}" Type="{RELATION}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(targets, 1))
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'


def types(part, kind):
    return (f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/{part}" '
            f'ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>')


def write_zip(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)


def write_docx(path, body, head=HEAD):
    write_zip(path, [("[Content_Types].xml", types("word/document.xml", "wordprocessingml.document")),
                     ("_rels/.rels", relations([("officeDocument", "word/document.xml")])),
                     ("word/document.xml", f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')])


def paragraph(text, level=None):
    form = "" if level is None else f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>'
    return f"<w:p>{form}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def rows_of(table):
    return "".join("<row>" + "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row) + "</row>" for row in table)


def write_xlsx(path, sheets):
    """sheets: name to the XML of its rows."""
    entries = [("[Content_Types].xml", types("xl/workbook.xml", "spreadsheetml.sheet")),
               ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")]))]
    book = "".join(f'<sheet name="{escape(name)}" sheetId="{i}" r:id="r{i}"/>' for i, name in enumerate(sheets, 1))
    entries.append(("xl/workbook.xml", f'{HEAD}<workbook xmlns="{SHEET}" xmlns:r="{RELATION}"><sheets>{book}</sheets></workbook>'))
    entries.append(("xl/_rels/workbook.xml.rels", relations([("worksheet", f"worksheets/s{i}.xml") for i in range(1, len(sheets) + 1)])))
    for i, rows in enumerate(sheets.values(), 1):
        entries.append((f"xl/worksheets/s{i}.xml", f'{HEAD}<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>'))
    write_zip(path, entries)


def main(folder):
    ours = [["id", "title", "lang"], ["A.1", "Manages incidents", "en"], ["A.2", "Documents solutions", "en"]]
    theirs = [["lang", "id", "title"], ["en", "W1", "Solves problems"]]
    write_xlsx(folder / "lists.xlsx", {"Ours": rows_of(ours), "Theirs": rows_of(theirs), "Notes": rows_of([["nothing", "here"]])})
    body = paragraph("Shop assistant", 0)
    for i in (1, 2):
        body += paragraph(f"{i} Unit number {i}", 1) + paragraph(f"{i}.1 Serves customers in place {i}.") + paragraph(f"{i}.2 Keeps shelf {i} full.")
    write_docx(folder / "shop.docx", body)

    write_docx(folder / "bomb.docx", paragraph("a") + " " * (40 << 20))
    write_docx(folder / "entities.docx", "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>",
               HEAD + '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>')
    write_docx(folder / "deep.docx", "<w:sdt>" * 100_000)
    whole = (folder / "shop.docx").read_bytes()
    (folder / "cut.docx").write_bytes(whole[: len(whole) * 2 // 3])
    write_xlsx(folder / "rows.xlsx", {"Rows": "<row/>" * 2_000_000})
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le"))
    (folder / "locked.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le"))
    (folder / "other.json").write_text('{"name": "package", "version": 1}\n')
    (folder / "letter.rtf").write_text("{\\rtf1 a letter}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
