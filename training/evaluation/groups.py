"""The figures again by who the patients are: age, sex, and where on the body the lesion is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from core.trust.patient import AgeGroup, age_group
from training.labels import LabelledImage

_SEX = ("sex",)
_SITE = ("localization", "site", "anatom_site_general")
_OLDEST = 200  # what is above is no age
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
    named = {
        "age": [age_of(image.row) or _UNKNOWN for image in images],
        "sex": [_value(image.row, _SEX) or _UNKNOWN for image in images],
        "site": [site_of(image.row) or _UNKNOWN for image in images],
    }
    masks = {kind: _masks(names) for kind, names in named.items()}
    return {kind: found for kind, found in masks.items() if set(found) - {_UNKNOWN}}


def _masks(names: Sequence[str]) -> dict[str, NDArray[np.bool_]]:
    array = np.array(names)
    order: dict[str, int] = {name: place for place, name in enumerate(AgeGroup)}
    found = sorted(set(names), key=lambda name: (name == _UNKNOWN, order.get(name, 0), name))
    masks = {name: array == name for name in found}
    return {name: mask for name, mask in masks.items() if mask.sum() >= FEWEST}


def age_of(row: Mapping[str, str]) -> AgeGroup | None:
    """Return the age group of a row of labels; None where it does not tell the age."""
    try:
        age = float(row.get("age", ""))
    except ValueError:
        return None
    return age_group(age) if 0 <= age < _OLDEST else None


def site_of(row: Mapping[str, str]) -> str | None:
    """Return the body site of a row of labels; None where it does not tell it."""
    return _value(row, _SITE)


def _value(row: Mapping[str, str], columns: Sequence[str]) -> str | None:
    text = next((row[column] for column in columns if row.get(column)), "")
    return None if text.lower() in {"", "unknown", "nan"} else text
