"""What the demo's pictures show: quiet lines, like signals on their way.

Each motif draws on a canvas with a random generator of its own, so that the same
seed always gives the same picture.
"""

import math
from random import Random

from .canvas import INK, OCHRE, TEAL, Canvas, Point, swell, tint

STEPS = 160


def _across(height) -> list[Point]:
    """A line from left to right; `height` gives y for each x, both from 0 to 1."""
    return [(step / STEPS, height(step / STEPS)) for step in range(STEPS + 1)]


def waves(canvas: Canvas, random: Random) -> None:
    """A bundle of lines; one leaves it and arrives somewhere else."""
    phase = random.uniform(0, math.tau)
    count = 17

    def line(number: int):
        base = 0.36 + 0.42 * number / (count - 1)
        return lambda x: (
            base
            + 0.07 * math.sin(2.2 * x * math.pi + phase + number * 0.09)
            + 0.16 * (number / count - 0.5) * swell(x, 0.62, 0.2)
        )

    for number in range(count):
        canvas.line(_across(line(number)), tint(TEAL, 0.25 + 0.035 * number), 0.0022)
    lifted = line(5)
    stray = _across(lambda x: lifted(x) - 0.22 / (1 + math.exp(-18 * (x - 0.56))))
    canvas.line(stray[18 : STEPS - 14], OCHRE, 0.0045)
    canvas.disc(stray[18], 0.011, OCHRE)
    end = stray[STEPS - 15]
    canvas.disc(end, 0.03, tint(OCHRE, 0.3))
    canvas.disc(end, 0.016, OCHRE)


def hills(canvas: Canvas, random: Random) -> None:
    """Layers one behind the other, with a low sun."""
    canvas.disc((0.7, 0.3), 0.1, tint(OCHRE, 0.85))
    for layer in range(6):
        phase, swing = random.uniform(0, math.tau), random.uniform(1.2, 2.4)
        base = 0.38 + 0.11 * layer

        def edge(x, base=base, phase=phase, swing=swing):
            return base + 0.05 * math.sin(swing * math.pi * x + phase)

        points = _across(edge)
        canvas.area([*points, (1, 1), (0, 1)], tint(TEAL, 0.12 + 0.16 * layer))
        canvas.line(points, tint(INK, 0.25 + 0.1 * layer), 0.0015)


def branches(canvas: Canvas, random: Random) -> None:
    """A stem that divides and divides again."""

    def grow(start: Point, angle: float, length: float, order: int) -> None:
        bend = random.uniform(-0.25, 0.25)
        points = [start]
        for _ in range(12):
            x, y = points[-1]
            points.append(
                (
                    x + math.cos(angle) * length / 12,
                    y + math.sin(angle) * length / 12 * 1.33,
                )
            )
            angle += bend / 12
        canvas.line(points, tint(TEAL, 1 - 0.13 * order), 0.0085 / (1 + 0.75 * order))
        if order == 5:
            if random.random() < 0.3:
                canvas.disc(points[-1], 0.0065, OCHRE)
            return
        for side in (-1, 1):
            grow(
                points[-1],
                angle + side * random.uniform(0.22, 0.5),
                length * random.uniform(0.72, 0.86),
                order + 1,
            )

    canvas.disc((0.62, 0.46), 0.27, tint(TEAL, 0.07))
    grow((-0.02, 0.72), -0.3, 0.3, 0)


def scatter(canvas: Canvas, random: Random) -> None:
    """Many small marks, spread over the whole sheet."""
    for row in range(15):
        for column in range(20):
            x = (column + 0.5 + random.uniform(-0.22, 0.22)) / 20
            y = (row + 0.5 + random.uniform(-0.22, 0.22)) / 15
            near = max(swell(math.dist((x, y), spot), 0, 0.26) for spot in SPOTS)
            radius = 0.0028 + 0.0125 * near
            warm = near > 0.62 and random.random() < 0.4
            colour = OCHRE if warm else tint(TEAL, 0.22 + 0.7 * near)
            canvas.disc((x, y), radius, colour)


