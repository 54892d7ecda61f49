"""A chart: the numbers of its table, and the sentence that says what they show."""

from typing import NamedTuple

from .drawing import Bar, Drawing, Label, draw


class Column(NamedTuple):
    """A column of the table. Those of a chart have a bar in each row, as long as its
    value is of `scale`; a scale of 0 keeps the column out of the chart."""

    heading: str
    scale: float = 0


class Cell(NamedTuple):
    """A number in words; `value` is its bar's length, None is no bar. `short` is for
    the chart, if the text is too long there."""

    text: str
    value: float | None = None
    short: str = ""


class Row(NamedTuple):
    """A row of the table."""

    heading: str
    cells: list[Cell]


class Chart(NamedTuple):
    """A chart and its table."""

    name: str
    title: str
    finding: str
    row_heading: str
    columns: list[Column]
    rows: list[Row]
    # In the drawing's units; 0 puts the rows' labels above the bars.
    label_width: int = 0
    note: str = ""

    @property
    def drawing(self) -> Drawing:
        """Its shapes."""
        drawn = [number for number, column in enumerate(self.columns) if column.scale]
        return draw(
            [self.columns[number].heading for number in drawn],
            [
                Label(
                    row.heading,
                    [
                        Bar.of(row.cells[number], self.columns[number].scale)
                        for number in drawn
                    ],
                )
                for row in self.rows
            ],
            self.label_width,
        )
