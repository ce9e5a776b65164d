"""Small data sets, written and read."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from core.datasets import Dataset, read_dataset


def write_csv(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def read(place: Path) -> Dataset:
    return read_dataset(place, cache=place.parent / "cache")
