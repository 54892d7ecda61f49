"""Which answers are probably from a program: filed as held, and never dropped.

`signals` is the table of what counts, and how much. A sender sees no difference; staff
release with one click what was held by mistake. docs/forms.md explains it to editors.
"""
