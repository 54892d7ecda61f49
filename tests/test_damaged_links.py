"""Links and images in rich text that name nothing that could be looked up."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import rich_text, streamfield

from articles.models import ConditionPage
from assets.models import ClinicImage
from editorial.attention import Kind, pages_in_need
from home.models import HomePage
from tests import factories
from tests.publication import typed

pytestmark = pytest.mark.django_db

LINK = '<a linktype="{}"{}>words</a>'
IDS = ['id="x"', "", 'id=""', 'id="-1"', 'id="1.5"', 'id="99999999999999999999"']


def stored(html, **values) -> ConditionPage:
    """A public article with this text, as an import may leave it."""
    body = [{"type": "text", "value": f"<p>{html}</p>"}]
    sections = [{"type": "definition", "value": {"heading": "What", "body": body}}]
    return factories.ConditionPageFactory(sections=sections, **values)


@pytest.mark.parametrize("kind", ["page", "document"])
@pytest.mark.parametrize("key", [*IDS, 'id="424242"'])
def test_a_stored_link_to_nowhere_is_drawn_and_can_be_edited(
    client, admin_client, kind, key
):
    page = stored(LINK.format(kind, f" {key}"))
    assert "words" in client.get(page.url).text
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert admin_client.get(address).status_code == 200


@pytest.mark.parametrize(
    "attributes",
    [
        'embedtype="image" id="x" format="left"',
        'embedtype="image" id="{id}"',
        'embedtype="image" id="{id}" format="none"',
        'embedtype="image" id="424242" format="left"',
        'embedtype="media" url="nowhere"',
        'embedtype="none" id="1"',
    ],
)
def test_a_stored_image_or_embed_of_nothing_is_drawn(client, attributes):
    image: ClinicImage = factories.ClinicImageFactory()
    page = stored(f"<embed {attributes.format(id=image.pk)}/>words")
    assert "words" in client.get(page.url).text


@pytest.mark.parametrize("kind", ["page", "document"])
@pytest.mark.parametrize("key", IDS)
def test_a_link_to_nowhere_is_refused(admin_client, kind, key):
    page = factories.ConditionPageFactory(live=False)
    page.save_revision()
    text = rich_text('<p><a linktype="page" id="424242">words</a></p>')
    damaged = key.removeprefix('id="').removesuffix('"')
    text = text.replace("424242", f'"{damaged}"' if key else "null")
    if kind == "document":
        text = text.replace('"LINK"', '"DOCUMENT"')
    section = {"heading": "What", "body": streamfield([("text", text)])}
    data = typed(slug=page.slug, sections=streamfield([("definition", section)]))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = admin_client.post(address, data)
    page = ConditionPage.objects.get()
    if kind == "page" and not key:  # Without a key it is no link to a page.
        page = page.get_latest_revision_as_object()
        assert "linktype" not in page.sections[0].value["body"][0].value.source
    else:
        assert "sections" in response.context["form"].errors
        assert page.revisions.count() == 1


def test_a_link_to_nowhere_is_refused_in_a_field(site):
    form = factories.FormPageFactory()
    form.introduction = LINK.format("page", ' id="x"')
    with pytest.raises(Exception, match="introduction"):
        form.full_clean()


def test_blocks_whose_page_or_image_is_gone_are_drawn(client):
    gone, image = factories.StandardPageFactory(), factories.ClinicImageFactory()
    button = {"text": "Go", "page": gone.pk, "url": ""}
    body = [
        {"type": "call_to_action", "value": button},
        factories.picture_block(image),
        {"type": "text", "value": "<p>words</p>"},
    ]
    sections = [{"type": "definition", "value": {"heading": "What", "body": body}}]
    page = factories.ConditionPageFactory(sections=sections)
    gone.delete()
    image.delete()
    assert "words" in client.get(page.url).text


def test_a_page_that_cannot_be_drawn_stops_no_start(monkeypatch):
    bad, good = (factories.StandardPageFactory(title=t) for t in ("Bad", "Good"))
    serve = Page.serve

    def fail(self, request, *args, **kwargs):
        if self.pk == bad.pk:
            raise RuntimeError
        return serve(self, request, *args, **kwargs)

    monkeypatch.setattr(Page, "serve", fail)
    call_command("audit_pages", verbosity=0)
    found = {each.page.pk: list(each.reasons) for each in pages_in_need(Page.objects)}
    assert Kind.CANNOT_BE_SHOWN in found[bad.pk]
    assert good.pk not in found
    assert HomePage.objects.get().content_audit.can_be_shown
    monkeypatch.undo()
    call_command("audit_pages", verbosity=0)
    assert bad.pk not in {each.page.pk for each in pages_in_need(Page.objects)}
