"""Every address of the site; pages come last, from Wagtail's tree."""

from django.urls import include, path, re_path
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from clinicsite.languages import in_each_language
from desk.site_history import SiteHistoryView
from editorial.known_titles import ChosenPagesView
from forms.invitations.arriving import arrive
from forms.serving.withdrawing_by_email import withdraw_by_email
from home.feed import ArticleFeed
from home.people import clinician_page, people
from home.robots import robots
from home.security_txt import security_txt
from home.site_map import site_map
from home.sitemap import LanguagesSitemap
from home.views import brand_sheet_view, search, serve_page

handler404 = "home.missing_page.page_not_found"
handler500 = "clinicsite.outage.server_error"

hourly = cache_control(public=True, max_age=60 * 60)

urlpatterns = [
    # In place of Wagtail's own, which tell more.
    path("admin/choose-page/chosen-multiple/", ChosenPagesView.as_view()),
    path("admin/reports/site-history/", SiteHistoryView.as_view()),
    path(
        "admin/reports/site-history/results/",
        SiteHistoryView.as_view(results_only=True),
    ),
    path("admin/", include(wagtailadmin_urls)),
    re_path(
        r"^brand/(?P<colour>[0-9a-f]{6})\.css$", brand_sheet_view, name="brand_sheet"
    ),
    path(
        "sitemap.xml",
        require_safe(hourly(sitemap)),
        {"sitemaps": {"pages": LanguagesSitemap}},
        name="sitemap",
    ),
    path("feed/", require_safe(hourly(ArticleFeed())), name="feed"),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    # With or without the last slash: what is not found is logged with its address.
    re_path(r"^v/(?P<code>[^/]{1,40})/?$", arrive, name="invitation"),
    in_each_language(
        [
            path("people/", people, name="people"),
            path("people/<slug:slug>/", clinician_page, name="clinician"),
            path("site-map/", site_map, name="site_map"),
            path("search/", search, name="search"),
            path("withdraw/", withdraw_by_email, name="withdraw"),
            path("documents/", include(wagtaildocs_urls)),
            # Wagtail's own but its last, which serves pages: how to log in.
            *wagtail_urls.urlpatterns[:-1],
            re_path(wagtail_urls.serve_pattern, serve_page, name="wagtail_serve"),
        ]
    ),
]
