"""From a bundle to the same with the means of a lower precision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.engine import open_classifier
from core.model import Bundle, save_bundle
from core.model.bundle_files import LICENCE
from core.model.guarded import GuardedClassifier
from core.model.precision import LowerPrecision, Margins
from core.results import Precision
from training.errors import RunError
from training.export.int8 import Int8
from training.export.onnx_graph import build_graph
from training.precision.compared import ComparedClassifier, Pair
from training.precision.ranges import highest_activations

_SAFETY: Final = 2.0
_LEAST: Final = 0.02
_UNFITTED: Final = Margins(probability=0.0, novelty=0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """A bundle that has a lower precision, and what the fit was made of.

    Parameters
    ----------
    bundle : Bundle
        Written and read back.
    rule : LowerPrecision
        As it stands on its card.
    pairs : sequence of Pair
        The validation images.
    """

    bundle: Bundle
    rule: LowerPrecision
    pairs: Sequence[Pair] = field(repr=False)


def fit_precision(
    bundle: Bundle,
    precision: Precision,
    *,
    typical: NDArray[np.uint8],
    validation: Iterable[Path],
) -> Fitted:
    """Add a lower precision to a bundle.

    Parameters
    ----------
    bundle : Bundle
        Replaced by one that has it; what an evaluation had found of this precision is dropped.
    precision : Precision
        Which.
    typical : ndarray of uint8
        Images of the network's input size that were trained on, (n, height, width, 3).
    validation : iterable of Path
        Images that were not, for the margins.

    Raises
    ------
    RunError
        If the bundle has no graph, or no validation image can be read.
    """
    graph = bundle.int8_graph
    if precision is Precision.INT8:
        int8 = Int8.of(highest_activations(bundle, typical), bundle.weights)
        graph = build_graph(bundle.card, bundle.data, int8=int8)
    trial = _with(bundle, LowerPrecision(precision=precision, margins=_UNFITTED), graph)
    pairs = _ask(trial, precision, validation)
    rule = LowerPrecision(precision=precision, margins=fit_margins(pairs))
    return Fitted(_with(trial, rule, graph), rule, pairs)


def fit_margins(pairs: Iterable[Pair]) -> Margins:
    """Find how near to a threshold lower precision is not to be trusted.

    Twice the largest distance at which it said something else, or as far as it moved an image
    to or from a threshold, whichever is more: few images lie so near that they are answered
    otherwise, but all of them move. Never nothing at all.

    Parameters
    ----------
    pairs : iterable of Pair
        Of images that fitted nothing else here.
    """
    probability = novelty = _LEAST / _SAFETY
    for pair in pairs:
        probability = max(probability, pair.moved / _SAFETY)
        if not pair.same_by_probability:
            probability = max(probability, pair.distance)
        if not pair.same_novelty:
            novelty = max(novelty, pair.novelty_distance)
    return Margins(probability=_SAFETY * probability, novelty=_SAFETY * novelty)


def _ask(bundle: Bundle, precision: Precision, images: Iterable[Path]) -> list[Pair]:
    guarded = open_classifier(bundle, precision=precision)
    if not isinstance(guarded, GuardedClassifier):
        raise TypeError(guarded)
    compared = ComparedClassifier(guarded)
    for _ in compared.analyse_many(images):
        pass  # it keeps the pairs
    if not compared.pairs:
        raise RunError("None of the validation images gave an answer.")
    return compared.pairs


def _with(bundle: Bundle, rule: LowerPrecision, graph: bytes | None) -> Bundle:
    others = [one for one in bundle.card.lower_precision if one.precision is not rule.precision]
    card = bundle.card.model_copy(update={"lower_precision": (*others, rule)})
    return save_bundle(
        bundle.folder,
        card=card,
        weights=bundle.weights,
        licence=(bundle.folder / LICENCE).read_text(encoding="utf-8"),
        graph=bundle.graph,
        references=bundle.references,
        int8_graph=graph,
    )
