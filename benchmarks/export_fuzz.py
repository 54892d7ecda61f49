"""A million hostile cells as CSV and as a workbook: does any run as a formula?

    python benchmarks/export_fuzz.py [cells]

Reads both files back, the workbook with openpyxl; if LibreOffice is there, it converts
both to its own format, in which every formula is looked for.
"""

import csv
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import openpyxl  # noqa: E402
from openpyxl.utils.escape import unescape  # noqa: E402

from editorial.spreadsheet_text import FORMULA_START  # noqa: E402

COLUMNS = 20
STARTS = (
    '= + - @ ＝ ＋ － ＠ =cmd|\'/C_calc\'!A0 =HYPERLINK("http://x.example","y") '
    "=1+1 -2+3 +4 @SUM(A1) {=1} '=1 \"=1 ,=1 ;=1 #N/A TRUE 1/2 00123 1e5 _x003D_1+1"
)
BEGINNINGS = [*STARTS.split(), "", "Good"]
BEFORE = ["", "", "", "\t", "\r", "\n", "\r\n", " ", "   ", "\u200b", "\ufeff", "\xa0"]
BEFORE += ["\x00", "\x01", "\x0b", "\u2060", "\u3000"]
AFTER = [
    "",
    '"',
    '""',
    ",x",
    ";=1",
    "\n=1+1",
    "\r=1+1",
    "💊",
    "\u202eabc",
    "שלום",
    "\t=",
]
AFTER += ["&lt;f&gt;", "</t></is><f>1+1</f>", "]]>", "\x00", "\x1f", "\ufffe"]


def hostile_text(seed: int) -> str:
    """A text, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311
    return "".join(chance.choice(part) for part in (BEFORE, BEFORE, BEGINNINGS, AFTER))


class FuzzTable:
    """A table of hostile texts."""

    def __init__(self, row_count: int, column_count: int):
        self.row_count = row_count
        self.headings = [f"Column {each}" for each in range(column_count)]

    def rows(self) -> Iterator[list[str]]:
        """The rows, the same each time."""
        width = len(self.headings)
        for row in range(self.row_count):
            yield [hostile_text(row * width + column) for column in range(width)]


def formulas_in_csv(path: Path) -> int:
    """How many cells begin like one, once the file is read."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sum(
            bool(FORMULA_START.match(cell)) for row in csv.reader(file) for cell in row
        )


def wrong_in_workbook(path: Path, table: FuzzTable) -> tuple[int, int]:
    """How many cells openpyxl takes for formulas; how many are not as written."""
    sheet = openpyxl.load_workbook(path, read_only=True).active
    formulas, changed = 0, 0
    rows = sheet.iter_rows(min_row=2)
    for cells, written in zip(rows, table.rows(), strict=True):
        found = {cell.column: cell for cell in cells if cell.value is not None}
        for number, text in enumerate(written, start=1):
            cell = found.get(number)
            formulas += bool(cell and cell.data_type == "f")
            changed += (unescape(cell.value) if cell else "") != text
    return formulas, changed


def formulas_in_libreoffice(path: Path) -> tuple[int, int] | None:
    """How many formulas LibreOffice finds, and how many cells; None without it."""
    office = shutil.which("soffice")
    if not office:
        return None
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(  # noqa: S603 - our own words
            [
                office,
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                "ods",
                "--outdir",
                folder,
                str(path),
            ],
            check=True,
            capture_output=True,
        )
        converted = Path(folder) / f"{path.stem}.ods"
        content = zipfile.ZipFile(converted).read("content.xml")
    return content.count(b"table:formula"), len(
        re.findall(rb"<table:table-cell[^>]*office:value-type", content)
    )


def main() -> None:
    """Write, read back, print; an exit status of 1 if anything would run."""
    from forms.export.csv_file import csv_chunks  # noqa: PLC0415
    from forms.export.xlsx_file import xlsx_chunks  # noqa: PLC0415

    cells = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    table = FuzzTable(cells // COLUMNS, COLUMNS)
    with tempfile.TemporaryDirectory() as folder:
        files = {
            "csv": (Path(folder) / "fuzz.csv", csv_chunks),
            "xlsx": (Path(folder) / "fuzz.xlsx", xlsx_chunks),
        }
        for path, chunks in files.values():
            with path.open("wb") as output:
                output.writelines(chunks(table))
        bad = formulas_in_csv(files["csv"][0])
        print(f"CSV: {cells:,} cells, {bad} begin like a formula", flush=True)
        formulas, changed = wrong_in_workbook(files["xlsx"][0], table)
        print(f"XLSX: {formulas} formulas, {changed} cells not as written", flush=True)
        bad += formulas + changed
        for name, (path, _chunks) in files.items():
            if found := formulas_in_libreoffice(path):
                print(f"{name} in LibreOffice: {found[0]} formulas, {found[1]:,} cells")
                bad += found[0]
    sys.exit(bool(bad))


if __name__ == "__main__":
    import os

    os.environ["DJANGO_SETTINGS_MODULE"] = "clinicsite.settings.test"
    import django

    django.setup()
    main()
