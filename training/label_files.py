"""Labels of part of a data set, as ``evaluate --labels`` reads them."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable
from pathlib import Path

from core.datasets import Sample

_COLUMNS = ("image_id", "dx", "lesion_id", "dx_type", "age", "sex", "localization", "split")


def write_labels(samples: Iterable[Sample], path: Path) -> None:
    """Write samples as ``evaluate --labels`` reads them."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(_COLUMNS)
        writer.writerows(map(_cells, samples))


def samples_of(samples: Iterable[Sample], part: Collection[str]) -> list[Sample]:
    """Those whose ids stand in one part of a split."""
    wanted = set(part)
    return [sample for sample in samples if sample.image_id in wanted]


def _cells(sample: Sample) -> tuple[str, ...]:
    values = (
        sample.image_id,
        sample.code,
        sample.lesion_id,
        sample.confirmation,
        sample.age,
        sample.sex,
        sample.site,
        sample.origin,
    )
    return tuple("" if value is None else str(value) for value in values)
