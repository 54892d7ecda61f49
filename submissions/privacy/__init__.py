"""Forgotten when due: retention, erasure, withdrawal and access to what is held.

`erasing` is the one way by which words go; `words_held` names all places that hold
them; `scrubbing` sees to it that no byte of them stays in the database's files.
"""
