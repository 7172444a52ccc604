"""Opens the sample workbooks with openpyxl and checks what a reader finds in them.

usage: check_xlsx.py FOLDER    exit 77: openpyxl is not installed
"""
import sys
import warnings

try:
    import openpyxl
except ImportError:
    print("skipped: openpyxl is not installed (Debian: python3-openpyxl)")
    sys.exit(77)

warnings.simplefilter("ignore")  # openpyxl says that it does not know Excel 2010's data bars
folder = sys.argv[1]


def check(condition, what):
    if not condition:
        sys.exit("failed: " + what)


def records(sheet):
    rows = list(sheet.iter_rows(values_only=True))
    return [dict(zip(rows[0], row)) for row in rows[1:]]


# One pair: its sheet first, then coverage, gaps and what it all means.
book = openpyxl.load_workbook(folder + "/two.xlsx")
check(book.sheetnames == ["1 ee-estqf - eu-essa", "Coverage", "Gaps", "About"], "sheet names: %s" % book.sheetnames)
sheet = book.worksheets[0]
rows = records(sheet)
check(len(rows) == 6, "six links")
check([row["A Code"] for row in rows] == ["B.3.1", "B.3.2", "B.3.3", "B.3.3", "B.3.4", "B.3.4"], "source codes in document order")
check(rows[1]["Relation"] == "\u2286 covered by", "relation as symbol and word")
check(rows[1]["Confidence"] == 0.83 and isinstance(rows[1]["Confidence"], float), "confidence is a number")
check(rows[1]["B - A EQF"] == 1, "level difference is a number")
check(rows[0]["Status"] == "confirmed", "status")
check(sheet.freeze_panes == "A2", "header stays in view")
check(sheet.auto_filter.ref == "A1:Y7", "filters: %s" % sheet.auto_filter.ref)
check(sheet.print_title_rows == "$1:$1", "header on every printed page")
check(sheet.page_setup.orientation == "landscape" and int(sheet.page_setup.paperSize) == 9, "A4 landscape")
check(sheet.page_setup.fitToWidth in (1, None) and sheet.page_setup.fitToHeight == 0, "as wide as the page")
check(sheet.cell(2, 6).number_format == "0.00" and sheet.cell(2, 7).number_format == "0%", "number formats")
check(sheet.cell(2, 16).alignment.wrap_text, "evidence is wrapped")
check(sheet.cell(2, 5).fill.fgColor.rgb == "FFD3EEF0", "relation has its colour")
check(book.properties.created.isoformat() == "2026-02-20T00:00:00", "created: %s" % book.properties.created)

check(rows[0]["Expires"].isoformat() == "2028-06-30T00:00:00", "expiry is a date: %r" % rows[0]["Expires"])
check((rows[1]["A Page"], rows[1]["B Page"]) == ("p. 4", "p. 8"), "pages: %r" % ((rows[1]["A Page"], rows[1]["B Page"]),))
check(rows[1]["A Requirement"] == "mandatory", "requirement")
check(rows[1]["Your decision"] is None, "the evaluator's decision is left to the evaluator")
choices = sheet.data_validations.dataValidation
check(len(choices) == 1 and str(choices[0].sqref) == "X2:X7" and choices[0].formula1 == '"agreed,not agreed"', "it is chosen from a list")
gaps = records(book["Gaps"])
check([(gap["Standard"], gap["Code"]) for gap in gaps] == [("A", "B.3.5"), ("B", "PLO 5")], "gaps of both sides")
coverage = records(book["Coverage"])
check(coverage[0]["Covered"] == "11/15 statements" and abs(coverage[0]["Share"] - 11 / 15) < 1e-9, "coverage of all units")
check(len(records(openpyxl.load_workbook(folder + "/all.xlsx").worksheets[0])) == 8, "rows without a link")
check(len(openpyxl.load_workbook(folder + "/three.xlsx").sheetnames) == 6, "three pairs")

# Names of sheets in the letters of the language.
names = openpyxl.load_workbook(folder + "/statements.xlsx").sheetnames
check(names[1:3] == ["Kaetus", "L\u00fcngad"], "Estonian sheet names: %s" % names)

# Traps: every text is the text it was, and none is a formula.
book = openpyxl.load_workbook(folder + "/awkward.xlsx")
sheet = book.worksheets[0]
check(all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row), "no formulas")
titles = [row["A Title"] for row in records(sheet)]
check(titles[0] == 'He said "no", and meant it', "quotes")
check(titles[1] == "first line\nsecond line", "line ends")
check(titles[2] == "<script>document.title = 'broken'</script>", "markup")
check(titles[4] == '=HYPERLINK("http://example.invalid","x")', "formula as text")
check(titles[5] == "+1-2@3", "sign as text")
check(titles[8].startswith("\u05e9"), "right to left")
check(titles[9] == "bell   and null-like   end", "control characters: %r" % titles[9])
check(titles[10] == "literal _x0041_ stays", "the format's own escape: %r" % titles[10])
check(titles[11] == "&amp; &lt;b&gt; & ' \"", "entities")
check(len(titles[12]) <= 32767 and titles[12].endswith("[cut: longer than a cell can hold]"), "long text is cut and says so")
print("ok")
