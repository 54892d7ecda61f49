"""What the command says, stores and returns."""

import json
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from wagtail.models import Page, PageLogEntry, Revision

from articles.models import ConditionPage, TreatmentPage
from editorial.models import PublicationSettings
from tests import factories

pytestmark = pytest.mark.django_db

SAMPLE = Path(__file__).parent / "data" / "referred-pain.txt"
ARTICLE = "Acupuncture\n\nWhat is it?\n\nAcupuncture is a treatment with needles.\n"


@pytest.fixture(autouse=True)
def _indexes(home_page):
    factories.ConditionIndexPageFactory()
    factories.TreatmentIndexPageFactory()


def run(capsys, *arguments) -> tuple[str, str, int]:
    """Standard output, standard error and the exit status."""
    status = 0
    try:
        call_command("import_article", *map(str, arguments))
    except CommandError as error:
        status = error.returncode
    printed = capsys.readouterr()
    return printed.out, printed.err, status


def run_json(capsys, *arguments) -> list[dict]:
    return [
        json.loads(line) for line in run(capsys, "--json", *arguments)[0].splitlines()
    ]


def test_the_page_is_a_draft_that_editors_can_open():
    call_command("import_article", str(SAMPLE), "--json")
    page = ConditionPage.objects.get()
    assert not page.live
    assert page.has_unpublished_changes
    assert page.get_latest_revision_as_object().sections[0].block_type == "definition"
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.create").exists()


@pytest.fixture
def _summaries_may_be_missing():
    PublicationSettings.objects.create(summary="warn")


@pytest.mark.usefixtures("_summaries_may_be_missing")
def test_publish_makes_the_page_public(client):
    call_command("import_article", str(SAMPLE), "--publish", "--json")
    page = ConditionPage.objects.get()
    assert page.live
    assert not page.has_unpublished_changes
    assert client.get(page.url).status_code == 200


@pytest.mark.usefixtures("_summaries_may_be_missing")
def test_a_page_without_a_summary_shows_no_empty_one(client):
    call_command("import_article", str(SAMPLE), "--publish", "--json")
    content = client.get(ConditionPage.objects.get().url).content
    assert b'class="lead"' not in content
    assert b'name="description"' not in content


def test_json_is_one_object_a_file_with_the_named_keys(capsys):
    (found,) = run_json(capsys, SAMPLE)
    page = ConditionPage.objects.get()
    assert list(found) == [
        *("page_id", "url", "type", "sections", "left_out", "error", "needs_a_person")
    ]
    assert found["page_id"] == page.pk
    assert found["url"] == page.full_url
    assert found["type"] == "condition"
    assert ["benefits", "Benefits and Considerations of Infusion Therapy"] in found[
        "sections"
    ]
    assert len(found["left_out"]) == 13
    assert found["error"] is None


def test_each_block_has_its_line_in_the_report(capsys):
    out, _, status = run(capsys, SAMPLE)
    assert "  definition: What is Referred Pain?\n" in out
    assert "  added heading: Risks and side effects\n" in out
    assert "  left out: contact line: Contact us at KetaMind Clinics" in out
    assert out.count("left out: repeated form heading: Tell us about") == 6
    assert status == 0


def test_the_same_file_again_changes_nothing_and_says_so(capsys):
    (first,) = run_json(capsys, SAMPLE)
    before = (Page.objects.count(), Revision.objects.count())
    out, err, status = run(capsys, "--json", SAMPLE)
    assert json.loads(out) == first
    assert "imported before: nothing was changed" in err
    assert (Page.objects.count(), Revision.objects.count()) == before
    assert status == 0


def test_the_same_file_again_leaves_an_editors_changes_alone(capsys):
    run(capsys, SAMPLE)
    page = ConditionPage.objects.get()
    page.title = "Referred pain"
    page.summary = "Pain in another place."
    page.save_revision().publish()
    run(capsys, SAMPLE, "--publish")
    page = ConditionPage.objects.get()
    assert page.title == "Referred pain"
    assert page.revisions.count() == 2


def test_a_changed_file_becomes_a_second_draft_beside_the_first(capsys, tmp_path):
    run(capsys, SAMPLE)
    first = ConditionPage.objects.get()
    changed = tmp_path / "referred-pain.txt"
    changed.write_text(SAMPLE.read_text().replace("kidney stones", "gall stones"))
    out, _, status = run(capsys, changed)
    assert f"Page {first.pk} has the same title" in out
    second = ConditionPage.objects.exclude(pk=first.pk).get()
    assert second.slug == f"{first.slug}-2"
    assert not second.live
    assert status == 0


def test_a_copy_of_an_imported_page_is_not_taken_for_the_import(capsys):
    run(capsys, SAMPLE)
    page = ConditionPage.objects.get()
    copied = page.copy(update_attrs={"slug": "copy", "title": "Copy"})
    assert copied.import_fingerprint == ""
    assert page.import_fingerprint


def test_the_type_is_guessed_or_given(capsys, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE)
    assert run_json(capsys, file)[0]["type"] == "treatment"
    file.write_text(ARTICLE + "\nMore about it.\n")
    assert run_json(capsys, file, "--type", "condition")[0]["type"] == "condition"
    assert TreatmentPage.objects.count() == ConditionPage.objects.count() == 1


