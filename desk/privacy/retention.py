"""Retention rules: what each would do, confirmed before it does anything."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)
from wagtail.log_actions import log

from desk.known_forms import forms_by_key
from submissions.models import RetentionRule, RetentionRun, Submission
from submissions.models.retention_rule import MOST_MONTHS
from submissions.privacy.retention import dry_run, dry_runs

from .tabs import RETENTION, demand_tab, show

ALL = ""


class RuleForm(forms.ModelForm):
    """One rule."""

    form_key = forms.ChoiceField(
        label=_("Form"),
        required=False,
        help_text=_("A rule for one form goes before a rule for all forms."),
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[(ALL, _("All kinds")), *Submission.Kind.choices],
        help_text=_(
            "A rule for one kind goes before a rule for all kinds. The law asks for "
            "complaints to be kept longer than other feedback."
        ),
    )
    months = forms.IntegerField(
        label=_("Months to keep"),
        min_value=1,
        max_value=MOST_MONTHS,
        help_text=_(
            "Counted from the day on which it was closed; from the day on which it "
            "came, if nobody closed it. What is still open is always kept."
        ),
    )
    way = forms.ChoiceField(
        label=_("What happens then"),
        choices=RetentionRule.Way.choices,
        help_text=_(
            "Erase the words: answers, additions, notes and replies go; reference, "
            "dates, rating, form, page and kind stay and count. Delete: nothing stays "
            "but a line in the erasure log."
        ),
    )

    class Meta:
        model = RetentionRule
        fields = ["form_key", "kind", "months", "way"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.titles = {str(key): title for key, title in forms_by_key().items()}
        key = str(self.instance.form_key or "")
        if key:
            self.titles.setdefault(key, self.instance.form_title)
        self.fields["form_key"].choices = [(ALL, _("All forms")), *self.titles.items()]

    def clean_form_key(self) -> str | None:
        """No key stands for all forms."""
        return self.cleaned_data["form_key"] or None

    def clean(self) -> dict:
        """One rule for the same."""
        cleaned = super().clean()
        same = RetentionRule.objects.exclude(pk=self.instance.pk).filter(
            form_key=cleaned.get("form_key"), kind=cleaned.get("kind", "")
        )
        if same.exists():
            raise forms.ValidationError(
                gettext("There is a rule for this form and kind already. Change that.")
            )
        return cleaned

    def save(self, commit: bool = True) -> RetentionRule:
        """The rule; it must be confirmed again."""
        rule = self.instance
        rule.form_title = self.titles.get(str(rule.form_key), "")
        rule.confirmed_at, rule.confirmed_by = None, ""
        return super().save(commit)


@require_safe
def retention(request: HttpRequest) -> HttpResponse:
    """The rules, what each would do now, and when they were last applied."""
    demand_tab(request.user, RETENTION)
    return show(
        request,
        RETENTION,
        "retention.html",
        runs=dry_runs(timezone.now()),
        last_run=RetentionRun.objects.exclude(finished_at=None).first(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit_rule(request: HttpRequest, rule_id: str | None = None) -> HttpResponse:
    """A new rule, or a change to one."""
    demand_tab(request.user, RETENTION)
    rule = get_object_or_404(RetentionRule, pk=rule_id) if rule_id else None
    form = RuleForm(request.POST or None, instance=rule)
    if form.is_valid():
        stored = form.save()
        action = "wagtail.edit" if rule else "wagtail.create"
        log(instance=stored, action=action, user=request.user)
        messages.success(
            request,
            gettext("Saved. It does nothing until somebody has confirmed it."),
        )
        return redirect("forms_retention_rule_confirm", stored.pk)
    return show(request, RETENTION, "rule.html", form=form, rule=rule)


@require_http_methods(["GET", "HEAD", "POST"])
def confirm_rule(request: HttpRequest, rule_id: str) -> HttpResponse:
    """What the rule would do now; with a word, it does."""
    demand_tab(request.user, RETENTION)
    rule = get_object_or_404(RetentionRule, pk=rule_id)
    if request.method == "POST":
        return confirm(request, rule)
    run = dry_run(rule, list(RetentionRule.objects.all()), timezone.now())
    return show(request, RETENTION, "confirm_rule.html", run=run)


def confirm(request: HttpRequest, rule: RetentionRule) -> HttpResponse:
    """Confirm the rule as it was shown; if it was changed since, show it again."""
    if request.POST.get("rule") != str(rule):
        messages.warning(
            request, gettext("The rule was changed meanwhile. Look at it once more.")
        )
        return redirect("forms_retention_rule_confirm", rule.pk)
    by: Any = request.user.get_username()
    rule.confirmed_at, rule.confirmed_by = timezone.now(), by
    rule.save(update_fields=["confirmed_at", "confirmed_by"])
    log(instance=rule, action="wagtail.edit", user=request.user)
    messages.success(
        request, gettext("Confirmed. It is applied once a day, from the next night on.")
    )
    return redirect(RETENTION.url_name)


@require_POST
def delete_rule(request: HttpRequest, rule_id: str) -> HttpResponse:
    """Without the rule, what it was about is kept, or a more general one takes it."""
    demand_tab(request.user, RETENTION)
    rule = get_object_or_404(RetentionRule, pk=rule_id)
    log(instance=rule, action="wagtail.delete", user=request.user)
    rule.delete()
    messages.success(request, gettext("The rule is gone."))
    return redirect(RETENTION.url_name)
