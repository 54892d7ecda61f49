"""A form on a tablet that patients share: the next one finds nothing of the last."""

from typing import NamedTuple

from django.http import HttpResponse
from django.utils.http import urlencode

from forms.visit import Visit
from submissions.models.submission import Submission

# WCAG 2.2, 2.2.1: who reads that the page will go has 20 seconds to ask for more time,
# as often as they like. In seconds, with some to read it in.
TIME_TO_READ = 30
MORE_TIME = 5 * 60
MORE_TIME_PARAMETER = "time"


class WayBack(NamedTuple):
    """From the thank-you page to an empty form: where it is, after how many seconds
    the browser goes there by itself, and where there is more time."""

    start_address: str
    seconds: int
    more_time_address: str

    @property
    def has_more_time(self) -> bool:
        """Whether more time was asked for."""
        return self.seconds > TIME_TO_READ


def way_back(visit: Visit, submission: Submission | None) -> WayBack | None:
    """The way back to an empty form about the same page; None where the device is the
    patient's own."""
    if not visit.page.kiosk_mode or visit.is_test or submission is None:
        return None
    start = visit.address
    if submission.about_page_id:
        start += "?" + urlencode({"about": submission.about_page_id})
    more = urlencode({"sent": submission.reference, MORE_TIME_PARAMETER: "more"})
    asked = visit.request.GET.get(MORE_TIME_PARAMETER) == "more"
    return WayBack(
        start, MORE_TIME if asked else TIME_TO_READ, f"{visit.address}?{more}"
    )


def go_back_in_time(response: HttpResponse, back: WayBack) -> None:
    """Have the browser go to the empty form by itself, without a script."""
    response.headers["Refresh"] = f"{back.seconds}; url={back.start_address}"
