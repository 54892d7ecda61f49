"""Puts the demo's pages below the front page, and publishes them."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Page

from articles.models import (
    ArticlePage,
    ConditionIndexPage,
    ConditionPage,
    ConditionTreatment,
    RelatedPage,
    TopicPage,
    TreatmentIndexPage,
    TreatmentPage,
)
from editorial.models import Clinician
from forms.models import FormPage
from home.models import HomePage, LocationPage, StandardPage

from .article import Article
from .conditions import CONDITIONS
from .form_pages import enquiry_form, feedback_form
from .locations import LOCATIONS
from .pictures import find_picture
from .plain_pages import PLAIN_PAGES, PlainPage
from .topics import TOPICS, topics_of
from .treatments import TREATMENTS

AGE = timedelta(days=100)


class DemoConflictError(Exception):
    """The site holds something that keeps the demo out. The text says what to do."""


class PageTree:
    """Adds pages that are missing, and leaves those that are there alone.

    `created` counts the pages that were added; `added_articles` are those among them
    that explain something.
    """

    def __init__(self, home_page: HomePage):
        self.home_page = home_page
        self.editor = get_user_model().objects.filter(username="editor").first()
        self.created = 0
        self.added_articles: list[ArticlePage] = []

    def load(self) -> None:
        """Add and publish whatever is missing, in the order in which it is needed."""
        conditions = self.add_index(
            ConditionIndexPage,
            "Conditions",
            "Conditions that we see often, and what can be done about them.",
        )
        treatments = self.add_index(
            TreatmentIndexPage,
            "Treatments",
            "What we offer, with benefits, risks and other options side by side.",
        )
        plain_pages = self.add_plain_pages()
        self.add_form(feedback_form())
        self.add_form(enquiry_form())
        self.add_locations()
        self.add_topics()
        for page, plain in plain_pages:
            page.body = plain.body()
            self.publish(page)
        added = self.add_articles(treatments, TreatmentPage, TREATMENTS)
        added += self.add_articles(conditions, ConditionPage, CONDITIONS)
        for page, article in added:
            self.link(page, article)
            self.publish(page)
            self.added_articles.append(page)

    def find(self, slug: str) -> Page | None:
        """The page with this slug, anywhere below the front page."""
        return self.home_page.get_descendants().filter(slug=slug).first()

    def add(self, parent: Page, page: Page) -> bool:
        """Add the page as a draft unless it is there; whether it was added.

        Raises DemoConflictError if a page of another type has its address.
        """
        there = parent.get_children().filter(slug=page.slug).first()
        if there is not None:
            if there.specific_class is not type(page):
                raise DemoConflictError(
                    f"The demo needs a page at /{page.slug}/, but another kind of "
                    f"page is there: “{there.title}”. Change that page’s slug, then "
                    "load the demo again."
                )
            return False
        page.live = False
        page.owner = self.editor
        page.first_published_at = timezone.now() - AGE
        parent.add_child(instance=page)
        self.created += 1
        return True

    def publish(self, page: Page) -> None:
        """Publish the page as it stands, with a revision to come back to."""
        page.save_revision(user=self.editor).publish(user=self.editor)

    def add_index(self, model: type[Page], title: str, introduction: str) -> Page:
        """The list of all conditions or treatments: found, or added now."""
        page = model.objects.child_of(self.home_page).first()
        if page is None:
            page = model(
                title=title,
                slug=title.lower(),
                introduction=introduction,
                show_in_menus=True,
            )
            self.add(self.home_page, page)
            self.publish(page)
        return page

    def add_form(self, form_page: FormPage) -> None:
        """Add a form page."""
        if self.add(self.home_page, form_page):
            self.publish(form_page)

    def add_locations(self) -> None:
        """Add the buildings."""
        for location in LOCATIONS:
            values = location._asdict() | {"directions": location.directions()}
            page = LocationPage(**values)
            if self.add(self.home_page, page):
                self.publish(page)

    def add_topics(self) -> None:
        """Add the topics. Articles come later and say which they are in."""
        for topic in TOPICS:
            page = TopicPage(
                slug=topic.slug,
                title=topic.title,
                introduction=topic.introduction,
                search_description=topic.introduction,
            )
            if self.add(self.home_page, page):
                self.publish(page)

    def add_plain_pages(self) -> list[tuple[StandardPage, PlainPage]]:
        """Add the plain pages as empty drafts; those that were added.

        They come early, for their place in the menu. Their buttons lead to pages
        that come later.
        """
        added = []
        for plain in PLAIN_PAGES:
            page = StandardPage(
                slug=plain.slug,
                title=plain.title,
                introduction=plain.introduction,
                show_in_menus=plain.in_menu,
                search_description=plain.introduction,
            )
            if self.add(self.home_page, page):
                added.append((page, plain))
        return added

    def add_articles(
        self, index_page: Page, model: type[ArticlePage], articles: list[Article]
    ) -> list[tuple[ArticlePage, Article]]:
        """Add the articles as drafts without links; those that were added."""
        added = []
        for article in articles:
            page = model(
                slug=article.slug,
                title=article.title,
                summary=article.summary,
                alternative_names="\n".join(article.alternative_names),
                hero_image=find_picture(article.picture),
                author=Clinician.objects.filter(name=article.author).first(),
                sections=article.sections(),
                references=article.references,
                search_description=article.summary,
            )
            if self.add(index_page, page):
                added.append((page, article))
        return added

    def link(self, page: ArticlePage, article: Article) -> None:
        """Point the article to its topics, related pages and treatments."""
        page.topics = TopicPage.objects.filter(slug__in=topics_of(article.slug))
        page.related_page_links = [
            RelatedPage(page=self.find(slug), sort_order=number)
            for number, slug in enumerate(article.related)
        ]
        if isinstance(page, ConditionPage):
            page.treatment_links = [
                ConditionTreatment(
                    treatment=self.find(slug).specific, sort_order=number
                )
                for number, slug in enumerate(article.treatments)
            ]
