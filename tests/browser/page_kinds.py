"""Every kind of public page, filled with one of everything.

`PAGES` has a function for each that makes the page and gives its address.
"""

from tests import factories
from tests.browser.rich_pages import rich_article, rich_body, rich_form


def filled_home_page():
    """The front page with everything on it, and pages of each kind below."""
    home = factories.home_page()
    factories.ConditionPageFactory(alternative_names="Sciatica")
    factories.TreatmentPageFactory()
    factories.LocationPageFactory()
    factories.ClinicianFactory(photograph=factories.ClinicImageFactory())
    home.refresh_from_db()
    home.introduction = "We help people with long-term pain."
    home.hero_image = factories.ClinicImageFactory(description="A walk in the park.")
    home.action_text = "Ask for a consultation"
    home.action_page = home.get_children().first()
    home.body = rich_body()
    home.save()
    return home


def filled_condition():
    """A condition with every section, and a treatment for it."""
    condition = rich_article(factories.ConditionPageFactory, title="Back pain")
    condition.treatment_links.create(treatment=factories.TreatmentPageFactory())
    condition.related_page_links.create(page=factories.StandardPageFactory())
    return condition


def filled_treatment():
    """A treatment with every section, offered for a condition."""
    treatment = rich_article(factories.TreatmentPageFactory, title="Pacing")
    factories.ConditionPageFactory().treatment_links.create(treatment=treatment)
    return treatment


def filled_list():
    """The A to Z with an entry under another name."""
    return factories.ConditionPageFactory(
        alternative_names="Slipped disc\nLumbago"
    ).get_parent()


def filled_topic():
    """A topic with a condition and a treatment."""
    topic = factories.TopicPageFactory(introduction="All about nerves.")
    for factory in (factories.ConditionPageFactory, factories.TreatmentPageFactory):
        page = factory()
        page.topics = [topic]
        page.save()
    return topic


def filled_profile():
    """The profile of somebody with a portrait and an article."""
    portrait = factories.ClinicImageFactory()
    clinician = factories.ClinicianFactory(
        photograph=portrait, biography="She likes a first talk to be mostly listening."
    )
    factories.ConditionPageFactory(author=clinician)
    return clinician


def plain_page():
    """A plain page with each content block."""
    return factories.StandardPageFactory(introduction="Who we are.", body=rich_body())


def location():
    """A building with each content block in its directions."""
    return factories.LocationPageFactory(
        introduction="Our building by the river.",
        phone="020 7946 0000",
        directions=rich_body(),
    )


PAGES = {
    "front page": lambda: filled_home_page().url,
    "condition": lambda: filled_condition().url,
    "treatment": lambda: filled_treatment().url,
    "list of conditions": lambda: filled_list().url,
    "list of treatments": lambda: factories.TreatmentPageFactory().get_parent().url,
    "plain page": lambda: plain_page().url,
    "location": lambda: location().url,
    "topic": lambda: filled_topic().url,
    "form": lambda: rich_form().url,
    "people": lambda: filled_profile() and "/people/",
    "profile": lambda: filled_profile().get_absolute_url(),
    "site map": lambda: filled_list() and "/site-map/",
    "search": lambda: "/search/",
    "search results": lambda: filled_condition() and "/search/?q=back+pain",
    "search without results": lambda: "/search/?q=zebra",
}
