"""A clinical reviewer's word for a page, given where Wagtail's workflow asks for it."""
