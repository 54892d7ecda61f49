"""Who is told of what is held, and of what is urgent."""

import pytest
from django.urls import reverse

from submissions.models import Notification
from tests import factories
from tests.mailing import form_page, run_worker, send

pytestmark = pytest.mark.django_db

PITCH = "SEO, backlinks and a free audit: see http://a.example and http://b.example"


def test_what_is_held_is_mailed_once_when_it_is_released(client, mailoutbox):
    submission = send(client, form_page(), **{"Why?": PITCH})
    assert submission.is_held
    assert not Notification.objects.exists()
    client.force_login(factories.staff_member("view_submission", "change_submission"))
    for name in ("release", "hold", "release"):
        key = {"submission_id": submission.pk, "name": name}
        client.post(reverse("forms_decide", kwargs=key))
    run_worker()
    assert len(mailoutbox) == 2


def test_urgent_words_are_told_at_once_without_a_word_of_them(client, mailoutbox):
    page = form_page(staff_notice="daily", acknowledges=False)
    send(client, page, **{"Why?": "I want to kill myself"})
    run_worker()
    (mail,) = mailoutbox
    assert mail.subject.startswith("Please read at once: ")
    assert "kill" not in str(mail.message())
    assert "harm" not in str(mail.message())
