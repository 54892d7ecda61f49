"""Whether a text advertises: points for words of advertisements, less what only
somebody with an account of their own writes. `judgement` weighs them."""
