"""What a browser keeps of an answered form, so that its user can add to the answers or
withdraw them: a receipt for one page, with nothing on it but references."""

from .acting import act, is_action, show_receipt
from .cookie import give_receipt, holds_receipt

__all__ = ["act", "give_receipt", "holds_receipt", "is_action", "show_receipt"]
