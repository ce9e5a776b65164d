"""Counts, for a bundle's card, how findings turned out: by probability, body site and age."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Final

from core.trust.counts import Cell, EvidenceCounts
from core.trust.patient import AgeGroup
from training.evaluation.groups import age_of, site_of
from training.evaluation.predictor import Predictions
from training.evaluation.subgroups import by_follow_up
from training.labels import LabelledImage

EDGES: Final = (0.5, 0.7, 0.9)
"""Four bands: finer ones would leave most classes without evidence on two thousand images."""

_Kind = tuple[str, int, str | None, AgeGroup | None, str]


def count_evidence(predictions: Predictions, *, edges: tuple[float, ...] = EDGES) -> EvidenceCounts:
    """Count each lesion once, by one of its images.

    Which image speaks for its lesion is drawn by the hash of its name, so that nobody has chosen
    it and every run draws the same. What is counted is then independent from lesion to lesion, as
    the intervals of `core.trust.evidence` assume.

    Parameters
    ----------
    predictions : Predictions
        As calibrated.
    edges : tuple of float
        Between the bands of the finding's probability.
    """
    bands = EvidenceCounts.model_construct(edges=edges, cells=())
    findings = predictions.scored().finding
    counted, followed = Counter[_Kind](), Counter[_Kind]()
    for row in one_of_each_lesion(predictions.images):
        image, place = predictions.images[row], findings[row]
        band = bands.band_of(float(predictions.probabilities[row, place]))
        finding = predictions.codes[place]
        kind = (finding, band, site_of(image.row), age_of(image.row), image.code)
        counted[kind] += 1
        followed[kind] += by_follow_up(image)
    return EvidenceCounts(edges=edges, cells=tuple(_cells(counted, followed)))


def one_of_each_lesion(images: Sequence[LabelledImage]) -> list[int]:
    """Return the rows of the images that speak for their lesions, rising.

    An image whose lesion is not known speaks for itself.
    """
    drawn: dict[tuple[str | None, str], int] = {}
    for row in sorted(range(len(images)), key=lambda one: _ticket(images[one])):
        image = images[row]
        drawn.setdefault((image.lesion_id, image.lesion_id or image.image_id), row)
    return sorted(drawn.values())


def _ticket(image: LabelledImage) -> bytes:
    return hashlib.sha256(image.image_id.encode(errors="surrogateescape")).digest()


def _cells(counted: Counter[_Kind], followed: Counter[_Kind]) -> list[Cell]:
    cells = [Cell(*kind, lesions, followed[kind]) for kind, lesions in counted.items()]
    return sorted(cells, key=lambda cell: tuple(str(part or "") for part in cell))