def test_a_bad_file_does_not_stop_the_others(capsys, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE)
    found = run_json(capsys, tmp_path / "none.txt", file)
    assert found[0] == {
        "page_id": None,
        "url": None,
        "type": None,
        "sections": [],
        "left_out": [],
        "error": "There is no such file. Check the name.",
        "needs_a_person": [],
    }
    assert found[1]["error"] is None
    assert run(capsys, tmp_path / "none.txt", file)[2] == 1


def test_without_a_list_of_pages_the_command_says_what_to_create(capsys, tmp_path):
    Page.objects.filter(slug="treatments").first().delete()
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE)
    _, err, status = run(capsys, file)
    assert "There is no list of treatments" in err
    assert status == 1


def test_a_page_that_may_not_be_published_stays_a_draft(capsys, monkeypatch):
    def refuse(revision, **kwargs):
        raise ValidationError("Say what the risks are.")

    monkeypatch.setattr(Revision, "publish", refuse)
    out, err, status = run(capsys, SAMPLE, "--publish", "--json")
    page = ConditionPage.objects.get()
    assert not page.live
    assert json.loads(out)["page_id"] == page.pk
    assert json.loads(out)["error"] is None
    assert "stays a draft: Say what the risks are." in err
    assert status == 0


HEAD = """<title>Sciatica | A clinic</title>
<meta name="description" content="Pain down the leg from a pressed nerve.">
<meta property="article:published_time" content="2021-03-04T10:00:00Z">
<script type="application/ld+json">{"@graph": [{"@type": "MedicalWebPage",
"lastReviewed": "2023-05-06", "author": {"name": "Dr A. Bee"}}]}</script>"""
PAGE = "<h1>Sciatica</h1><h2>Symptoms</h2><p>Pain in the leg.</p>"


@pytest.mark.parametrize(
    ("head", "options", "summary"),
    [
        (HEAD, [], "Pain down the leg from a pressed nerve."),
        (HEAD, ["--summary", "In our words."], "In our words."),
        ('<meta property="og:description" content="Shared.">', [], "Shared."),
        (f"<meta name=description content='{'long ' * 99}'>", [], "…"),
        ("", ["--summary", "In our words."], "In our words."),
        ("", [], ""),
    ],
)
def test_the_summary_is_the_pages_description_or_is_given(
    capsys, tmp_path, head, options, summary
):
    file = tmp_path / "a.html"
    file.write_text(f"<head>{head}</head>{PAGE}")
    out, _, status = run(capsys, file, "--publish", *options)
    page = ConditionPage.objects.get()
    assert page.summary.endswith(summary)
    assert page.live == bool(summary)
    assert ("stays a draft: The summary is missing" in out) != page.live
    assert status == 0
    assert page.latest_revision.as_object().summary == page.summary


def test_front_matter_gives_the_summary_and_its_author_is_reported(capsys, tmp_path):
    file = tmp_path / "a.md"
    file.write_text(
        "---\ntitle: Back pain\ndescription: Pain in the lower back.\n"
        "author: Dr Bee\n---\n## What is it?\n\nPain.\n"
    )
    report = run_json(capsys, file, "--type=condition")[0]
    page = ConditionPage.objects.get()
    assert (page.title, page.summary) == ("Back pain", "Pain in the lower back.")
    assert ["author", "Dr Bee"] in report["left_out"]


def test_one_summary_is_not_for_several_files(capsys):
    assert run(capsys, SAMPLE, SAMPLE, "--summary", "x")[2] == 1
    assert not ConditionPage.objects.exists()


def test_author_and_dates_of_the_old_page_are_reported(capsys, tmp_path):
    file = tmp_path / "a.html"
    file.write_text(f"<head>{HEAD}</head>{PAGE}")
    left_out = run_json(capsys, file)[0]["left_out"]
    assert ["author", "Dr A. Bee"] in left_out
    assert [text for reason, text in left_out if reason == "date"] == [
        "datePublished: 2021-03-04T10:00:00Z",
        "lastReviewed: 2023-05-06",
    ]


def test_what_is_in_doubt_is_kept_and_marked(capsys, tmp_path):
    file = tmp_path / "a.html"
    file.write_text(
        PAGE + '<div class="sidebar"><p>Call 999 if you are numb.</p></div>'
    )
    out, _, _ = run(capsys, file)
    assert "symptoms: Call 999 if you are numb." in out
    assert "needs a person: sidebar: Call 999 if you are numb." in out
    (found,) = run_json(capsys, file)
    assert found["needs_a_person"] == ["sidebar: Call 999 if you are numb."]


def test_a_file_with_a_few_damaged_characters_is_read_with_a_notice(capsys, tmp_path):
    file = tmp_path / "a.html"
    rest = f"<p>{'A slipped disc. ' * 9}</p>".encode()
    file.write_bytes(
        PAGE.encode() + "<p>It’s “sharp”.".encode() + b" 5 \xb5g</p>" + rest
    )
    out, _, status = run(capsys, file)
    assert "5 µg" in out
    assert "not quite UTF-8" in out
    assert status == 0
