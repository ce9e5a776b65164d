"""Labels of part of a data set, as ``evaluate --labels`` reads them."""

from __future__ import annotations

import csv
from pathlib import Path

from training.datasets import Sample
from training.material import Material


def write_labels(material: Material, part: tuple[str, ...], path: Path) -> None:
    """Write one part of the split as ``evaluate --labels`` reads it."""
    wanted = set(part)
    columns = ("image_id", "dx", "lesion_id", "dx_type", "age", "sex", "localization")
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for sample in material.samples:
            if sample.image_id in wanted:
                writer.writerow(_cells(sample))


def _cells(sample: Sample) -> tuple[str, ...]:
    values = (
        sample.image_id,
        sample.code,
        sample.lesion_id,
        sample.confirmation,
        sample.age,
        sample.sex,
        sample.site,
    )
    return tuple("" if value is None else str(value) for value in values)
