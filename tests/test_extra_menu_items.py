"""What the clinic's settings add to the menu."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.test.utils.form_data import (
    nested_form_data,
    querydict_from_html,
    streamfield,
)

from home.blocks import MenuItemBlock
from home.models import ClinicSettings
from tests import factories

pytestmark = pytest.mark.django_db


def menu(client, path="/"):
    """The menu's entries with their addresses and what is said of their place."""
    soup = BeautifulSoup(client.get(path).content, "html.parser")
    return [
        (link.get_text(strip=True), link["href"], link.get("aria-current"))
        for link in soup.select(".menu a")
    ]


def add(site, *items):
    """Put items (words, page or address) into the clinic's menu."""
    clinic = ClinicSettings.for_site(site)
    clinic.menu_items = [
        (
            "item",
            {
                "text": text,
                "page": None if isinstance(goal, str) else goal,
                "address": goal if isinstance(goal, str) else "",
            },
        )
        for text, goal in items
    ]
    clinic.save()


def test_extra_items_come_after_the_trees_own_in_their_order(client, site):
    article = factories.ConditionPageFactory()
    add(site, ("People", "/people/"), ("Read first", article.page_ptr))
    assert menu(client) == [
        ("Conditions", "/conditions/", None),
        ("People", "/people/", None),
        ("Read first", article.url, None),
    ]


def test_pages_that_are_not_public_drop_out(client, site):
    draft, private, gone = factories.StandardPageFactory.create_batch(3)
    add(
        site,
        *(("Draft", draft.page_ptr), ("Private", private.page_ptr)),
        *(("Gone", gone.page_ptr), ("People", "/people/")),
    )
    draft.unpublish()
    private.view_restrictions.create(restriction_type="login")
    gone.delete()
    assert menu(client) == [("People", "/people/", None)]


def test_a_private_page_of_the_tree_is_not_in_the_menu(client):
    page = factories.StandardPageFactory(show_in_menus=True)
    page.view_restrictions.create(restriction_type="login")
    assert menu(client) == []


def test_the_current_place_is_marked(client, site):
    clinician = factories.ClinicianFactory()
    article = factories.ConditionPageFactory()
    list_page = article.get_parent()
    list_page.show_in_menus = False
    list_page.save()
    add(site, ("Home", site.root_page), ("People", "/people/"), ("A to Z", list_page))

    def marks(path):
        return [mark for _, _, mark in menu(client, path)]

    assert marks("/") == ["page", None, None]
    assert marks("/people/") == [None, "page", None]
    assert marks(clinician.get_absolute_url()) == [None, "true", None]
    assert marks("/conditions/") == [None, None, "page"]
    assert marks(article.url) == [None, None, "true"]
    assert marks("/people/nobody/") == [None, None, None]


def test_extra_items_cost_no_query(client, site, django_assert_max_num_queries):
    page = factories.StandardPageFactory()
    goals = factories.StandardPageFactory.create_batch(3)
    add(site, *((goal.title, goal.page_ptr) for goal in goals), ("People", "/people/"))
    client.get(page.url)
    with django_assert_max_num_queries(4):
        client.get(page.url)


@pytest.mark.parametrize(
    "address",
    [
        *("people/", "//elsewhere.example/", "/\\elsewhere.example", "/a b/"),
        *("https://elsewhere.example/", "javascript:alert(1)", "/\nx", "/x\\y"),
    ],
)
def test_an_address_elsewhere_is_refused(address):
    with pytest.raises(StructBlockValidationError) as caught:
        MenuItemBlock().clean({"text": "Go", "page": None, "address": address})
    assert "begins with one slash" in str(caught.value.block_errors["address"])


@pytest.mark.parametrize("address", ["/", "/people/", "/search/?q=pain#results"])
def test_an_address_of_this_website_is_taken(address):
    value = {"text": "Go", "page": None, "address": address}
    assert MenuItemBlock().clean(value)["address"] == address


def test_an_item_needs_one_goal_and_not_two(home_page):
    for page, address in [(None, ""), (home_page, "/people/")]:
        with pytest.raises(StructBlockValidationError) as caught:
            MenuItemBlock().clean({"text": "Go", "page": page, "address": address})
        assert set(caught.value.block_errors) == {"page", "address"}


def test_a_manager_adds_an_item_in_the_settings(admin_client, client, site):
    url = reverse("wagtailsettings:edit", args=["home", "clinicsettings", site.pk])
    form = BeautifulSoup(admin_client.get(url).content, "html.parser")
    data = querydict_from_html(str(form.select_one("form[method=POST]")))
    item = {"text": "People", "page": "", "address": "/people/"}
    items = {"menu_items": streamfield([("item", item)])}
    richtext = {"emergency_text": "null"}
    data.update(nested_form_data(items) | richtext)
    assert admin_client.post(url, data).status_code == 302
    assert menu(client) == [("People", "/people/", None)]
