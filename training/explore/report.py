"""explore.json: the survey for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

import numpy as np
from numpy.typing import NDArray

from training.augmentation_settings import AugmentationSettings
from training.explore.colours import QUANTITIES
from training.explore.counts import Field, Table
from training.explore.survey import Survey

VERSION = 1

Json = Mapping[str, object]


def as_json(survey: Survey, *, settings: AugmentationSettings, made: str) -> Json:
    """Return every number of the page; a value that does not exist is null."""
    return {
        "version": VERSION,
        "made": made,
        "name": survey.dataset.statement.name,
        "images": survey.images,
        "lesions": survey.lesions,
        "classes": {
            entry.code: {"images": entry.images, "lesions": entry.lesions}
            for entry in survey.classes
        },
        "origins": _table(survey.origins),
        "images_per_lesion": {str(n): count for n, count in survey.images_per_lesion.items()},
        "age": {code: spread(values) for code, values in survey.ages.items()},
        **{str(field): _table(table) for field, table in survey.tables.items()},
        "missing": _missing(survey),
        "clues": {
            name: {"balanced_accuracy": table.giveaway, "chance": table.chance, "n": table.known}
            for name, table in survey.clues.items()
        },
        "looked_at": _looked_at(survey),
        "sizes": [
            {"width": width, "height": height, "images": count}
            for (width, height), count in survey.sizes.most_common()
        ],
        "colours": _colours(survey),
        "augmentation": asdict(settings),
        "unreadable": [
            {"image_id": one.sample.image_id, "message": one.message}
            for one in survey.looks.unreadable
        ],
    }


def spread(values: NDArray[np.float64]) -> Json | None:
    """Sum up finite values: number, mean, standard deviation, percentiles; None without any."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return None
    percentiles = np.percentile(finite, [5, 25, 50, 75, 95])
    return {
        "n": int(finite.size),
        "mean": float(finite.mean()),
        "sd": float(finite.std(ddof=1)) if finite.size > 1 else None,
        **{
            f"p{share}": float(value)
            for share, value in zip((5, 25, 50, 75, 95), percentiles, strict=True)
        },
    }


def _table(table: Table) -> Json:
    return {
        code: {value: int(count) for value, count in zip(table.values, row, strict=True)}
        for code, row in zip(table.codes, table.counts, strict=True)
    }


def _missing(survey: Survey) -> Json:
    return {
        str(field): dict(zip(survey.codes, survey.missing[field].tolist(), strict=True))
        for field in Field
    }


def _looked_at(survey: Survey) -> Json:
    return {
        "images": len(survey.looks.seen) + len(survey.looks.unreadable),
        "at_most_of_each_class": survey.looks.at_most,
        "seed": survey.seed,
    }


def _colours(survey: Survey) -> Json:
    measured = {code: survey.colours(code) for code in survey.codes}
    explained = survey.explained
    return {
        name: {
            "explained_by_class": explained[name],
            "classes": {code: spread(group[:, column]) for code, group in measured.items()},
        }
        for column, name in enumerate(QUANTITIES)
    }
