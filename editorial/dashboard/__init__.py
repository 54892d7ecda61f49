"""What staff see first in the admin: panels on Wagtail's dashboard."""
