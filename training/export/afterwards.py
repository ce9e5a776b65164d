"""What is fitted once the weights are there, on validation lesions; and the finished bundle."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import keras
import numpy as np
from numpy.typing import NDArray

from core.model import Bundle, Card, save_bundle
from core.model.bundle_files import LICENCE
from core.model.described import References
from core.model.weights import encode_weights
from training.calibrate import favour, fit_temperature, heat_map_scale
from training.console import say
from training.export.answers import Answers, answers, embeddings, ordinary_embeddings
from training.export.onnx_graph import build_graph
from training.export.wishes import Wishes
from training.material import Material
from training.trust.fit import Answered, fit_trust


def fit_afterwards(
    draft: Bundle,
    network: keras.Model,
    material: Material,
    wishes: Wishes,
    *,
    told: Answers | None = None,
) -> Bundle:
    """Fit the favour of a class, temperature, scale of the heat maps and rules of trust; save.

    Parameters
    ----------
    draft : Bundle
        Of the finished weights, with any rules or none; replaced in its folder.
    network : keras.Model
        Of that bundle.
    material : Material
        Whose validation images fit, and whose training images novelty is judged by.
    wishes : Wishes
        What was asked for.
    told : Answers, optional
        The network's answers for the validation images, where they are known already.

    Returns
    -------
    Bundle
        As read back, without figures: they were of other rules.

    Raises
    ------
    ExperimentError
        If the class to be favoured is not there, or cannot be at an acceptable cost.
    """
    card = draft.card
    wishes.require_possible(card.codes)
    pixels = material.pixels(card.preprocessing.shape[:2])
    rows = material.rows(material.split.validation)
    if told is None:
        told = answers(network, np.asarray(pixels[rows]))
    labels = material.labels[rows]
    added = _added(wishes.favoured, told.logits, labels, codes=card.codes)
    logits = told.logits + added
    weights = draft.weights
    card = card.model_copy(
        update={
            "temperature": fit_temperature(logits, labels),
            "heat_map_scale": heat_map_scale(logits, told.heat_maps),
            "favoured": _favoured(card, added),
        }
    )
    trust, references = fit_trust(
        Answered(logits, told.embeddings),
        [material.samples[row] for row in rows],
        card=card,
        split_sha256=material.split.sha256,
        known=embeddings(network, pixels, material.rows(material.split.train)),
        ordinary=None
        if wishes.ordinary is None
        else ordinary_embeddings(network, wishes.ordinary, card.preprocessing.spec),
    )
    return save(
        draft.folder,
        card=card.model_copy(
            update={"trust": trust, "evidence": None, "lower_precision": (), "metrics": {}}
        ),
        weights=weights | {"logits/bias": weights["logits/bias"] + added},
        licence=(draft.folder / LICENCE).read_text(encoding="utf-8"),
        references=references,
    )


def save(
    out: Path,
    *,
    card: Card,
    weights: Mapping[str, NDArray[np.floating]],
    licence: str,
    references: References | None = None,
) -> Bundle:
    """Write a bundle that opens under both runtimes: see `core.model.save_bundle`."""
    graph = build_graph(card, encode_weights(weights))
    return save_bundle(
        out, card=card, weights=weights, licence=licence, graph=graph, references=references
    )


def _added(
    code: str | None,
    logits: NDArray[np.float32],
    labels: NDArray[np.int64],
    *,
    codes: tuple[str, ...],
) -> NDArray[np.float32]:
    """Find what is added to the logits, (classes,)."""
    added = np.zeros(len(codes), np.float32)
    if code is not None:
        index = codes.index(code)
        added[index] = favour(logits, labels, index)
        say(f"{added[index]:.2f} is added to the logit of {code}, which is favoured")
    return added


def _favoured(card: Card, added: NDArray[np.float32]) -> dict[str, float]:
    """Add up what was added in all; a model may have favoured a class before."""
    total = dict(card.favoured)
    for code, value in zip(card.codes, added.tolist(), strict=True):
        if value:
            total[code] = round(total.get(code, 0.0) + value, 4)
    return total
