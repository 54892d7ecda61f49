"""The rules of publication in the editor's form, while nothing is lost."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError
from wagtail.blocks.base import BlockField

from .findings import find, takes_down
from .problem import Problem


def stream_error(problems: Sequence[Problem]) -> StreamBlockValidationError:
    """One error that shows each problem beside its section, or above the stream."""
    above: list[str] = []
    beside: dict[int, list[str]] = defaultdict(list)
    for problem in problems:
        place = above if problem.position is None else beside[problem.position]
        place.append(problem.message)
    return StreamBlockValidationError(
        non_block_errors=above,
        block_errors={
            position: StructBlockValidationError(non_block_errors=messages)
            for position, messages in beside.items()
        },
    )


class PublicationFormMixin:
    """Asks for all that must be there when the form would make its page public."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The browser's own: Wagtail's calendar lies over the button that saves.
        for name in {"go_live_at", "expire_at"} & self.fields.keys():
            self.fields[name].widget = forms.DateTimeInput(
                {"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
            )

    def clean(self) -> dict[str, Any]:
        """Judge the schedule only if somebody touched it: its time may have passed."""
        schedule = {
            name: self.cleaned_data.pop(name)
            for name in ("go_live_at", "expire_at")
            if name in self.cleaned_data and not self.touches_schedule()
        }
        return super().clean() | schedule

    def touches_schedule(self) -> bool:
        """Whether one of its times is another than the form was opened with."""
        for name in {"go_live_at", "expire_at"} & set(self.changed_data):
            opened_with = self.initial.get(name)
            # The screen knows no seconds.
            opened_with = opened_with and opened_with.replace(second=0, microsecond=0)
            if self.cleaned_data.get(name) != opened_with:
                return True
        return False

    def _post_clean(self) -> None:
        # Only now does the page hold what was typed.
        super()._post_clean()
        if self.asks_for_publication():
            self.add_publication_errors()

    def asks_for_publication(self) -> bool:
        """Whether the button that was pressed publishes: at once, or by a schedule."""
        if self.is_deferred_validation:
            return False
        if "action-publish" in self.data:
            return True
        if "action-workflow-action" not in self.data:
            return False
        workflow_state = self.instance.current_workflow_state
        return (
            self.data.get("workflow-action-name") == "approve"
            and workflow_state is not None
            and workflow_state.is_at_final_task
        )

    def add_publication_errors(self) -> None:
        """Say beside each field what stops publication."""
        by_field: dict[str | None, list[Problem]] = defaultdict(list)
        for problem in find(self.instance).stopping + takes_down(self.instance):
            name = problem.field if problem.field in self.fields else None
            by_field[name].append(problem)
        for name, problems in by_field.items():
            if name and isinstance(self.fields[name], BlockField):
                # A stream shows one error only. What it cannot take comes first.
                if name not in self.errors:
                    self.add_error(name, stream_error(problems))
            else:
                messages = [problem.message for problem in problems]
                self.add_error(name, ValidationError(messages))
