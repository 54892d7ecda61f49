"""The video block: a link that says where it leads, and all the words of the video."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from articles.blocks import BodyBlock
from articles.blocks.media import VideoBlock
from tests import factories

pytestmark = pytest.mark.django_db

VIDEO = {
    "title": "Breathing slowly",
    "url": "https://videos.example/breathing",
    "minutes": 4,
    "seconds": 30,
    "still": None,
    "transcript": "<p>Sit down, and let your shoulders drop.</p>",
}


def shown(**changes):
    """The block as readers get it."""
    block = {"type": "video", "value": VIDEO | changes}
    html = BodyBlock().to_python([block]).render_as_block()
    return BeautifulSoup(html, "html.parser")


def errors_of(**changes):
    """The fields that are refused, with the reasons."""
    block = VideoBlock()
    with pytest.raises(ValidationError) as caught:
        block.clean(block.to_python(VIDEO | changes))
    return {
        field: " ".join(error.messages)
        for field, error in caught.value.block_errors.items()
    }


def words(element) -> str:
    return " ".join(element.get_text().split())


def test_the_link_says_what_it_leads_to_where_and_how_long_it_lasts():
    link = shown().select_one(".video__link")
    assert link.a["href"] == VIDEO["url"]
    assert words(link.a) == "Watch “Breathing slowly” on videos.example"
    assert "4 minutes 30 seconds. The link leads to another website." in words(link)


@pytest.mark.parametrize(
    ("minutes", "seconds", "length"),
    [(1, 1, "1 minute 1 second"), (0, 45, "45 seconds"), (12, 0, "12 minutes")],
)
def test_the_length_is_said_in_words(minutes, seconds, length):
    note = shown(minutes=minutes, seconds=seconds).select_one(".video__note")
    assert words(note).startswith(f"{length}. ")


def test_the_transcript_opens_without_javascript_and_says_of_what_it_is():
    details = shown().details
    assert words(details.summary) == "Read the transcript of “Breathing slowly”"
    assert "let your shoulders drop" in words(details)


def test_nothing_is_asked_of_the_other_website():
    image = factories.ClinicImageFactory()
    soup = shown(still={"image": image.pk, "alt_text": "A chair", "decorative": False})
    assert not soup.select("iframe, video, script, object, embed")
    assert soup.select_one("img.video__still")["alt"] == "A chair"
    loaded = [
        each[name] for name in ("src", "srcset") for each in soup.select(f"[{name}]")
    ]
    assert loaded
    assert all(address.startswith("/media/") for address in loaded)


def test_a_video_without_a_still_picture_shows_none():
    assert shown().img is None


@pytest.mark.parametrize(
    "address", ["http://videos.example/", "javascript:alert(1)", "videos", ""]
)
def test_only_a_whole_https_address_is_taken(address):
    assert set(errors_of(url=address)) == {"url"}


def test_an_address_without_https_is_refused_in_plain_words():
    assert "beginning with https://" in errors_of(url="http://videos.example/")["url"]


def test_a_video_has_a_length_a_title_and_a_transcript():
    assert "how long" in errors_of(minutes=0, seconds=0)["minutes"]
    assert set(errors_of(seconds=60)) == {"seconds"}
    assert set(errors_of(title="", transcript="")) == {"title", "transcript"}


def test_a_still_picture_needs_words_or_is_decorative():
    image = {"image": factories.ClinicImageFactory().pk, "alt_text": ""}
    block = VideoBlock()
    with pytest.raises(ValidationError) as caught:
        block.clean(block.to_python(VIDEO | {"still": image}))
    assert set(caught.value.block_errors) == {"still"}
    block.clean(block.to_python(VIDEO | {"still": image | {"decorative": True}}))


def test_a_draft_may_still_lack_everything_and_is_shown():
    empty = dict.fromkeys(VIDEO) | {"title": "", "url": "", "transcript": ""}
    block = VideoBlock()
    value = block.clean_deferred(block.to_python(empty))
    assert "Read the transcript" in block.render(value)
