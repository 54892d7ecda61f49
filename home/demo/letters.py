"""What invented patients wrote: 24 times feedback and 6 enquiries, over 3 months."""

from typing import NamedTuple

from submissions.models import Rating, Submission

Status = Submission.Status
Kind = Submission.Kind


class Feedback(NamedTuple):
    """Feedback as sent `days_ago`, about the article `about` or the whole clinic."""

    days_ago: int
    rating: Rating
    good: str = ""
    better: str = ""
    about: str = ""
    status: str = Status.NEW
    email: str = ""
    is_complaint: bool = False


class Enquiry(NamedTuple):
    """An enquiry as sent `days_ago`."""

    days_ago: int
    name: str
    email: str
    phone: str
    message: str
    reply: str
    status: str = Status.NEW
    kind: str = Kind.ENQUIRY


FEEDBACK = [
    Feedback(
        88,
        Rating.VERY_GOOD,
        "Dr Sallow let me finish my sentences. That has not happened in 6 years.",
        status=Status.CLOSED,
    ),
    Feedback(
        85,
        Rating.GOOD,
        "The exercise sheets, with drawings.",
        "The print on the back is too small.",
        status=Status.CLOSED,
    ),
    Feedback(
        81,
        Rating.POOR,
        "",
        "- parking is hard\n- the sign points the wrong way\n- I was 20 minutes late",
        status=Status.CLOSED,
        email="h.quennell@example.org",
    ),
    Feedback(
        78,
        Rating.VERY_GOOD,
        "Clear page. I finally understood why my knee hurts when it is my hip 🙂",
        about="referred-pain",
        status=Status.CLOSED,
    ),
    Feedback(
        74,
        Rating.VERY_POOR,
        "",
        "I waited 50 minutes, then the appointment was 15. Nobody said sorry. I want "
        "an answer to this.",
        status=Status.RESPONDED,
        email="odette.marl@example.org",
        is_complaint=True,
    ),
    Feedback(
        70,
        Rating.NEITHER,
        "Friendly.",
        "The room was cold.",
        status=Status.CLOSED,
    ),
    Feedback(
        67,
        Rating.GOOD,
        "It says what NICE says, even where it speaks against what you sell.",
        "Explain “drip” in pictures?",
        about="infusion-therapy",
        status=Status.CLOSED,
    ),
    Feedback(63, Rating.DONT_KNOW, status=Status.CLOSED),
    Feedback(
        60,
        Rating.VERY_GOOD,
        'Marguerite rang the next day as promised. My husband said "that\'s a first".',
        status=Status.CLOSED,
    ),
    Feedback(
        55,
        Rating.POOR,
        "The list of symptoms",
        "Too long for me on a bad day. A recording would help with the fog.",
        about="fibromyalgia",
        status=Status.RESPONDED,
        email="pip@example.org",
    ),
    Feedback(
        51,
        Rating.GOOD,
        "Thursday walking group!",
        "Could it start later? I need my mornings.",
        status=Status.CLOSED,
    ),
    Feedback(
        47,
        Rating.VERY_GOOD,
        "=) lovely people",
        status=Status.CLOSED,
    ),
    Feedback(
        44,
        Rating.NEITHER,
        "The table of guidelines.",
        "I still do not know if I should ask for a new hip.",
        about="osteoarthritis-pain",
        status=Status.CLOSED,
    ),
    Feedback(
        40,
        Rating.VERY_POOR,
        "",
        "I felt far worse after the infusion and saw things that were not there. "
        "I had been told, but not like that.\n\nThe nurse was kind.",
        about="infusion-therapy",
        status=Status.IN_PROGRESS,
        email="r.tolliver@example.org",
        is_complaint=True,
    ),
    Feedback(
        36,
        Rating.GOOD,
        "Diolch! The letter to my GP was very clear.",
        status=Status.CLOSED,
    ),
    Feedback(
        31,
        Rating.VERY_GOOD,
        "The group. I was scared of it & now we meet for tea on our own.",
        about="pain-management-programme",
        status=Status.RESPONDED,
    ),
    Feedback(
        27,
        Rating.DONT_KNOW,
        "",
        "I have only had the first appointment, ask me again in 3 months.",
        status=Status.RESPONDED,
    ),
    Feedback(
        23,
        Rating.POOR,
        "",
        "The lift in Ostleham was out of order. I use a wheelchair, so I was seen in "
        "the corridor.",
        status=Status.IN_PROGRESS,
        email="jas.okafor-lind@example.org",
        is_complaint=True,
    ),
    Feedback(
        18,
        Rating.GOOD,
        "The do and don’t list: I have put it on the fridge.",
        about="long-term-back-pain",
        status=Status.TRIAGED,
    ),
    Feedback(
        14,
        Rating.VERY_GOOD,
        "Nadia asked what I would do with a good day. I went home and did it.",
    ),
    Feedback(
        10,
        Rating.NEITHER,
        "Easy to read",
        "<b>Bold</b> words in your letter were printed as stars & signs.",
    ),
    Feedback(
        7,
        Rating.GOOD,
        "I showed the page to my physio and she had not heard of half of it 😅",
        about="complex-regional-pain-syndrome",
    ),
    Feedback(
        3,
        Rating.VERY_POOR,
        "",
        "Telephoned three times. Nobody rang back.",
        email="0ld.gardener@example.org",
    ),
    Feedback(
        1,
        Rating.VERY_GOOD,
        "Everything, thank you",
    ),
]

ENQUIRIES = [
    Enquiry(
        83,
        "Bronagh Teal",
        "bronagh.teal@example.org",
        "01632 960771",
        "Do I need a letter from my GP before a first appointment?",
        "By e-mail",
        Status.CLOSED,
    ),
    Enquiry(
        65,
        "A. Wexcombe",
        "wexcombe@example.org",
        "",
        "My mother is 84 and cannot climb stairs. Can she be seen downstairs?\n"
        "She also needs large print.",
        "By e-mail",
        Status.RESPONDED,
    ),
    Enquiry(
        42,
        "Siân O’Dowd-Pryce",
        "sian@example.org",
        "+44 1632 960772",
        'What does the "pain management programme" cost, and can I pay monthly?',
        "By telephone",
        Status.RESPONDED,
    ),
    Enquiry(
        20,
        "Ferelith Moss",
        "ferelith.moss@example.org",
        "",
        "Please send me a copy of everything you keep about me.",
        "By e-mail",
        Status.ACKNOWLEDGED,
        Kind.DATA_REQUEST,
    ),
    Enquiry(
        8,
        "Tom",
        "tom.two@example.org",
        "01632 960773",
        "Shingles last winter, still burning. Is that for you, or back to the GP?",
        "By telephone",
    ),
    Enquiry(
        4,
        "Dilys Marrable",
        "dilys.marrable@example.org",
        "01632 960774",
        "Where the drip was, my arm is red and hot since yesterday. 111 sent me to the "
        "walk-in centre. I thought that you should know.",
        "By telephone",
        Status.IN_PROGRESS,
        Kind.SAFETY,
    ),
    Enquiry(
        2,
        "李明",
        "ming.li@example.org",
        "",
        "Can somebody interpret into Mandarin? My wife has had CRPS since March.",
        "By e-mail",
    ),
]
