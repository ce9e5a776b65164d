"""What a data set is to training: samples with a class, and a lesion where one is known."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.errors import DatasetError

_COLUMNS = ("image_id", "lesion_id", "dx", "dx_type", "split")


@dataclass(frozen=True, slots=True)
class Sample:
    """One labelled image.

    Parameters
    ----------
    image_id : str
        Name of the image in its data set.
    path : Path
        Where its file lies.
    code : str
        Code of its class.
    lesion_id : str
        The lesion it shows; images of one lesion never stand on two sides of a split.
    origin : str
        Which part of the data set it came with, as the data set names it.
    """

    image_id: str
    path: Path
    code: str
    lesion_id: str
    origin: str


def read_ham10000(folder: Path) -> tuple[Sample, ...]:
    """Read HAM10000 as published: ``metadata.csv`` beside a folder ``images`` of JPEG files.

    Parameters
    ----------
    folder : Path
        Holds ``metadata.csv`` and ``images``.

    Returns
    -------
    tuple of Sample
        In the order of the file.

    Raises
    ------
    DatasetError
        If the table or a column is missing, it is empty, or an image it names is absent.

    References
    ----------
    Tschandl, Rosendahl, Kittler, "The HAM10000 dataset", Scientific Data 5:180161, 2018,
    doi:10.1038/sdata.2018.161.
    """
    table = folder / "metadata.csv"
    try:
        with table.open(newline="", encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
    except OSError as error:
        raise DatasetError(f"{table} cannot be read: {error.strerror}.", value=table) from error
    if not rows:
        raise DatasetError(f"{table} has no rows.", value=table)
    missing = [name for name in _COLUMNS if name not in rows[0]]
    if missing:
        raise DatasetError(f"{table} has no column {', '.join(missing)}.", value=table)
    samples = tuple(_sample(row, folder / "images") for row in rows)
    _require_files(samples, table)
    return samples


def _sample(row: dict[str, str], images: Path) -> Sample:
    return Sample(
        image_id=row["image_id"],
        path=images / f"{row['image_id']}.jpg",
        code=row["dx"],
        lesion_id=row["lesion_id"] or row["image_id"],
        origin=row["split"],
    )


def _require_files(samples: Sequence[Sample], table: Path) -> None:
    present = {path.name for path in (table.parent / "images").glob("*.jpg")}
    absent = [sample.image_id for sample in samples if sample.path.name not in present]
    if absent:
        raise DatasetError(
            f"{len(absent)} images that {table} names are absent, {absent[0]} first.", value=absent
        )
