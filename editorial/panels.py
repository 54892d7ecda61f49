"""The editing screen of a page, in tabs that are named for what an editor does."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

TITLE_HELP = _(
    "The large heading at the top of the page. Also its name in lists, menus and "
    "search results."
)


def address_panels() -> list[Panel]:
    """The page's address, the menu, and what search engines show."""
    return [
        FieldPanel(
            "slug",
            heading=_("Address"),
            help_text=_(
                "The last part of the page’s address, for example: back-pain. Made "
                "from the title. If you change it on a public page, old links lead to "
                "the new address."
            ),
        ),
        FieldPanel(
            "show_in_menus",
            heading=_("Show in the menu"),
            help_text=_("Adds the page to the menu at the top of every page."),
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "seo_title",
                    heading=_("Title in search engines"),
                    help_text=_(
                        "Shown by Google and in the browser’s tab in place of the "
                        "page’s title. Usually empty."
                    ),
                ),
                FieldPanel(
                    "search_description",
                    heading=_("Description in search engines"),
                    help_text=_(
                        "Shown by Google under the title, and where the page is "
                        "shared. If it is empty, the summary or introduction is used."
                    ),
                ),
            ],
            heading=_("For search engines"),
            classname="collapsed",
        ),
    ]


def schedule_panel() -> PublishingPanel:
    """The days of publication, which Wagtail shows in the dialog “Set schedule”."""
    panel = PublishingPanel()
    go_live, expire = panel.children
    go_live.heading = _("Publish on")
    go_live.help_text = _(
        "The page becomes public on this day and at this time. Press “Save schedule”, "
        "then “Publish” or “Schedule to publish”. Empty: as soon as you publish."
    )
    expire.heading = _("Take down on")
    expire.help_text = _(
        "From then on patients no longer find the page. You keep it, and can publish "
        "it again: then this day is forgotten. Empty: it stays."
    )
    return panel


def editing_tabs(
    write: Sequence[Panel],
    *more: ObjectList,
    appears: Sequence[Panel] = (),
    title_help: str = TITLE_HELP,
) -> TabbedInterface:
    """The tabs of a page type.

    `write` is what the page shows, in that order; `more` are tabs of the type's own;
    `appears` comes before the address on the tab “Where it appears”; `title_help`
    says where the title is shown.
    """
    return TabbedInterface(
        [
            ObjectList(
                [TitleFieldPanel("title", help_text=title_help), *write],
                heading=_("Write"),
            ),
            *more,
            ObjectList([*appears, *address_panels()], heading=_("Where it appears")),
            ObjectList(
                [
                    HelpPanel(
                        heading=_("When it is public, and for whom"),
                        template="editorial/schedule_help.html",
                    ),
                    schedule_panel(),
                    CommentPanel(),
                ],
                heading=_("Schedule and privacy"),
            ),
        ]
    )
