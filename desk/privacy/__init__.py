"""The desk’s screens for erasure, access, legal holds and retention."""
