"""What tables say about an image, under the names that published sets have for their columns."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from core.datasets.naming import side_of
from core.datasets.sample import Sample

_COLUMNS = {
    "lesion_id": ("lesion_id", "lesion"),
    "origin": ("split", "side", "set", "subset"),
    "age": ("age", "age_approx"),
    "sex": ("sex", "gender"),
    "site": ("localization", "localisation", "site", "anatom_site_general"),
    "confirmation": ("dx_type", "confirmation", "diagnosis_confirm_type"),
    "diagnosis": ("dx_detail", "diagnosis_text"),
    "image_type": ("image_type",),
    "skin_type": ("fitzpatrick_skin_type", "skin_type", "fitzpatrick"),
    "licence": ("copyright_license", "licence", "license"),
    "attribution": ("attribution",),
}
_NOTHING = frozenset({"", "unknown", "na", "n/a", "nan", "none"})


def column_of(header: Sequence[str], names: Sequence[str]) -> str | None:
    """Find the first of these names among the columns; case and blanks do not matter."""
    plain = {name.strip().casefold(): name for name in reversed(header)}
    return next((plain[name] for name in names if name in plain), None)


def sample_of(row: Mapping[str, str], *, image_id: str, path: Path, code: str) -> Sample:
    """Make a sample of a row, with all that its table says of the image.

    Parameters
    ----------
    row : mapping of str to str
        Cells by column. Columns of lesion, side, age, sex, site, confirmation, words of the
        diagnosis, image type, skin type, licence and attribution may be absent, and their cells
        empty or ``unknown``.
    image_id, path, code
        As for `Sample`.
    """
    columns = {field: column_of(tuple(row), names) for field, names in _COLUMNS.items()}
    cells = {field: "" if name is None else row[name] for field, name in columns.items()}
    return Sample(
        image_id=image_id,
        path=path,
        code=code,
        lesion_id=_known(cells["lesion_id"]),
        origin=side_of(cells["origin"]) or cells["origin"],
        age=_number(cells["age"]),
        sex=_known(cells["sex"]),
        site=_known(cells["site"]),
        confirmation=_known(cells["confirmation"]),
        diagnosis=_known(cells["diagnosis"]),
        image_type=_known(cells["image_type"]),
        skin_type=_known(cells["skin_type"]),
        licence=_known(cells["licence"]),
        attribution=_known(cells["attribution"]),
    )


def _known(text: str) -> str | None:
    return None if text.casefold() in _NOTHING else text


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
