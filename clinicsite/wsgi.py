"""The door for the web server."""

import gc
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from clinicsite.page_cache.cache import PageCache
from clinicsite.request_body import MeasureBody

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinicsite.settings.production")

application = get_wsgi_application()
# Who works on the site wants to see a template change at once.
if not settings.DEBUG:
    application = PageCache(application)
application = MeasureBody(application)

# What a process begins with stays as long as the process. Looked through for garbage
# again and again it would hold up a request in twenty by a quarter of a second.
get_resolver().url_patterns  # noqa: B018 - reading it loads all views
gc.collect()
gc.freeze()
