"""Where the cells of a grid lie: pure arithmetic, so that a hundred thousand cost no more than ten.

Qt's own list makes a layout of every item, which with so many holds up the window for a tenth of a
second at each change of its width.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle, in pixels from the left and the top of all."""

    left: int
    top: int
    width: int
    height: int


class Geometry:
    """A grid in sections, each with a heading above its first line.

    Parameters
    ----------
    sizes : sequence of int
        How many cells each section has; none is empty.
    width : int
        Of all, pixels.
    cell : (int, int)
        Least width and the height of a cell.
    heading : int
        Height of a heading; 0 for none.
    """

    def __init__(
        self, sizes: Sequence[int], *, width: int, cell: tuple[int, int], heading: int = 0
    ) -> None:
        least, self._high = cell
        self.columns = max(1, width // least)
        self._wide = max(least, width // self.columns)
        self._heading = heading
        self._ends = list(accumulate(sizes))
        self._starts = [0, *self._ends[:-1]] if sizes else []
        lines = [-(-size // self.columns) for size in sizes]
        bottoms = list(accumulate(heading + line * self._high for line in lines))
        self._tops = [0, *bottoms[:-1]] if sizes else []
        self.count = self._ends[-1] if sizes else 0
        self.height = bottoms[-1] if sizes else 0

    def box(self, row: int) -> Box:
        """Where a cell lies."""
        section = bisect_right(self._starts, row) - 1
        line, column = divmod(row - self._starts[section], self.columns)
        top = self._tops[section] + self._heading + line * self._high
        return Box(column * self._wide, top, self._wide, self._high)

    def heading_box(self, section: int) -> Box:
        """Where the heading of a section lies."""
        return Box(0, self._tops[section], self.columns * self._wide, self._heading)

    def row_at(self, left: int, top: int) -> int | None:
        """Return the cell at a point; None where there is none."""
        if not (0 <= top < self.height and 0 <= left < self.columns * self._wide):
            return None
        section = bisect_right(self._tops, top) - 1
        below = top - self._tops[section] - self._heading
        if below < 0:
            return None
        row = self._starts[section] + below // self._high * self.columns + left // self._wide
        return row if row < self._ends[section] else None

    def rows_within(self, top: int, bottom: int) -> range:
        """Return the cells of which something lies between two heights, the lower left out."""
        return range(self._first_from(top), self._first_from(bottom - 1 + self._high))

    def sections_within(self, top: int, bottom: int) -> Iterator[int]:
        """Give the sections whose headings lie between two heights."""
        for section, at in enumerate(self._tops):
            if self._heading and at < bottom and at + self._heading > top:
                yield section

    def beside(self, row: int, *, lines: int) -> int:
        """Return the cell so many lines further down, or up; the nearest where there is none."""
        for _ in range(abs(lines)):
            row = self._next_line(row, 1 if lines > 0 else -1)
        return row

    def _next_line(self, row: int, step: int) -> int:
        section = bisect_right(self._starts, row) - 1
        start, end = self._starts[section], self._ends[section]
        line, column = divmod(row - start, self.columns)
        last = (end - 1 - start) // self.columns
        if 0 <= line + step <= last:
            return min(row + step * self.columns, end - 1)
        section += step
        if not 0 <= section < len(self._starts):
            return row
        start, end = self._starts[section], self._ends[section]
        first = start if step > 0 else start + (end - 1 - start) // self.columns * self.columns
        return min(first + column, end - 1)

    def _first_from(self, top: int) -> int:
        """Return the first cell whose lower edge lies below a height; the count if none does."""
        if top < 0 or not self._tops:
            return 0
        if top >= self.height:
            return self.count
        section = bisect_right(self._tops, top) - 1
        line = max(0, top - self._tops[section] - self._heading) // self._high
        return min(self._starts[section] + line * self.columns, self._ends[section])
