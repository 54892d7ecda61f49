"""What stands around all pages: the site's name, the clinic's facts, the front."""

from wagtail.models import Page, Site

from home.models import ClinicSettings, HomePage

from . import clinic
from .content_blocks import steps, text
from .pictures import find_picture


def load_site(site: Site) -> bool:
    """Give the site a name if it has none; whether this was done."""
    if site.site_name:
        return False
    site.site_name = clinic.NAME
    site.save()
    return True


def load_clinic_settings(site: Site, pages: dict[str, Page]) -> bool:
    """Fill in the clinic's facts if nobody has; whether this was done."""
    facts = clinic.FACTS | {
        "logo": find_picture("Clinic mark"),
        "feedback_form": pages["feedback"],
        "enquiry_form": pages["contact"],
        "complaints_page": pages["complaints"],
        "privacy_page": pages["privacy"],
        "accessibility_page": pages["accessibility"],
    }
    clinic_settings = ClinicSettings.objects.filter(site=site).first()
    # The first page that was ever shown has made an untouched row.
    clinic_settings = clinic_settings or ClinicSettings(site=site)
    for name in facts:
        default = ClinicSettings._meta.get_field(name).get_default()
        if getattr(clinic_settings, name) != default:
            return False
    for name, value in facts.items():
        setattr(clinic_settings, name, value)
    clinic_settings.save()
    return True


def load_home_page(home_page: HomePage, action_page: Page, editor) -> bool:
    """Furnish the front page if nobody has edited it; whether this was done."""
    if home_page.latest_revision_id is not None:
        return False
    home_page.hero_title = clinic.HERO_TITLE
    home_page.introduction = clinic.INTRODUCTION
    home_page.hero_image = find_picture("Evening water")
    home_page.action_text = clinic.ACTION_TEXT
    home_page.action_page = action_page
    home_page.search_description = clinic.INTRODUCTION
    home_page.body = how_it_works()
    home_page.save_revision(user=editor).publish(user=editor)
    return True


def how_it_works() -> list[dict]:
    """The way from the first question to the last appointment."""
    return [
        text("<h2>How it works</h2>"),
        steps(
            (
                "You write or telephone",
                "Tell us in a few words what you need. A nurse answers within 2 "
                "working days.",
            ),
            (
                "We meet for an hour",
                "You tell your story. We look at what has been tried, and at what "
                "matters to you.",
            ),
            (
                "We make a plan together",
                "It says what you can do, what we can do, and what the NHS offers. "
                "You take it home in writing.",
            ),
            (
                "We look again",
                "After some weeks we see what has changed. If something does not "
                "help, we stop it.",
            ),
        ),
    ]
