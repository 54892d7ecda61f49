"""What an element's class, id and role say about it."""

import re

from bs4 import Tag

ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "navigation",
    "banner": "site header",
    "contentinfo": "footer",
    "search": "form",
    "form": "form",
    "dialog": "popup",
    "alertdialog": "popup",
}
# The words that class names and ids are made of, and what they are the sign of.
# Joined words ("author-box") count only together.
NAMES: dict[str, str] = {
    "cookie notice": "cookie cookies cookiebot cookieyes gdpr ccpa onetrust cmplz cky "
    "consent-banner consent-manager consent-popup consent-modal privacy-banner",
    "popup": "popup popups pop-up modal modals lightbox interstitial pum "
    "exit-intent overlay-content",
    "form": "newsletter subscribe subscription signup sign-up mailchimp mc4wp optin "
    "wpcf7 wpforms gform gform-wrapper ninja-forms contact-form feedback-form "
    "enquiry-form booking-form search-form searchform survey feedback",
    "share links": "share sharing social socials social-links addtoany sharethis "
    "sharedaddy addthis",
    "related pages": "related recommended you-may-also-like more-articles read-next "
    "recent-posts latest-posts popular-posts post-navigation nav-links",
    "sidebar": "sidebar widget-area",
    "navigation": "nav navbar navigation menu submenu sub-menu breadcrumb breadcrumbs "
    "pagination pager topbar top-bar skip-link skip skiplink back-to-top tags "
    "tag-list categories cat-links tags-links mega-menu",
    "table of contents": "toc table-of-contents ez-toc",
    "comments": "comments commentlist comment-list respond comment-respond disqus",
    "footer": "site-footer page-footer footer colophon location-footer",
    "site header": "site-header masthead location-header page-header header",
    "advertisement": "ad ads advert adverts advertisement sponsored promo",
    "page details": "entry-meta post-meta article-meta page-meta byline posted-on "
    "reading-time read-time post-info",
    "author box": "author-box author-bio author-info author-card about-author "
    "post-author-box",
    "chat": "chat livechat live-chat chatbot whatsapp intercom",
    "contact line": "cta call-to-action cta-banner",
    "hidden": "sr-only screen-reader-text visually-hidden visuallyhidden "
    "screen-reader-only",
}
REASONS = {word: reason for reason, words in NAMES.items() for word in words.split()}
LONGEST_NAME = max(word.count("-") for word in REASONS) + 1
# Only as an element's whole name: parts of many names that mean something else.
WHOLE_NAMES = {"footer", "header", "skip", "social", "ad", "ads", "promo", "feedback"}
FOLDED = re.compile(
    r"(?i)accordion|tab|toggle|collaps|faq|expand|(read|show|see)-?(more|all)|details|"
    r"panel|pane\b|answer|drawer|fold|reveal|slide|step"
)
HIDDEN_STYLE = re.compile(r"(?i)(display\s*:\s*none|visibility\s*:\s*hidden)")
CAMEL_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")


def names(tag: Tag) -> list[str]:
    """The element's classes and id, in small letters with hyphens."""
    values = tag.get("class") or []
    values = [values] if isinstance(values, str) else list(values)
    values.append(str(tag.get("id") or ""))
    return [
        CAMEL_CASE.sub("-", str(value)).lower().replace("_", "-")
        for value in values
        if value
    ]


def reasons_by_name(tag: Tag) -> list[str]:
    """What the element's names are the sign of, the surest first; empty if nothing."""
    found = []
    for name in names(tag):
        words = [word for word in name.split("-") if word]
        for length in range(min(LONGEST_NAME, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                part = "-".join(words[start : start + length])
                reason = REASONS.get(part)
                if reason and (part not in WHOLE_NAMES or part == name):
                    found.append(reason)
    order = list(NAMES)
    return sorted(set(found), key=order.index)


def reason_by_role(tag: Tag) -> str:
    """What the element's role is the sign of; empty if nothing."""
    if str(tag.get("aria-modal")).lower() == "true":
        return "popup"
    return ROLES.get(str(tag.get("role") or "").lower(), "")


def is_hidden(tag: Tag) -> bool:
    """Whether readers do not see the element at first."""
    style = str(tag.get("style") or "")
    return tag.has_attr("hidden") or bool(HIDDEN_STYLE.search(style))


def is_foldable(tag: Tag) -> bool:
    """Whether the element is by its names one that readers open and close."""
    return any(FOLDED.search(name) for name in names(tag)) or (
        tag.get("role") == "tabpanel"
    )
