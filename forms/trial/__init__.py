"""Trying a form for real: what editors send there is marked as a test."""
