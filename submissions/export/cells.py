"""What stands in a cell: an answer as a number, a moment, a day, choices, or text."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware

from editorial.clinic_time import clinic_time
from submissions.models.questions_asked import Question
from submissions.models.rating import Rating

# An empty text is an empty cell. A moment has its time zone, the clinic's.
Cell = str | int | Decimal | datetime | date | list[str]

# As many digits as every spreadsheet keeps.
NUMBER = re.compile(r"-?(?=[\d.]{1,16}$)\d{1,15}(\.\d{1,14})?", re.ASCII)
DAY = re.compile(r"[12]\d{3}-\d{2}-\d{2}", re.ASCII)


def number_cell(value: Any) -> Cell:
    """A number, if the answer is one that a spreadsheet can keep."""
    text = str(value)
    return Decimal(text) if NUMBER.fullmatch(text) else text


def day_cell(value: Any) -> Cell:
    """A day, if the answer is one."""
    text = str(value)
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else text
    except ValueError:
        return text


def moment_cell(value: Any) -> Cell:
    """A moment by the clinic's clock, if the answer is one to the minute."""
    text = str(value)
    try:
        moment = parse_datetime(text)
    except ValueError:
        moment = None
    if not (moment and is_aware(moment)) or moment.second or moment.microsecond:
        return text
    return clinic_time(moment) if moment.year >= 1000 else text


CELLS: dict[str, Callable[[Any], Cell]] = {
    "number": number_cell,
    "date": day_cell,
    "datetime": moment_cell,
}


def cell_maker(
    question: Question, ratings_as_numbers: bool = False
) -> Callable[[Any], Cell]:
    """What makes a cell of an answer to this question, as stored, that is not None."""
    special = CELLS.get(question.field_type)
    # Looked up once: finding the words takes longer than all else.
    ticked = {each: question.text_of(each) for each in (True, False)}
    ratings: dict[Any, Cell] = {}
    if question.field_type == "rating":
        for each in Rating.values:
            in_words = question.text_of(each)
            ratings[each] = rating_cell(each) if ratings_as_numbers else in_words

    def make(value: Any) -> Cell:
        if type(value) is str:
            return special(value) if special else value
        if isinstance(value, bool):
            return ticked[value]
        if isinstance(value, list):
            return [str(each) for each in value]
        if isinstance(value, int) and value in ratings:
            return ratings[value]
        return special(value) if special else question.text_of(value)

    return make


def rating_cell(value: int) -> Cell:
    """A rating as a number from 1 to 5. “Don’t know” is none, and stays in words."""
    return value or str(Rating(value).label)


def plain_text(cell: Cell) -> str:
    """The cell as text; choices one on each line."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")[:16]
    if isinstance(cell, list):
        return "\n".join(cell)
    return str(cell)
