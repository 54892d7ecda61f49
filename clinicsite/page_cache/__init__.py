"""Public pages as ready bytes, in front of Django.

Nothing here is told of a change. A page is kept for as long as the database is the one
that it was made from, whoever writes to it and by whatever way: `database_state.py`.
"""
