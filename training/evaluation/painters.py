"""Pictures for the report: plain, or with the evidence for their finding laid over them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import LentigoError
from core.images import ImageReader
from core.model import Classifier
from core.report.overlay import render_overlay

_SIDE = 352

Pictures = dict[Path, NDArray[np.uint8]]


def plain(paths: Sequence[Path]) -> Pictures:
    """Read images; those that cannot be read are left out."""
    with ImageReader() as reader:
        readings = list(reader.read_many(paths, max_side=_SIDE))
    return {
        path: outcome.pixels for path, outcome in readings if not isinstance(outcome, LentigoError)
    }


class Explained:
    """Images with the heat map of their finding.

    Parameters
    ----------
    classifier : Classifier
        Whose evidence.
    """

    def __init__(self, classifier: Classifier) -> None:
        self._classifier = classifier

    def __call__(self, paths: Sequence[Path]) -> Pictures:
        """Analyse images again, and draw; those that cannot be analysed are left out."""
        card = self._classifier.bundle.card
        return {
            answer.source: render_overlay(answer.picture.pixels, answer.outcome, card)
            for answer in self._classifier.analyse_many(paths)
            if answer.picture is not None and not isinstance(answer.outcome, LentigoError)
        }
