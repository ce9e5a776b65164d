"""A row as a line of a table, always one line."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence


def line_of(values: Sequence[str]) -> str:
    """Write values as a line of CSV, with its end; line breaks within them become spaces."""
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\n").writerow([" ".join(v.splitlines()) for v in values])
    return line.getvalue()
