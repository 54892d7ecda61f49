"""Every address of the site; pages come last, from Wagtail's tree."""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from home.views import brand_sheet_view, search, serve_page

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("search/", search, name="search"),
    re_path(
        r"^brand/(?P<colour>[0-9a-f]{6})\.css$", brand_sheet_view, name="brand_sheet"
    ),
    re_path(wagtail_urls.serve_pattern, serve_page),
    path("", include(wagtail_urls)),
]
