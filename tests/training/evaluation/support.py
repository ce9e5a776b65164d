"""An honest fake model and simulated answers, without network or pictures."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.errors import LentigoError, TruncatedImage
from training.evaluation.metrics import Scored


@dataclass(frozen=True, slots=True)
class Kind:
    """A class as evaluation sees it."""

    code: str
    name: str
    malignant: bool


CLASSES = (
    Kind("bcc", "Basal cell carcinoma", malignant=True),
    Kind("mel", "Melanoma", malignant=True),
    Kind("nv", "Melanocytic <nevus>", malignant=False),
)
CODES = tuple(kind.code for kind in CLASSES)


@dataclass(frozen=True, slots=True)
class Answer:
    probabilities: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Reply:
    source: Path
    outcome: Answer | LentigoError


class FakeModel:
    """Answers from the file's name: ``mel_9.jpg`` is likely but not surely a melanoma."""

    def analyse_many(self, sources: Iterable[Path], /) -> Iterator[Reply]:
        for source in reversed(list(sources)):  # the order is no part of the contract
            if "broken" in source.name:
                yield Reply(source, TruncatedImage("The picture ends before it is complete."))
            else:
                yield Reply(source, Answer(_guess(source.stem)))


def _guess(stem: str) -> dict[str, float]:
    code, number = stem.split("_")[:2]
    logits = {
        kind: 1.5 * (kind == code) + math.sin(7 * int(number) + index)
        for index, kind in enumerate(CODES)
    }
    total = sum(math.exp(logit) for logit in logits.values())
    return {kind: math.exp(logit) / total for kind, logit in logits.items()}


def simulate(
    seed: int, *, lesions: int, images_per_lesion: int = 1, classes: int = 3, skill: float = 1.0
) -> Scored:
    """Draw lesions with a difficulty of their own and images that share it."""
    generator = np.random.default_rng(seed)
    truth = np.repeat(generator.integers(classes, size=lesions), images_per_lesion)
    own = np.repeat(generator.normal(size=(lesions, classes)), images_per_lesion, axis=0)
    logits = own + 0.3 * generator.normal(size=own.shape)
    logits[np.arange(len(truth)), truth] += skill
    odds = np.exp(logits)
    groups = np.repeat(np.arange(lesions), images_per_lesion)
    return Scored(odds / odds.sum(axis=1, keepdims=True), truth.astype(np.intp), groups)
