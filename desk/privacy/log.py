"""The log of erasures, and the answer to “was this one erased?”."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from submissions.models import Erasure
from submissions.permissions import ERASE, rows_for
from submissions.privacy.fingerprints import possible_fingerprints, tidy_reference

from .tabs import LOG, demand_tab, show

PER_PAGE = 50


class ReferenceForm(forms.Form):
    """Which reference."""

    reference = forms.CharField(
        label=_("Was this one erased?"),
        max_length=40,
        help_text=_(
            "A reference, such as K7QM-4ZD2. The log does not hold references, but "
            "knows one when you name it."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def fingerprints(self) -> list[str]:
        """The hashes that the log may have of it. Called when the form is valid."""
        return possible_fingerprints(tidy_reference(self.cleaned_data["reference"]))


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def erasure_log(request: HttpRequest) -> HttpResponse:
    """The log; with a reference, the lines about it."""
    demand_tab(request.user, LOG)
    form = ReferenceForm(request.POST or None)
    lines = rows_for(request.user, ERASE, rows=Erasure.objects.all())
    asked = form.is_valid()
    if asked:
        lines = lines.filter(references__fingerprint__in=form.fingerprints())
    page = Paginator(lines, PER_PAGE).get_page(request.GET.get("p"))
    return show(request, LOG, "log.html", form=form, asked=asked, page=page)
