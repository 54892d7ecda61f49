"""How a form page asks, receives, stores and thanks: a file for each.

`answer` is the way in. A `Visit` says which form is served to which request, and
whether an editor is only trying it.
"""

from forms.visit import Visit

from .answering import answer

__all__ = ["Visit", "answer"]
