"""Small networks and bundles, for tests of logic."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from core.images import FitMode
from core.model import Bundle, Card, save_bundle
from core.model.card import DataSource, Network, Preprocessing
from core.model.weights import encode_weights
from core.taxonomy import HAM10000
from core.trust.rules import CertaintyRule, OperatingPoint, PredictionSetRule, TrustRules
from training.export.onnx_graph import build_graph

if TYPE_CHECKING:
    from core.model.bundle import Weights

BLOCKS = ((1, 4), (1, 8))
SIZE = (32, 48)


def tiny_card(**changes: object) -> Card:
    """Describe a network of two small blocks and HAM10000's seven classes."""
    fields: dict[str, object] = {
        "name": "Tiny",
        "version": "1",
        "created": "2026-01-01",
        "licence": "for tests",
        "network": Network(blocks=BLOCKS),
        "preprocessing": Preprocessing(height=SIZE[0], width=SIZE[1], mode=FitMode.CROP),
        "classes": HAM10000,
        "data": (
            DataSource(
                name="none", licence="none", source="none", images=1, lesions=1,
                split_sha256="0" * 64,
            ),
        ),
        "heat_map_scale": 0.01,
    }  # fmt: skip
    return Card.model_validate(fields | changes)


def tiny_weights(card: Card, *, seed: int = 0) -> Weights:
    """Draw the weights that `card` needs, small and exact in float16."""
    generator = np.random.default_rng(seed)
    weights: Weights = {}
    channels = 3
    for block, (convolutions, width) in enumerate(card.network.blocks, start=1):
        for index in range(1, convolutions + 1):
            name = f"block{block}_conv{index}"
            weights[f"{name}/kernel"] = _draw(generator, 3, 3, channels, width)
            weights[f"{name}/bias"] = _draw(generator, width)
            channels = width
    units = [*([card.network.hidden] if card.network.hidden else []), len(card.classes)]
    for name, unit in zip(("hidden", "logits")[-len(units) :], units, strict=True):
        weights[f"{name}/kernel"] = _draw(generator, channels, unit)
        weights[f"{name}/bias"] = _draw(generator, unit)
        channels = unit
    return weights


def _draw(
    generator: np.random.Generator, *shape: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return generator.normal(0, 0.3, shape).astype(np.float16).astype(np.float32)


def tiny_rules() -> TrustRules:
    """Rules of trust for the tiny card's classes."""
    codes = [entry.code for entry in HAM10000]
    return TrustRules(
        images=10,
        lesions=9,
        split_sha256="0" * 64,
        prevalence=dict.fromkeys(codes, 1 / len(codes)),
        certainty=CertaintyRule(threshold=0.9, error_rate=0.1),
        prediction_sets=PredictionSetRule(coverage=0.9, thresholds=dict.fromkeys(codes, 0.05)),
        operating_points=(
            OperatingPoint(name="sensitivity_90", threshold=0.2, sensitivity=0.9, specificity=0.7),
            OperatingPoint(name="sensitivity_95", threshold=0.1, sensitivity=0.95, specificity=0.5),
        ),
    )


def tiny_bundle(folder: Path, *, seed: int = 0, graph: bool = True, **changes: object) -> Bundle:
    """Write and load a tiny bundle; without its graph, it is as older ones are."""
    card = tiny_card(**changes)
    weights = tiny_weights(card, seed=seed)
    return save_bundle(
        folder,
        card=card,
        weights=weights,
        licence="for tests\n",
        graph=build_graph(card, encode_weights(weights)) if graph else None,
    )
