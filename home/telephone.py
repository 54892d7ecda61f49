"""Telephone numbers as links."""


def telephone_link(number: str) -> str:
    """The number as an address that dials it: "tel:01632960100"."""
    return "tel:" + "".join(c for c in number if c.isdigit() or c == "+")
