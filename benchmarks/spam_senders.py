"""Who fills in the form: programs and people, each as a script of steps.

A script is a generator: it yields how many seconds pass before its next step. It uses a
`Browser`, which knows the form as it was served, and notes what became of each post.
"""

from collections.abc import Iterator
from random import Random

from benchmarks.spam_browser import Browser
from benchmarks.spam_texts import Texts
from forms.screening.trap import TRAP_FIELD

Script = Iterator[float]


def form_filler(browser: Browser, texts: Texts, random: Random) -> Script:
    """Fills in whatever has a name, at once."""
    browser.open()
    yield random.uniform(0.1, 2)
    kind = random.choice([texts.pitch, texts.gibberish, lambda: texts.spam("links")])
    browser.fill_all(kind())
    browser.send()


def replayer(browser: Browser, texts: Texts, random: Random) -> Script:
    """Sends one form again and again, with other texts."""
    browser.open()
    for _ in range(10):
        yield random.uniform(1, 60)
        browser.write(texts.spam("links"))
        browser.send()


def direct_poster(browser: Browser, texts: Texts, random: Random) -> Script:
    """Posts to the address without having opened the form."""
    yield 0
    browser.fields = {
        "form-token": random.choice(["", "forged", "WyJ4Il0:1abc:def"]),
        browser.text_name: texts.spam("links"),
    }
    browser.send()


def harvester(browser: Browser, texts: Texts, random: Random) -> Script:
    """Takes the token out of the page and posts the fields that it knows."""
    browser.open()
    yield random.uniform(0.2, 30)
    del browser.fields[TRAP_FIELD]
    browser.write(random.choice([texts.pitch, lambda: texts.spam("links")])())
    browser.send()


def slow_linker(browser: Browser, texts: Texts, random: Random) -> Script:
    """Waits like a person, sees what a person sees, and leaves links."""
    browser.open()
    yield random.uniform(20, 200)
    browser.write(texts.spam("links"))
    browser.send()


def pitcher(browser: Browser, texts: Texts, random: Random) -> Script:
    """Advertises politely, each time in other words, in a real browser."""
    browser.open()
    yield random.uniform(30, 300)
    browser.write(texts.pitch())
    browser.send()


def babbler(browser: Browser, texts: Texts, random: Random) -> Script:
    """Writes random letters into what it sees; half of them at once."""
    browser.open()
    yield random.choice([1, random.uniform(10, 60)])
    browser.write(texts.gibberish())
    if random.random() < 0.5:
        browser.fill_all(texts.gibberish())
    browser.send()


def casino(browser: Browser, texts: Texts, random: Random) -> Script:
    """Advertises casinos and loans in Russian."""
    browser.open()
    yield random.uniform(3, 60)
    browser.write(texts.spam("casino"))
    browser.send()


def flooder(browser: Browser, texts: Texts, random: Random) -> Script:
    """Sends the same message as thousands of others, from a network of its own."""
    browser.open()
    yield random.uniform(10, 90)
    browser.write(texts.flood())
    browser.send()


# How many posts of each kind; together 5,000.
BOTS = {
    form_filler: 900,
    replayer: 500,
    direct_poster: 500,
    harvester: 400,
    slow_linker: 800,
    pitcher: 800,
    babbler: 400,
    casino: 400,
    flooder: 300,
}
POSTS_EACH = {replayer: 10}


def plain_person(browser: Browser, texts: Texts, random: Random) -> Script:
    """Reads, writes and sends; with a screen reader or without scripts the same."""
    browser.open()
    yield random.uniform(15, 300)
    browser.write(texts.human())
    browser.send()


def slow_typist(browser: Browser, texts: Texts, random: Random) -> Script:
    """Takes up to three hours."""
    browser.open()
    yield random.uniform(1_200, 10_800)
    browser.write(texts.human())
    browser.send()


def rating_only(browser: Browser, texts: Texts, random: Random) -> Script:
    """Came with the answer chosen, and presses the button at once."""
    browser.open("?rating=5")
    yield random.uniform(0.8, 4)
    browser.send()


def password_manager(browser: Browser, texts: Texts, random: Random) -> Script:
    """Has every field filled in by a program, also what cannot be seen."""
    browser.open()
    browser.fields[TRAP_FIELD] = random.choice(["https://mail.example", "p.hill"])
    yield random.uniform(8, 200)
    browser.write(texts.human())
    browser.send()


def paster(browser: Browser, texts: Texts, random: Random) -> Script:
    """Pastes what was written elsewhere."""
    browser.open()
    yield random.uniform(4, 15)
    browser.write(" ".join(texts.human() for _ in range(4)))
    browser.send()


def mistaken(browser: Browser, texts: Texts, random: Random) -> Script:
    """Leaves the rating out, is told, puts it right, goes back and sends it again."""
    browser.open()
    yield random.uniform(3, 40)
    browser.send()
    yield random.uniform(3, 60)
    browser.write(texts.human())
    browser.send()
    yield random.uniform(2, 20)
    browser.send()


def other_language(browser: Browser, texts: Texts, random: Random) -> Script:
    """Writes in another language, some in another alphabet."""
    browser.open()
    yield random.uniform(20, 400)
    browser.write(texts.chosen("human_other_language"))
    browser.send()


def shows_link(browser: Browser, texts: Texts, random: Random) -> Script:
    """Shows where something was read."""
    browser.open()
    yield random.uniform(20, 400)
    browser.write(texts.chosen("human_link"))
    browser.send()


# How many people of each kind; together 200. Those in a ward and in families besides
# share an address.
PEOPLE = {
    plain_person: 70,
    slow_typist: 25,
    rating_only: 25,
    password_manager: 30,
    paster: 15,
    mistaken: 15,
    other_language: 10,
    shows_link: 10,
}
