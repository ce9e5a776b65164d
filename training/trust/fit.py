"""All rules of trust at once, for the card of a bundle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.datasets import Sample
from core.model.card import Card
from core.model.conclusion import softmax
from core.model.described import References
from core.trust.rules import TrustRules
from training.dividing import group_of
from training.trust.novelty import fit_novelty, novelty_references
from training.trust.rules import fit_certainty, fit_operating_point, fit_prediction_sets

ERROR_RATE = 0.15
COVERAGE = 0.9
SENSITIVITIES = (0.90, 0.95)


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """What a network says of images.

    Parameters
    ----------
    logits : ndarray of float32
        (n, classes).
    embeddings : ndarray of float32
        (n, channels).
    """

    logits: NDArray[np.float32]
    embeddings: NDArray[np.float32]

    def __getitem__(self, rows: NDArray[np.int64]) -> Answered:
        return Answered(self.logits[rows], self.embeddings[rows])


def fit_trust(
    validation: Answered,
    samples: Sequence[Sample],
    *,
    card: Card,
    split_sha256: str,
    known: NDArray[np.float32],
    ordinary: NDArray[np.float32] | None,
) -> tuple[TrustRules, References]:
    """Fit everything on validation lesions, one image of each.

    Parameters
    ----------
    validation : Answered
        About the validation images.
    samples : sequence of Sample
        These images, in the same order.
    card : Card
        Of the model, with its temperature.
    split_sha256 : str
        Checksum of the split that the validation images are a side of.
    known : ndarray of float32
        Embeddings of training images, (m, channels).
    ordinary : ndarray of float32, optional
        Embeddings of ordinary photographs, (k, channels).
    """
    codes = card.codes
    labels = np.array([codes.index(sample.code) for sample in samples])
    rows = _one_of_each_lesion(samples)
    answered, truth = validation[rows], labels[rows]
    shares = np.stack([softmax(row, temperature=card.temperature) for row in answered.logits])
    is_malignant = np.array([entry.malignant for entry in card.classes])
    totals = shares[:, is_malignant].sum(axis=1)
    references = novelty_references(known, ordinary)
    rules = TrustRules(
        images=len(samples),
        lesions=len(rows),
        split_sha256=split_sha256,
        prevalence=dict(
            zip(codes, np.bincount(labels, minlength=len(codes)) / len(labels), strict=True)
        ),
        certainty=fit_certainty(shares, truth, error_rate=ERROR_RATE),
        prediction_sets=fit_prediction_sets(shares, truth, codes=codes, coverage=COVERAGE),
        # Without a malignant lesion there is nothing to find, and any threshold would be made up.
        operating_points=tuple(
            fit_operating_point(totals, is_malignant[truth], sensitivity=sensitivity)
            for sensitivity in SENSITIVITIES
            if is_malignant[truth].any()
        ),
        novelty=fit_novelty(answered.embeddings, truth, references=references, codes=codes),
    )
    return rules, references


def _one_of_each_lesion(samples: Sequence[Sample]) -> NDArray[np.int64]:
    first: dict[str, int] = {}
    for row, sample in enumerate(samples):
        first.setdefault(group_of(sample), row)
    return np.array(sorted(first.values()))
