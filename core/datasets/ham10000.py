"""HAM10000 as published: a table of metadata, and JPEG files in one folder or several."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from core.datasets.cells import sample_of
from core.datasets.csv_table import Table, read_table
from core.datasets.naming import class_codes
from core.datasets.sample import Dataset
from core.datasets.statement import Statement, read_statement
from core.errors import DatasetError
from core.language import marked, say

_TABLES = ("metadata.csv", "HAM10000_metadata.csv", "HAM10000_metadata")
_FOLDERS = ("images", "HAM10000_images*", "ham10000_images*")
_REQUIRED = ("image_id", "lesion_id", "dx", "dx_type")
_ISIC_2018 = "isic2018_val"

STATEMENT = Statement(
    name="HAM10000",
    licence="CC BY-NC 4.0, ViDIR Group, Medical University of Vienna",
    source="Tschandl, Rosendahl, Kittler, Sci. Data 5:180161 (2018), doi:10.1038/sdata.2018.161",
    limits=(
        marked(
            "All images come from one hospital in Austria and one practice in Australia; "
            "dark skin is not represented, and nothing is known of the model's answers "
            "there."
        ),
        marked(
            "Trained and measured on dermoscopic images only: photographs without a "
            "dermatoscope, also those of smartphones, are outside of what it has seen."
        ),
        marked(
            "Half of the nevi were confirmed only by follow-up and are recognised almost "
            "always, probably by how they were photographed: read the figures without them "
            "as well."
        ),
        marked(
            "Only seven classes exist for it. Whatever else an image shows, one of the "
            "seven is answered."
        ),
        marked("Rulers, ink, hair and air bubbles can sway the answer."),
    ),
)


def is_ham10000(folder: Path) -> bool:
    """Whether a folder has HAM10000's layout."""
    return _table(folder).is_file() and bool(_image_folders(folder))


def read_ham10000(folder: Path) -> Dataset:
    """Read HAM10000 [1]_.

    Parameters
    ----------
    folder : Path
        Holds ``metadata.csv`` and ``images``, or ``HAM10000_metadata.csv`` and
        ``HAM10000_images_part_1`` and so on. Of the table's columns ``age``, ``sex``,
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
        If it has no rows, names an image twice or without a diagnosis, or an image is absent.

    References
    ----------
    .. [1] Tschandl, Rosendahl, Kittler, "The HAM10000 dataset", Scientific Data 5:180161, 2018,
       doi:10.1038/sdata.2018.161.
    """
    table = read_table(_table(folder))
    table.require(_REQUIRED)
    statement = read_statement(folder, otherwise=STATEMENT)
    rows = _rows(table)
    codes = class_codes([[row["dx"] for row in rows.values()]], statement=statement)
    files = _files(folder, rows, table)
    samples = tuple(
        sample_of(row, image_id=name, path=files[name], code=codes[row["dx"]])
        for name, row in rows.items()
    )
    return Dataset(
        folder=folder, statement=statement, samples=samples, reserved=frozenset({_ISIC_2018})
    )


def _table(folder: Path) -> Path:
    found = (folder / name for name in _TABLES if (folder / name).is_file())
    return next(found, folder / _TABLES[0])


def _image_folders(folder: Path) -> list[Path]:
    found = {place for name in _FOLDERS for place in folder.glob(name) if place.is_dir()}
    return sorted(found)


def _rows(table: Table) -> dict[str, Mapping[str, str]]:
    rows: dict[str, Mapping[str, str]] = {}
    for line, row in table.rows:
        name = row["image_id"]
        if not name or not row["dx"]:
            raise DatasetError(
                say(
                    "Line {line} of {path} lacks an image or a diagnosis.",
                    line=line,
                    path=table.path,
                )
            )
        if name in rows:
            raise DatasetError(
                say("{path} names the image {name} twice.", path=table.path, name=name), value=name
            )
        rows[name] = row
    if not rows:
        raise DatasetError(say("{path} has no rows.", path=table.path), value=table.path)
    return rows


def _files(folder: Path, names: Mapping[str, object], table: Table) -> dict[str, Path]:
    # Some archives hold each image in two folders: the first is as good as the second.
    present = {
        path.stem: path
        for place in reversed(_image_folders(folder))
        for path in place.glob("*.jpg")
    }
    absent = [name for name in names if name not in present]
    if absent:
        raise DatasetError(
            say(
                "{count} images that {path} names are absent, {absent} first.",
                count=len(absent),
                path=table.path,
                absent=absent[0],
            ),
            value=absent,
        )
    return present
