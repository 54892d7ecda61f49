"""What follows when a form is published, a question is saved, or clocks change."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.signals import page_published

from forms.models import FormField, FormPage
from forms.serving.notices import notices_of
from submissions.models import IdentifyingQuestion


@receiver(page_published, sender=FormPage)
def name_versions(instance: FormPage, **_kwargs) -> None:
    """A notice's new wording is called after the day on which it became public, not
    after that of its first answer."""
    notices_of(instance)


@receiver(post_save, sender=FormField)
def remember_who_question(instance: FormField, **_kwargs) -> None:
    """Exports without identity leave its answers out, also when it is removed."""
    question = {
        "form_key": instance.page.translation_key,
        "name": instance.clean_name,
    }
    if instance.says_who:
        IdentifyingQuestion.objects.get_or_create(**question)
    else:
        IdentifyingQuestion.objects.filter(**question).delete()
