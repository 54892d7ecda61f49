"""A kind of section that may stand once, and stands twice."""

import html

import pytest
from django.urls import reverse

from articles.blocks import SectionsBlock
from tests import factories
from tests.publication import typed

pytestmark = pytest.mark.django_db

TWICE = "The section “Causes” stands twice on this page."


def test_the_editor_is_told_which_section_stands_twice_and_keeps_the_text(
    admin_client,
):
    page = factories.ConditionPageFactory(live=False)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = admin_client.post(address, typed("causes", "symptoms", "causes"))
    words = html.unescape(response.content.decode())
    assert "Typed causes." in words
    assert "maximum number" not in words
    (error,) = response.context["form"].errors["sections"].as_data()
    assert list(error.block_errors) == [2]
    assert TWICE in str(error.block_errors[2].as_json_data())
    assert TWICE in str(error.non_block_errors)


def test_a_topic_may_stand_as_often_as_it_is_needed():
    topic = {"type": "topic", "value": {"heading": "At work", "body": []}}
    block = SectionsBlock()
    assert len(block.clean(block.to_python([topic, topic, topic]))) == 3
