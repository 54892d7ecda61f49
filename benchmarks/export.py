"""The desk's export beside stock Wagtail's, of the same answers.

    python benchmarks/export.py [rows]

Makes a database that goes again (or fills the empty one that DATABASE_URL names), with
each answer twice: as a submission of ours and in the table of Wagtail's own forms. Each
export runs in a process of its own, ours and stock in turn: "ours" has all usual
columns, "same" has those alone that stock has (and the reference, which names each
row). Printed are the seconds to the first byte and to the last, those of the processor,
the size, and by how much the process grew at most.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROWS = 100_000
WHO = ("stock", "ours", "same")
ONE_STEP = Path(__file__).with_name("export_step.py")


def run(folder: str, *step: str) -> None:
    """One step, on the database in this folder; see export_step.py."""
    place = {"DATABASE_URL": f"sqlite:///{folder}/db"} | os.environ
    command = [sys.executable, str(ONE_STEP), *step]
    subprocess.run(command, check=True, env=place | {"DATA_DIR": folder})


def main() -> None:
    """Make the data, and run each export."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        run(folder, "fill", str(count))
        print(f"{count:,} submissions", flush=True)
        for file_format in ("csv", "xlsx"):
            for who in WHO:
                run(folder, who, file_format)


if __name__ == "__main__":
    main()
