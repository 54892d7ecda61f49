"""A small invented clinic to look at: `manage.py load_demo`.

No clinic, person, street or telephone number in here exists.
"""
