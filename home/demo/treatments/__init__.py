"""The treatments that the demo clinic writes about."""

from . import infusion, programme, psychology, rehabilitation

TREATMENTS = [
    rehabilitation.ARTICLE,
    programme.ARTICLE,
    psychology.ARTICLE,
    infusion.ARTICLE,
]
