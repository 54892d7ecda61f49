"""Answering one submission in time: how far it is, until when, and by whom.

Rules only. The screens are in `desk`.
"""
