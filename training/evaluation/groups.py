"""The figures again by who the patients are: age, sex, and where on the body the lesion is."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from training.labels import LabelledImage

_COLUMNS = {"sex": ("sex",), "site": ("localization", "site", "anatom_site_general")}
_AGES = ((0, 30, "under 30"), (30, 50, "30 to 49"), (50, 70, "50 to 69"), (70, 200, "70 and over"))
_UNKNOWN = "not known"
FEWEST = 20
"""Images that a group needs to be reported."""


def group_masks(images: Sequence[LabelledImage]) -> dict[str, dict[str, NDArray[np.bool_]]]:
    """Which images belong to each group, by kind of group and name.

    Parameters
    ----------
    images : sequence of LabelledImage
        With the columns ``age``, ``sex``, ``localization`` (or ``site``) as far as there are any.

    Returns
    -------
    dict
        Of masks of shape (images,); groups of fewer than `FEWEST` images are left out, and kinds
        of which the labels say nothing.
    """
    named = {"age": [_age(image.row) for image in images]}
    for kind, columns in _COLUMNS.items():
        named[kind] = [_value(image.row, columns) for image in images]
    masks = {kind: _masks(names) for kind, names in named.items()}
    return {kind: found for kind, found in masks.items() if set(found) - {_UNKNOWN}}


def _masks(names: Sequence[str]) -> dict[str, NDArray[np.bool_]]:
    array = np.array(names)
    order = {name: place for place, (_, _, name) in enumerate(_AGES)}
    found = sorted(set(names), key=lambda name: (name == _UNKNOWN, order.get(name, 0), name))
    masks = {name: array == name for name in found}
    return {name: mask for name, mask in masks.items() if mask.sum() >= FEWEST}


def _age(row: Mapping[str, str]) -> str:
    try:
        age = float(row.get("age", ""))
    except ValueError:
        return _UNKNOWN
    if not math.isfinite(age):
        return _UNKNOWN
    return next((name for low, high, name in _AGES if low <= age < high), _UNKNOWN)


def _value(row: Mapping[str, str], columns: Sequence[str]) -> str:
    text = next((row[column] for column in columns if row.get(column)), "")
    return _UNKNOWN if text.lower() in {"", "unknown", "nan"} else text
