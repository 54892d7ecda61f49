"""The two buildings of the demo clinic, in towns that do not exist."""

from collections.abc import Callable
from typing import NamedTuple

from .content_blocks import bullets, do_and_dont, inset, text


class Location(NamedTuple):
    """A building. `directions` gives the blocks of "How to get here"."""

    slug: str
    title: str
    introduction: str
    address: str
    phone: str
    opening_hours: str
    directions: Callable[[], list[dict]]


def to_wendlemere() -> list[dict]:
    """The way to the old schoolhouse."""
    return [
        text(
            "<h3>By bus or train</h3>",
            "Bus 14 stops outside our door (stop: Osier Row). Wendlemere station is "
            "600 metres away, on level ground.",
            "<h3>By car</h3>",
            "There are 8 parking spaces behind the building, 2 of them for blue "
            "badges. The car park on Ferry Street has more.",
            "<h3>With a wheelchair or walking frame</h3>",
            "The entrance is level and 95 cm wide. All our rooms are on the ground "
            "floor.",
        ),
        do_and_dont(
            ["ring the bell at the side door if the front steps are wet"],
            ["do not drive yourself on the day of an infusion"],
        ),
    ]


def to_ostleham() -> list[dict]:
    """The way to the mill house."""
    return [
        text(
            "<h3>By bus or train</h3>",
            "Bus 3 and bus 22 stop at Ostleham Cross, 200 metres away. There is no "
            "railway station in Ostleham.",
            "<h3>By car</h3>",
            bullets(
                "3 spaces for blue badges, in front of the door",
                "free parking on Tanner’s Green for 2 hours",
            ),
            "<h3>With a wheelchair or walking frame</h3>",
            "A ramp leads to the door. A lift goes to the first floor.",
        ),
        inset("We are here on Tuesdays and Thursdays only. Please telephone first."),
    ]


LOCATIONS = [
    Location(
        slug="wendlemere",
        title="Wendlemere",
        introduction="Our main building, in the old schoolhouse by the river.",
        address="The Old Schoolhouse\n9 Osier Row\nWendlemere\nZZ1 4QP",
        phone="01632 960114",
        opening_hours="Monday to Friday, 8.30am to 6pm\nSaturday, 9am to 12 noon",
        directions=to_wendlemere,
    ),
    Location(
        slug="ostleham",
        title="Ostleham",
        introduction="Two rooms in the mill house, for people from the east.",
        address="Mill House\n2 Tanner’s Green\nOstleham\nZZ7 2LD",
        phone="01632 960158",
        opening_hours="Tuesday and Thursday, 9am to 5pm",
        directions=to_ostleham,
    ),
]