SPOTS = ((0.3, 0.32), (0.72, 0.62))


def ripples(canvas: Canvas, random: Random) -> None:
    """Rings around one point, crowded on one side."""
    for number in range(22, 0, -1):
        radius = 0.018 * number + 0.0006 * number**1.5
        centre = (0.36 + 0.0042 * number, 0.56 - 0.0015 * number)
        gap = random.uniform(0, 360)
        canvas.arc(
            centre,
            radius,
            tint(TEAL, 1 - 0.037 * number),
            0.0024,
            (gap, gap + random.uniform(285, 350)),
        )
    canvas.disc((0.36, 0.56), 0.021, OCHRE)


def arcs(canvas: Canvas, random: Random) -> None:
    """Two rounded shapes that meet."""
    canvas.disc((0.46, 0.02), 0.4, tint(TEAL, 0.16))
    canvas.disc((0.55, 1.09), 0.38, tint(TEAL, 0.85))
    for number in range(9):
        spread = 0.012 * number + random.uniform(-0.0015, 0.0015)
        canvas.arc((0.46, 0.02), 0.4 - spread * 2.2, tint(TEAL, 0.55), 0.0018)
        canvas.arc((0.55, 1.09), 0.38 - spread * 2.2, tint(TEAL, 0.5), 0.0018)
    for number in range(5):
        x = 0.36 + 0.07 * number + random.uniform(-0.01, 0.01)
        y = 0.573 - 0.016 * math.sin(math.pi * number / 4)
        canvas.disc((x, y), 0.0085, OCHRE)


def drops(canvas: Canvas, random: Random) -> None:
    """Something that falls slowly, drop by drop."""
    for number in range(26):
        x = (number + 0.5) / 26
        length = 0.28 + 0.5 * swell(x, 0.52, 0.3) + random.uniform(-0.06, 0.06)
        strength = 0.2 + 0.6 * swell(x, 0.52, 0.3)
        canvas.line([(x, 0), (x, length)], tint(TEAL, strength), 0.002)
        warm = number in (9, 14, 18)
        canvas.disc((x, length), 0.0075, OCHRE if warm else tint(TEAL, strength))
        for _ in range(2):
            y = random.uniform(0.1, max(0.15, length - 0.1))
            canvas.disc((x, y), 0.004, tint(TEAL, strength))
    canvas.line(_across(lambda x: 0.92 + 0.012 * math.sin(9 * x)), TEAL, 0.003)


def strides(canvas: Canvas, random: Random) -> None:
    """Steps that rise from left to right, each a little longer."""
    ground = [(0, 0.9), (1, 0.6)]
    canvas.area([*ground, (1, 1), (0, 1)], tint(TEAL, 0.14))
    canvas.line(ground, TEAL, 0.003)
    x = 0.05
    for number in range(6):
        radius = 0.05 + 0.011 * number
        x += radius
        y = 0.9 - 0.3 * x
        for ring in range(5):
            canvas.arc(
                (x, y),
                radius - 0.012 * ring + random.uniform(-0.001, 0.001),
                tint(TEAL, 0.95 - 0.17 * ring),
                0.003,
                (180 - 13, 360 - 13),
            )
        x += radius
        canvas.disc((x, 0.9 - 0.3 * x), 0.009, OCHRE if number == 5 else TEAL)


def rings(canvas: Canvas, random: Random) -> None:
    """People around a table, seen from far above."""
    for number in range(9):
        angle = math.tau * number / 9 + 0.2
        centre = (0.5 + 0.235 * math.cos(angle), 0.5 + 0.313 * math.sin(angle))
        colour = OCHRE if number == 2 else tint(TEAL, random.uniform(0.45, 0.95))
        for ring in range(5):
            canvas.arc(centre, 0.118 - 0.02 * ring, colour, 0.0024)
        canvas.disc(centre, 0.017, colour)
    canvas.arc((0.5, 0.5), 0.075, tint(INK, 0.5), 0.002)


