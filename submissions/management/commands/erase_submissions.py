"""Erases what is held about a person who asked for it."""

from django.core.management.base import BaseCommand, CommandError

from submissions.management.asking import ask, find
from submissions.models import Submission
from submissions.privacy.erasing import Cause, Way, Why, erase
from submissions.privacy.replaying import erase_again
from submissions.privacy.scrubbing import scrub

COMMAND_LINE = "Command line"


class Command(BaseCommand):
    """Erase by e-mail address or by reference."""

    help = (
        "Erase what patients sent, by reference, or by an e-mail address that is asked "
        "for on standard input, where no list of processes shows it."
    )

    def add_arguments(self, parser):
        """Whose, how, and why."""
        who = parser.add_mutually_exclusive_group(required=True)
        who.add_argument("--reference", help="the submission with this reference")
        who.add_argument(
            "--email",
            action="store_true",
            help="ask for an address; all that gives it in answer to a question",
        )
        who.add_argument(
            "--again",
            action="store_true",
            help="what the erasure log knows, after a backup was restored",
        )
        parser.add_argument(
            "--delete", action="store_true", help="delete all; else the score stays"
        )
        parser.add_argument("--reason", default="", help="for the log; no names")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *, reference, again, delete, reason, yes, **options):
        """Find, ask, erase. Raises CommandError, in plain words, if that cannot be."""
        if again:
            self.finish(erase_again(COMMAND_LINE))
            return
        found = find(reference, self.stdout)
        references = ", ".join(each.reference for each in found.certain) or "none"
        self.stdout.write(f"To be erased: {references}")
        if found.to_look_at:
            named = ", ".join(each.reference for each in found.to_look_at)
            self.stdout.write(
                f"The address stands elsewhere in the words of: {named}. Read these "
                "at the desk, and erase them by reference if they are about the person."
            )
        if not found.certain:
            return
        if not yes and ask("Erase? Type yes:", self.stdout) != "yes":
            raise CommandError("Nothing was erased.")
        cause = Cause(
            Why.REQUEST, Way.ALL if delete else Way.WORDS, COMMAND_LINE, reason
        )
        keys = [each.pk for each in found.certain]
        self.finish(erase(Submission.objects.filter(pk__in=keys), cause))

    def finish(self, outcome):
        """Scrub, and say what was done. Raises CommandError if a hold keeps some."""
        if not scrub():
            self.stdout.write("The database was busy: the worker empties its log.")
        self.stdout.write(f"Erased: {outcome.erased}.")
        if outcome.kept_back:
            raise CommandError(
                f"A legal hold keeps {outcome.kept_back} of them. End it at the desk "
                "first, under Privacy, if it need not stand any longer."
            )
