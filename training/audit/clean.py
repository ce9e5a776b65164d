"""What is left of a data set once copies and contradictions are taken out."""

from __future__ import annotations

import csv
import io
import os
from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

from core.datasets import Sample
from core.errors import DatasetError
from training.audit.clusters import grouped
from training.audit.findings import Findings

_FURTHER = {
    "lesion_id": "lesion_id",
    "split": "origin",
    "age": "age",
    "sex": "sex",
    "localization": "site",
    "dx_type": "confirmation",
}


def cleaned(findings: Findings, *, without: Collection[str] = ()) -> list[Sample]:
    """Keep one image of each group of copies, and none where their labels contradict each other.

    Images that cannot be read are left out. Where lesions are known, several images of one lesion
    are no copies unless their bytes are equal.

    Parameters
    ----------
    findings : Findings
        Of the audit.
    without : collection of str
        Codes of classes that are left out first: one that repeats the images of another would
        take these along.

    Raises
    ------
    DatasetError
        If no image has one of those codes.
    """
    codes = {sample.code for sample in findings.samples}
    for code in without:
        if code not in codes:
            raise DatasetError(
                f"There is no class {code!r} to leave out: {', '.join(sorted(codes))}.", value=code
            )
    groups = grouped(findings.samples, [*findings.exact, *findings.unexpected])
    members: dict[str, list[Sample]] = defaultdict(list)
    for position, sample in enumerate(findings.samples):
        if position not in findings.unreadable and sample.code not in without:
            members[groups[sample.image_id]].append(sample)
    return [group[0] for group in members.values() if len({one.code for one in group}) == 1]


def as_table(samples: list[Sample], *, beside: Path) -> str:
    """Write samples as a table of paths and labels, which `read_dataset` reads.

    Parameters
    ----------
    samples : list of Sample
        What to list.
    beside : Path
        Folder in which the table will lie: paths are relative to it.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["path", "label", *_FURTHER])
    for sample in samples:
        path = Path(os.path.relpath(sample.path, beside)).as_posix()
        known = (getattr(sample, field) for field in _FURTHER.values())
        writer.writerow([path, sample.code, *("" if value is None else value for value in known)])
    return text.getvalue()
