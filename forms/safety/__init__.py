"""Words of danger in what patients write: a flag for staff, and help at once.

`words.txt` and `rules.txt` say what raises a flag, `grammar` reads them, `flags` names
the flags, `help` says what is shown. A rule judges nobody: it makes sure that somebody
reads this answer first.
"""
