"""Words of danger in what patients write: a flag for staff, and help at once.

`patterns` is the table of words, `flags` finds them, `help` says what is shown. A
pattern judges nobody: it makes sure that somebody reads this answer first.
"""
