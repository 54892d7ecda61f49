"""The desk's export beside stock Wagtail's, of the same answers.

    python benchmarks/export.py [rows]

Makes a database that goes again, with each answer twice: as a submission of ours and in
the table of Wagtail's own forms. Each export runs in a process of its own, ours and
stock in turn: "ours" has all usual columns, "same" has those alone that stock has (and
the reference, which names each row). Printed are the seconds to the first byte and to
the last, those of the processor, the size, and by how much the process grew at most.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
ROWS = 100_000
WHO = ("stock", "ours", "same")


def start_django(data_dir: str) -> None:
    """The site's own settings, with its data in this folder."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "clinicsite.settings.dev"}
    os.environ |= {"DATA_DIR": data_dir, "DATABASE_URL": f"sqlite:///{data_dir}/db"}
    import django  # noqa: PLC0415

    django.setup()


def stock_chunks(file_format: str):
    """What Wagtail's list of submissions sends, in pieces."""
    from wagtail.contrib.forms.models import FormSubmission  # noqa: PLC0415
    from wagtail.contrib.forms.views import SubmissionsListView  # noqa: PLC0415

    from benchmarks.export_data import QUESTIONS  # noqa: PLC0415
    from forms.models import FormPage  # noqa: PLC0415

    view = SubmissionsListView()
    view.form_page = FormPage.objects.get()
    view.list_export = ["submit_time", *(name for name, _label, _type in QUESTIONS)]
    view.export_headings = {name: label for name, label, _type in QUESTIONS}
    rows = FormSubmission.objects.order_by("submit_time")
    return view.as_spreadsheet(rows, file_format).streaming_content


def our_chunks(file_format: str, same_columns: bool = False):
    """What the desk sends, or its worker writes."""
    from benchmarks.export_data import QUESTIONS  # noqa: PLC0415
    from forms.export.choice import ExportChoice  # noqa: PLC0415
    from forms.export.download import WRITERS  # noqa: PLC0415
    from forms.export.table import SubmissionTable  # noqa: PLC0415
    from forms.models import FormPage, Submission  # noqa: PLC0415

    rows = Submission.objects.that_count().order_by("-submit_time", "-id")
    columns = []
    if same_columns:
        form = FormPage.objects.get().translation_key
        asked = [f"{form}:{name}" for name, _label, _type in QUESTIONS]
        columns = ["received", *asked]
    choice = ExportChoice(file_format, columns, identity=True, reason="A benchmark")
    return WRITERS[file_format](SubmissionTable(rows, choice))


def most_memory(forget: bool = False) -> int:
    """The most that this process ever had, in KiB; `forget` begins to count anew.

    Linux alone tells: getrusage would count what the parent had.
    """
    if forget:
        Path("/proc/self/clear_refs").write_text("5")
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def export(who: str, file_format: str) -> None:
    """One export in this process; prints its figures."""
    from django.db import connection  # noqa: PLC0415

    connection.ensure_connection()
    our_chunks("csv") and stock_chunks  # what each imports is no growth
    before = most_memory(forget=True)
    began, cpu_began = time.perf_counter(), time.process_time()
    first, size = 0.0, 0
    if who == "stock":
        chunks = stock_chunks(file_format)
    else:
        chunks = our_chunks(file_format, same_columns=who == "same")
    for chunk in chunks:
        first = first or time.perf_counter() - began
        size += len(chunk)
    whole = time.perf_counter() - began
    cpu = time.process_time() - cpu_began
    grown = (most_memory() - before) / 1024
    print(
        f"{who:5} {file_format:4}  first byte {first:7.2f} s   all {whole:7.1f} s   "
        f"CPU {cpu:7.1f} s   "
        f"{size / 1e6:7.1f} MB   grown by {grown:6.0f} MB",
        flush=True,
    )


def main() -> None:
    """Make the data, and run each export in a process of its own."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"DATA_DIR": folder}
        start_django(folder)
        from benchmarks.export_data import make_data  # noqa: PLC0415

        make_data(count)
        print(f"{count:,} submissions", flush=True)
        for who, file_format in [
            (who, each) for each in ("csv", "xlsx") for who in WHO
        ]:
            subprocess.run(  # noqa: S603 - our own words
                [sys.executable, __file__, "export", who, file_format, folder],
                check=True,
                env=environment,
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["export"]:
        start_django(sys.argv[4])
        export(sys.argv[2], sys.argv[3])
    else:
        main()