def spiral(canvas: Canvas, random: Random) -> None:
    """One long line that finds its way out."""
    start = random.uniform(0, math.tau)
    points = []
    for step in range(900):
        turn = step / 900 * 7 * math.tau
        radius = 0.012 + 0.05 * turn / math.tau
        points.append(
            (
                0.47 + radius * math.cos(turn + start),
                0.5 + radius * 1.33 * math.sin(turn + start),
            )
        )
    canvas.disc((0.47, 0.5), 0.2, tint(TEAL, 0.1))
    for first in range(0, 900, 20):
        strength = 0.95 - 0.65 * first / 900
        canvas.line(points[first : first + 21], tint(TEAL, strength), 0.0045)
    canvas.disc(points[0], 0.016, OCHRE)


def horizon(canvas: Canvas, random: Random) -> None:
    """A calm evening: a sun, and lines that run under it like water."""
    canvas.disc((0.64, 0.4), 0.17, tint(OCHRE, 0.9))
    canvas.area([(0, 0.55), (1, 0.55), (1, 1), (0, 1)], tint(TEAL, 0.9))
    for number in range(24):
        y = 0.565 + 0.00072 * number**2 + 0.0018 * number
        phase, height = random.uniform(0, math.tau), 0.001 + 0.0006 * number

        def line(x, y=y, phase=phase, height=height, number=number):
            calm = 1 - 0.8 * swell(x, 0.3, 0.35)
            return y + height * calm * math.sin((16 - 0.4 * number) * x + phase)

        near_sun = number < 13
        canvas.line(_across(line), tint((250, 246, 239), 0.28, TEAL), 0.0013)
        if near_sun:
            reach = 0.15 - 0.008 * number
            reflection = [
                point for point in _across(line) if abs(point[0] - 0.64) < reach
            ]
            canvas.line(reflection, tint(OCHRE, 0.9, TEAL), 0.0026)
    for number in range(5):
        base = 0.12 + 0.075 * number
        canvas.line(
            _across(lambda x, b=base: b + 0.02 * math.sin(4 * x + b * 20)),
            tint(TEAL, 0.16),
            0.0014,
        )


def body_map(canvas: Canvas, random: Random) -> None:
    """A simple figure; lines run from where pain starts to where it is felt."""
    skin = tint(TEAL, 0.2)
    canvas.disc((0.5, 0.16), 0.062, skin)
    canvas.area(
        [
            (0.4, 0.29),
            (0.6, 0.29),
            (0.575, 0.66),
            (0.585, 1),
            (0.415, 1),
            (0.425, 0.66),
        ],
        skin,
    )
    for side in (-1, 1):
        canvas.line(
            [
                (0.5 + side * 0.085, 0.31),
                (0.5 + side * 0.16, 0.56),
                (0.5 + side * 0.19, 0.76),
            ],
            skin,
            0.045,
        )
        canvas.disc((0.5 + side * 0.087, 0.313), 0.0235, skin)
        canvas.disc((0.5 + side * 0.16, 0.56), 0.0225, skin)
        canvas.disc((0.5 + side * 0.19, 0.76), 0.0225, skin)
    routes = [
        ((0.515, 0.42), (0.66, 0.56)),
        ((0.515, 0.42), (0.525, 0.235)),
        ((0.46, 0.57), (0.455, 0.83)),
    ]
    for start, end in routes:
        bow = random.uniform(0.03, 0.06)
        points = [
            (
                start[0] + (end[0] - start[0]) * t + bow * math.sin(math.pi * t),
                start[1] + (end[1] - start[1]) * t,
            )
            for t in (step / 40 for step in range(41))
        ]
        canvas.line(points, OCHRE, 0.003)
        canvas.disc(end, 0.024, tint(OCHRE, 0.45))
        canvas.disc(end, 0.012, OCHRE)
        canvas.disc(start, 0.013, TEAL)
