"""Advice on how easy a page is to read. Pure: text in, advice out."""
