"""`manage.py import_article`: articles from files to draft pages."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from articles.importer import ImportProblemError, Outcome, import_file

SHOWN_CHARACTERS = 90


class Command(BaseCommand):
    """Read articles into draft pages, and report every block."""

    help = (
        "Read articles (plain text, Markdown or HTML) into draft pages, each section "
        "in its kind, and report every block: where it went, or why it was left out."
    )

    def add_arguments(self, parser):
        """The files, the type of article, and what to do with the pages."""
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument(
            "--type",
            choices=["condition", "treatment"],
            default="",
            help="What the articles are about. Guessed from each if not given.",
        )
        parser.add_argument(
            "--publish",
            action="store_true",
            help="Publish the pages at once. One that the site's rules for publishing "
            "hold back stays a draft, and the report says why.",
        )
        parser.add_argument(
            "--summary",
            default="",
            help="One or two sentences for lists and search results, instead of the "
            "page's own description. For one file only.",
        )
        parser.add_argument(
            "--json",
            action="store_true",
            help="One JSON object a file on standard output, nothing else.",
        )

    def handle(self, *args, **options):
        """Import file by file; one that fails does not stop the others.

        Raises CommandError (exit status 1) if any failed.
        """
        if options["summary"] and len(options["files"]) > 1:
            raise CommandError("--summary is for one file. Name only one.")
        report = self._report_json if options["json"] else self._report
        failed = 0
        for path in options["files"]:
            outcome, error = None, None
            try:
                outcome = import_file(
                    path, options["type"], options["publish"], options["summary"]
                )
            except ImportProblemError as problem:
                error = str(problem)
            except DatabaseError as problem:
                raise CommandError(
                    "The database cannot be used. Run “python manage.py migrate” and "
                    f"try again ({problem})."
                ) from problem
            failed += error is not None
            report(path, outcome, error)
        if failed:
            total = len(options["files"])
            raise CommandError(f"{failed} of {total} file(s) had a problem.")

    def _report(self, path: Path, outcome: Outcome | None, error: str | None) -> None:
        if outcome:
            self.stdout.write(f"{path}: {outcome.type} “{outcome.page.title}”")
            for place in outcome.article.places:
                sign = "left out: " if place.is_left_out else ""
                self.stdout.write(f"  {sign}{place.place}: {_short(place.text)}")
            state = "published" if outcome.page.live else "draft"
            self.stdout.write(f"  page {outcome.page.pk} ({state}): {outcome.url}")
            for notice in outcome.notices:
                self.stdout.write(f"  {notice}")
        if error:
            self.stderr.write(f"{path}: {error}")

    def _report_json(
        self, path: Path, outcome: Outcome | None, error: str | None
    ) -> None:
        self.stdout.write(
            json.dumps(
                {
                    "page_id": outcome.page.pk if outcome else None,
                    "url": outcome.url if outcome else None,
                    "type": outcome.type if outcome else None,
                    "sections": outcome.sections if outcome else [],
                    "left_out": outcome.article.left_out if outcome else [],
                    "error": error,
                    "needs_a_person": outcome.article.needs_a_person if outcome else [],
                },
                ensure_ascii=False,
            )
        )
        for notice in outcome.notices if outcome else []:
            self.stderr.write(f"{path}: {notice}")


def _short(text: str) -> str:
    if len(text) <= SHOWN_CHARACTERS:
        return text
    return f"{text[: SHOWN_CHARACTERS - 1]}…"
