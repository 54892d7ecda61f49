"""Loads the whole demo clinic, or what is missing of it."""

from django.db import transaction
from wagtail.models import Page, Site

from articles.models import ConditionPage, TreatmentPage
from assets.picture_uses import make_missing_pictures
from home.models import HomePage

from .accounts import load_accounts
from .casework import load_reply_templates, load_retention_rules
from .frame import load_clinic_settings, load_home_page, load_site
from .page_tree import DemoConflictError, PageTree
from .people import PEOPLE, load_person
from .pictures import PICTURES, load_picture
from .reviews import load_reviews
from .search_lists import load_search_lists
from .submissions import load_submissions


def load_demo() -> dict[str, int]:
    """Add what is missing of the demo clinic; how much of each kind was added.

    Whatever is there already stays as it is, so running it again is harmless.
    All is added, or nothing: raises DemoConflictError if another page is in the way.
    """
    with transaction.atomic():
        added = add_missing()
    if added["pictures"]:
        make_missing_pictures()
    return added


def add_missing() -> dict[str, int]:
    """Add whatever is not there; how much of each kind was added."""
    site = Site.objects.get(is_default_site=True)
    home_page = site.root_page.specific
    if not isinstance(home_page, HomePage):
        raise DemoConflictError(
            f"The site begins with the page “{home_page}”, which is not a front page. "
            "Choose a front page for the site, then load the demo again."
        )
    site_changes = load_site(site)
    added = {
        "accounts": load_accounts(),
        "pictures": sum(map(load_picture, PICTURES)),
        "people": sum(map(load_person, PEOPLE)),
    }
    tree = PageTree(home_page)
    tree.load()
    added["pages"] = tree.created
    pages = {page.slug: page for page in home_page.get_children().specific()}
    added["reviews"] = load_reviews(tree.added_articles)
    added["retention rules"] = load_retention_rules()
    added["submissions"] = load_submissions(
        pages["feedback"], pages["contact"], find_articles(home_page)
    )
    added["reply templates"] = load_reply_templates()
    added["lists for search"] = load_search_lists(pages["contact"])
    added["changes to the site"] = (
        site_changes
        + load_home_page(home_page, pages["contact"], tree.editor)
        + load_clinic_settings(site, pages)
    )
    return added


def find_articles(home_page: Page) -> dict[str, Page]:
    """All conditions and treatments by their slug."""
    return {
        page.slug: page
        for model in (TreatmentPage, ConditionPage)
        for page in model.objects.descendant_of(home_page)
    }
