"""A step of the export's benchmark, in a process of its own (see export.py).

DATA_DIR=… DATABASE_URL=… python benchmarks/export_step.py fill <rows>
DATA_DIR=… DATABASE_URL=… python benchmarks/export_step.py ours|stock|same csv|xlsx
"""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "clinicsite.settings.dev"

import django

django.setup()

from django.db import connection
from wagtail.contrib.forms.models import FormSubmission
from wagtail.contrib.forms.views import SubmissionsListView

from benchmarks.export_data import QUESTIONS, make_data
from forms.models import FormPage
from submissions.export.choice import ExportChoice
from submissions.export.download import WRITERS
from submissions.export.table import SubmissionTable
from submissions.models import Submission


def stock_chunks(file_format: str):
    """What Wagtail's list of submissions sends, in pieces."""
    view = SubmissionsListView()
    view.form_page = FormPage.objects.get()
    view.list_export = ["submit_time", *(name for name, _label, _type in QUESTIONS)]
    view.export_headings = {name: label for name, label, _type in QUESTIONS}
    rows = FormSubmission.objects.order_by("submit_time")
    return view.as_spreadsheet(rows, file_format).streaming_content


def our_chunks(file_format: str, same_columns: bool = False):
    """What the desk sends, or its worker writes."""
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
    connection.ensure_connection()
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


if __name__ == "__main__":
    what, how = sys.argv[1:]
    if what == "fill":
        make_data(int(how))
    else:
        export(what, how)
