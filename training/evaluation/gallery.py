"""Images to look at: the mistakes of which the model was surest, and a fair sample of all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from training.evaluation.bootstrap import SEED
from training.evaluation.predictor import Predictions
from training.pages.pictures import picture
from training.pages.text import name_html, percent

MISTAKES = 24
SAMPLE = 35
_SIDE = 176

Painter = Callable[[Sequence[Path]], dict[Path, NDArray[np.uint8]]]
"""Gives pictures to show, RGB, by path; a file that cannot be read is left out."""


def surest_mistakes(predictions: Predictions, *, count: int = MISTAKES) -> list[int]:
    """Positions of wrong findings, the most probable first."""
    scored = predictions.scored()
    stated = scored.probabilities.max(axis=1)
    wrong = np.flatnonzero(scored.finding != scored.truth)
    ranked = wrong[np.argsort(-stated[wrong], kind="stable")]
    return [int(position) for position in ranked[:count]]


def fair_sample(predictions: Predictions, *, count: int = SAMPLE) -> list[int]:
    """Positions drawn at random, equally many of each class as far as there are, class by class."""
    truth = predictions.scored().truth
    generator = np.random.default_rng(SEED)
    classes = np.unique(truth)
    each = max(1, count // len(classes))
    drawn = [
        generator.permutation(np.flatnonzero(truth == label))[:each].tolist() for label in classes
    ]
    return [position for positions in drawn for position in positions][:count]


def gallery(predictions: Predictions, positions: Sequence[int], *, paint: Painter) -> str:
    """Show images with diagnosis and finding, as HTML."""
    if not positions:
        return "<p>None.</p>"
    painted = paint([predictions.images[position].path for position in positions])
    cards = "".join(_card(predictions, position, painted) for position in positions)
    return (
        '<div style="display:grid;gap:16px;'
        f'grid-template-columns:repeat(auto-fill,minmax({_SIDE}px,1fr))">{cards}</div>'
    )


def _card(predictions: Predictions, position: int, painted: dict[Path, NDArray[np.uint8]]) -> str:
    image = predictions.images[position]
    row = predictions.probabilities[position]
    finding = predictions.codes[int(row.argmax())]
    pixels = painted.get(image.path)
    shown = "<i>cannot be shown</i>" if pixels is None else _picture(pixels, image.image_id)
    right = finding == image.code
    mark = "right" if right else "wrong"
    own = percent(float(row[predictions.codes.index(image.code)]))
    return (
        f'<figure style="margin:0">{shown}<figcaption><b>{escape(finding)}</b> '
        f"{percent(float(row.max()))}, {mark}<br>diagnosis {escape(image.code)}"
        f"{'' if right else f' ({own})'}<br><code>{name_html(image.image_id, length=28)}</code>"
        "</figcaption></figure>"
    )


def _picture(pixels: NDArray[np.uint8], name: str) -> str:
    image = Image.fromarray(pixels)
    image.thumbnail((_SIDE, _SIDE * 2))
    return picture(np.asarray(image), alternative=name, quality=75)
