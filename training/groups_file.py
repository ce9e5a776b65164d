"""A table of groups that a split must not tear apart, such as the images of one patient."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from core.datasets import Sample
from core.datasets.cells import column_of
from core.datasets.csv_table import read_table
from core.errors import DatasetError

_IMAGES = ("image_id", "image", "path", "file")
_GROUPS = ("group", "patient_id", "patient", "lesion_id")


def read_groups(path: Path, samples: Sequence[Sample]) -> list[tuple[int, int]]:
    """Read which images belong together.

    Parameters
    ----------
    path : Path
        CSV with a column ``image_id`` and one ``group`` (or ``patient_id``, ``lesion_id``). A row
        without a group says that its image stands alone.
    samples : sequence of Sample
        The images; the table has a row for each, and may have others.

    Returns
    -------
    list of (int, int)
        Pairs of positions that connect each group.

    Raises
    ------
    LabelsError
        If it is not a table.
    DatasetError
        If a column is missing, or an image has no row or several.
    """
    table = read_table(path)
    image, group = column_of(table.header, _IMAGES), column_of(table.header, _GROUPS)
    if image is None or group is None:
        raise DatasetError(f"{path} needs the columns image_id and group.", value=table.header)
    named: dict[str, str] = {}
    for _, row in table.rows:
        if named.setdefault(row[image], row[group]) != row[group]:
            raise DatasetError(f"{path} has two groups for {row[image]}.", value=row[image])
    absent = [sample.image_id for sample in samples if sample.image_id not in named]
    if absent:
        raise DatasetError(
            f"{len(absent)} images have no row in {path}, {absent[0]} first.", value=absent
        )
    members = defaultdict(list)
    for position, sample in enumerate(samples):
        if named[sample.image_id]:
            members[named[sample.image_id]].append(position)
    return [pair for positions in members.values() for pair in pairwise(positions)]
