"""HAM10000 as published: ``metadata.csv`` beside a folder ``images`` of JPEG files."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

from training.datasets.sample import Dataset, Sample
from training.datasets.statement import Statement, read_statement
from training.errors import DatasetError
from training.table import read_table

TABLE = "metadata.csv"
IMAGES = "images"
_REQUIRED = ("image_id", "lesion_id", "dx", "dx_type")
_ISIC_2018 = "isic2018_val"

STATEMENT = Statement(
    name="HAM10000",
    licence="CC BY-NC 4.0, ViDIR Group, Medical University of Vienna",
    source="Tschandl, Rosendahl, Kittler, Sci. Data 5:180161 (2018), doi:10.1038/sdata.2018.161",
    limits=(
        (
            "All images come from one hospital in Austria and one practice in Australia; dark "
            "skin is not represented, and nothing is known of the model's answers there."
        ),
        (
            "Trained and measured on dermoscopic images only: photographs without a dermatoscope, "
            "also those of smartphones, are outside of what it has seen."
        ),
        (
            "Half of the nevi were confirmed only by follow-up and are recognised almost always, "
            "probably by how they were photographed: read the figures without them as well."
        ),
        (
            "Only seven classes exist for it. Whatever else an image shows, one of the seven is "
            "answered."
        ),
        "Rulers, ink, hair and air bubbles can sway the answer.",
    ),
)


def read_ham10000(folder: Path) -> Dataset:
    """Read HAM10000 [1]_.

    Parameters
    ----------
    folder : Path
        Holds ``metadata.csv`` and ``images``. Of the table's columns ``age``, ``sex``,
        ``localization`` and ``split`` may be absent; images whose ``split`` says
        ``isic2018_val`` are never trained on.

    Returns
    -------
    Dataset
        Samples in the order of the file.

    Raises
    ------
    LabelsError
        If the table or a column is missing, or it is not such a table.
    DatasetError
        If it has no rows, or an image it names is absent.

    References
    ----------
    .. [1] Tschandl, Rosendahl, Kittler, "The HAM10000 dataset", Scientific Data 5:180161, 2018,
       doi:10.1038/sdata.2018.161.
    """
    table = folder / TABLE
    content = read_table(table)
    content.require(_REQUIRED)
    samples = tuple(_sample(row, folder / IMAGES) for _, row in content.rows)
    if not samples:
        raise DatasetError(f"{table} has no rows.", value=table)
    _require_files(samples, table)
    return Dataset(
        folder=folder,
        statement=read_statement(folder, otherwise=STATEMENT),
        samples=samples,
        reserved=frozenset({_ISIC_2018}),
    )


def _sample(row: Mapping[str, str], images: Path) -> Sample:
    return Sample(
        image_id=row["image_id"],
        path=images / f"{row['image_id']}.jpg",
        code=row["dx"],
        lesion_id=row["lesion_id"] or None,
        origin=row.get("split", ""),
        age=_number(row.get("age", "")),
        sex=_known(row.get("sex", "")),
        site=_known(row.get("localization", "")),
        confirmation=_known(row["dx_type"]),
    )


def _known(text: str) -> str | None:
    return None if text in {"", "unknown"} else text


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _require_files(samples: tuple[Sample, ...], table: Path) -> None:
    present = {path.name for path in (table.parent / IMAGES).glob("*.jpg")}
    absent = [sample.image_id for sample in samples if sample.path.name not in present]
    if absent:
        raise DatasetError(
            f"{len(absent)} images that {table} names are absent, {absent[0]} first.", value=absent
        )
