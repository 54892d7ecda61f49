"""Invented submissions in great numbers, to see how the desk bears them."""
