"""Every address of the site; pages come last, from Wagtail's tree."""

from django.urls import include, path, re_path
from django.views.decorators.csrf import csrf_exempt
from wagtail import urls as wagtail_urls
from wagtail import views as wagtail_views
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from home.views import search

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("search/", search, name="search"),
    # Public pages set no cookie, so they have no CSRF cookie to compare with.
    # The one page type that takes a POST, forms.models.FormPage, checks where
    # the POST came from and the form's own signed token.
    re_path(wagtail_urls.serve_pattern, csrf_exempt(wagtail_views.serve)),
    path("", include(wagtail_urls)),
]
