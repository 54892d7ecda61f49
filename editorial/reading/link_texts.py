"""Link texts that do not say where the link leads."""

import re

VAGUE = frozenset(
    {
        *("click", "click here", "click this link", "continue", "details", "download"),
        *("find out more", "follow this link", "further information", "go", "go here"),
        *("here", "info", "information", "learn more", "link", "more", "more details"),
        *("more info", "more information", "page", "read", "read more", "read on"),
        *("read this", "see here", "see more", "this", "this link", "this page"),
        *("this website", "view", "visit", "website"),
    }
)
# An address: "https://…", "www.…", or a host with a path or a usual ending.
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|uk|wales)(?:/\S*)?",
    re.IGNORECASE,
)


def is_vague(text: str) -> bool:
    """Whether a link says only that it is one."""
    return text.strip(" .…>»→:!").lower() in VAGUE


def is_address(text: str) -> bool:
    """Whether a link shows a web address in place of words. E-mail is none."""
    return ADDRESS.fullmatch(text.strip()) is not None
