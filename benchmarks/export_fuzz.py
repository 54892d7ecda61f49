"""A million hostile cells as CSV and as a workbook: does any run as a formula?

    python benchmarks/export_fuzz.py [cells]

Reads both files back, the workbook with openpyxl; if LibreOffice is there, it converts
both to its own format, in which every formula is looked for.
"""

import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "clinicsite.settings.test"

import django

django.setup()

import openpyxl
from openpyxl.utils.escape import unescape

from benchmarks.hostile_cells import FuzzTable
from editorial.spreadsheet_text import FORMULA_START
from submissions.export.csv_file import csv_chunks
from submissions.export.xlsx_file import xlsx_chunks

COLUMNS = 20


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
        subprocess.run(
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
    main()
