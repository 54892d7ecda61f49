"""The conditions that the demo clinic writes about."""

from . import (
    back_pain,
    fibromyalgia,
    nerve_pain,
    osteoarthritis_pain,
    referred_pain,
    regional_pain,
)

CONDITIONS = [
    referred_pain.ARTICLE,
    back_pain.ARTICLE,
    nerve_pain.ARTICLE,
    fibromyalgia.ARTICLE,
    regional_pain.ARTICLE,
    osteoarthritis_pain.ARTICLE,
]
