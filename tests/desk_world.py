"""A desk on which everything lies that its addresses name."""

from django.contrib.auth.models import Group, Permission
from django.db import connection

from desk.models import SavedFilter
from forms.models import InvitationSheet
from submissions.export import folder
from submissions.export.choice import ExportChoice
from submissions.models import (
    Erasure,
    Export,
    ExportJob,
    FormGrant,
    LegalHold,
    Note,
    Reply,
    ReplyTemplate,
    RetentionRule,
    Submission,
)
from tests import factories
from tests.desk_doors import PERMISSIONS
from tests.desk_people import Person

# In the answers: of what came by somebody's own form, and by another.
MARKERS = {True: "marker heliotrope", False: "marker vermilion"}
SUBMISSIONS = Submission._meta.db_table
COUNTED = [
    Erasure,
    Export,
    ExportJob,
    InvitationSheet,
    LegalHold,
    Note,
    Reply,
    ReplyTemplate,
    RetentionRule,
    SavedFilter,
]


class Desk:
    """Two forms with a submission each, and what else the addresses name."""

    def __init__(self):
        self.rule = RetentionRule.objects.create(months=6, way="words")
        self.template = ReplyTemplate.objects.create(
            name="Sorry", subject="We are sorry", body="We are sorry."
        )
        self.somebody_else = factories.staff_member(*PERMISSIONS)
        self.submissions = {is_own: self.send(is_own) for is_own in (True, False)}
        self.holds = {
            is_own: LegalHold.objects.create(
                form_key=submission.form_key, reason="A letter", placed_by="somebody"
            )
            for is_own, submission in self.submissions.items()
        }

    def send(self, is_own: bool) -> Submission:
        """What a patient sent by their own form, or by the other."""
        page = factories.FormPageFactory()
        return factories.SubmissionFactory(
            page=page,
            form_key=page.translation_key,
            form_data={
                "q_rating": 4,
                "q_why": f"{MARKERS[is_own]} patient@example.org",
            },
        )

    def user(self, person: Person):
        """Somebody with these rights."""
        user = factories.staff_member(*person.everywhere)
        if person.group:
            user.user_permissions.clear()
            user.groups.add(Group.objects.get(name=person.group))
        if person.own:
            group = user.groups.create(name="Their own form")
            for codename in person.own:
                FormGrant.objects.create(
                    group=group,
                    form_key=self.submissions[True].form_key,
                    permission=Permission.objects.get(
                        codename=codename, content_type__app_label="submissions"
                    ),
                )
        return user

    def job(self, user, submission) -> ExportJob:
        """A finished export of the submission, that this user asked for."""
        name = folder.new_file_name()
        with folder.open_new(name) as file:
            file.write(submission.form_data["q_why"].encode())
        return ExportJob.objects.create(
            user=user,
            export=Export.objects.create(file_format="csv", exported_by="x"),
            choice=ExportChoice("csv").as_stored(),
            state=ExportJob.State.FINISHED,
            form_keys=[str(submission.form_key)],
            file_name=name,
            row_count=1,
            rows_done=1,
        )

    def names(self, user, is_own: bool) -> dict:
        """What is filled in for `{…}`."""
        submission = self.submissions[is_own]
        return {
            "pk": submission.pk,
            "page": submission.page_id,
            "reference": submission.reference,
            "hold": self.holds[is_own].pk,
            "rule": self.rule.pk,
            "rule_text": self.rule,
            "template": self.template.pk,
            "job": self.job(user, submission).pk,
            "their_job": self.job(self.somebody_else, submission).pk,
            "filter": SavedFilter.objects.create(
                user=self.somebody_else, name=f"Theirs {is_own}", query="rating=4"
            ).pk,
        }

    def state(self, is_own: bool) -> list:
        """All that a request could change of this submission and of what is there."""
        pk = self.submissions[is_own].pk
        about = [
            f"SELECT count(*) FROM {model._meta.db_table} WHERE submission_id = {pk}"
            for model in (Note, Reply, LegalHold)
        ]
        return [rows(f"SELECT * FROM {SUBMISSIONS} WHERE id = {pk}"), counted(about)]

    def counts(self) -> list:
        """How much there is of all else, and what may be switched."""
        tables = [model._meta.db_table for model in COUNTED]
        return [
            counted(f"SELECT count(*) FROM {table}" for table in tables),
            *(
                rows(f"SELECT * FROM {model._meta.db_table} ORDER BY id")
                for model in (LegalHold, RetentionRule)
            ),
            rows(f"SELECT state FROM {ExportJob._meta.db_table} ORDER BY id"),
        ]


# Plain SQL: asked after each of some thousand requests.
def rows(query: str) -> list:
    """What the database answers."""
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def counted(queries) -> list:
    """The answers to queries for one number each, by one query."""
    return rows("SELECT " + ", ".join(f"({query})" for query in queries))
