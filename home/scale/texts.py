"""What invented patients write: most of it short, a little of it very long."""

from random import Random

LONGEST = 9_000
# Half of all texts are shorter than e^4.6, some 100 letters; one in a hundred is longer
# than 1,000.
LENGTH_MU, LENGTH_SIGMA = 4.6, 1.0

WHO = [
    "The nurse",
    "The doctor",
    "The physiotherapist",
    "Your receptionist",
    "The psychologist",
    "The consultant",
    "My pharmacist",
    "The whole team",
    "A student nurse",
    "The person on the phone",
]
DID = [
    "listened to me",
    "was kind and patient",
    "explained the injection",
    "seemed in a hurry",
    "answered all my questions",
    "did not read my letter",
    "showed me the exercises",
    "talked about pacing",
    "called me back the same day",
    "forgot my appointment",
    "gave me a leaflet on gabapentin",
    "was running forty minutes late",
    "helped me into the chair",
    "asked about my sleep",
    "took my worries seriously",
    "changed my tablets twice",
    "wrote to my surgery",
]
THEN = [
    "and I felt heard",
    "which I did not expect",
    "and that made the day easier",
    "so I had to come twice",
    "although the room was cold",
    "and the pain is less now",
    "but parking was difficult",
    "because the lift was broken",
    "and my back is still sore",
    "while my daughter waited outside",
    "before the café closed",
    "after six years of migraine",
]
MORE = [
    "Thank you.",
    "Please put up better signs.",
    "I would come again.",
    "It still hurts at night.",
    "The print is too small for me.",
    "Could I have a later appointment?",
    "The waiting room was full.",
    "My sciatica has not changed since spring.",
    "I am sleeping a little better.",
    "Nobody told me about the side effects.",
    "The website was easy to read.",
    "I had to explain everything again.",
    "The chairs are too low.",
    "My hands tingle since the new dose.",
]
# Seldom used, each by a few: what somebody would search for.
SELDOM = [
    "fibromyalgia",
    "capsaicin",
    "hydrotherapy",
    "wheelchair",
    "interpreter",
    "endometriosis",
    "neuralgia",
    "acupuncture",
    "Llandudno",
    "Ødegård",
    "naïve",
    "ambulance",
    "crutches",
    "phantom",
    "shingles",
]
DANGER = {
    "self_harm": "Some days I want to end my life.",
    "danger": "I am afraid of my partner, he hits me.",
    "side_effect": "I had a bad reaction to the tablets.",
}
SPAM = (
    "Buy cheap followers now at best-offers.example and earn money fast.",
    "We rank your website first. Visit seo-deals.example today for a discount.",
    "Casino bonus waiting, click casino.example to claim it.",
)
FIRST_NAMES = [
    "Ada",
    "Ben",
    "Cerys",
    "Dev",
    "Efa",
    "Farah",
    "Gus",
    "Hana",
    "Ian",
    "Joy",
    "Kofi",
    "Lena",
    "Mo",
    "Nia",
    "Omar",
]
LAST_NAMES = [
    "Ashworth",
    "Begum",
    "Clarke",
    "Dhillon",
    "Evans",
    "Foster",
    "Griffiths",
    "Hughes",
    "Iqbal",
]


def sentence(random: Random) -> str:
    """One sentence."""
    if random.random() < 0.4:
        return random.choice(MORE)
    text = f"{random.choice(WHO)} {random.choice(DID)} {random.choice(THEN)}."
    if random.random() < 0.02:
        text += f" It was about {random.choice(SELDOM)}."
    return text


def text(random: Random) -> str:
    """Some sentences, of which the length is skewed as that of real answers."""
    wanted = min(random.lognormvariate(LENGTH_MU, LENGTH_SIGMA), LONGEST)
    parts = [sentence(random)]
    length = len(parts[0])
    while length < wanted:
        parts.append(sentence(random))
        length += len(parts[-1]) + 1
    return " ".join(parts)


def name(random: Random) -> str:
    """Somebody's name."""
    return f"{random.choice(FIRST_NAMES)} {random.choice(LAST_NAMES)}"
