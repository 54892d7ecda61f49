"""The words of each submission, so that the desk finds it among a million.

The database keeps them itself, by triggers on submissions and additions: in the same
transaction, whoever writes. What is withdrawn or deleted is gone from here with it.
The words are those of the reference, the page's title, the answers and the additions,
in small letters and without accents.
"""
