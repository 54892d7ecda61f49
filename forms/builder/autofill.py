"""What the browser fills in by itself."""

from .patient_form import PatientForm

# They have no text that a browser could know.
TICKED_TYPES = ("checkbox", "radio")


def turn_off_autofill(form_class: type[PatientForm]) -> None:
    """Nothing is filled in: on a tablet that patients share, it would be the last
    patient's."""
    for field in form_class.base_fields.values():
        if getattr(field.widget, "input_type", "") not in TICKED_TYPES:
            field.widget.attrs["autocomplete"] = "off"
