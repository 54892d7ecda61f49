"""Long exports: made by the worker, kept for a day, sent to who asked for them."""
