"""Asks a model about labelled images and keeps what it said, failures included.

The model is reached through a small protocol, so that evaluation knows nothing of runtimes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from core.errors import LentigoError
from training.evaluation.metrics import Scored
from training.evaluation.sklearn_scores import Floats
from training.labels import LabelledImage


class AnswerLike(Protocol):
    """What evaluation needs of an analysis."""

    @property
    def probabilities(self) -> Mapping[str, float]:
        """Probability by class code."""


class ReplyLike(Protocol):
    """What came of one image file."""

    @property
    def source(self) -> object:
        """The file, as it was given."""

    @property
    def outcome(self) -> AnswerLike | LentigoError:
        """The analysis, or the named error that stands in its place."""


class Predictor(Protocol):
    """Anything that answers for image files, or says by a named error why it cannot."""

    def analyse_many(self, sources: Iterable[Path], /) -> Iterator[ReplyLike]:
        """Yield one reply per source, in any order."""


class AnswerMissing(LentigoError):
    """The model passed over an image without an answer or an error."""


class NothingMeasured(LentigoError):
    """No image gave an answer, so that there is nothing to measure."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An image without an answer: which, and the named error."""

    image_id: str
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Predictions:
    """What the model said.

    Parameters
    ----------
    images : tuple of LabelledImage
        The images that were answered, in the order of the labels.
    probabilities : ndarray of float64, shape (images, classes)
        Classes in the model's order.
    codes : tuple of str
        The model's class codes.
    failed : tuple of Failure
        The images that were not answered.
    answers : tuple of AnswerLike
        All that was said, in the order of `images`.
    """

    images: tuple[LabelledImage, ...]
    probabilities: Floats
    codes: tuple[str, ...]
    failed: tuple[Failure, ...]
    answers: tuple[AnswerLike, ...] = ()

    def scored(self) -> Scored:
        """Answers beside the truth. An image whose lesion is not known is a lesion of its own."""
        truth = np.array([self.codes.index(image.code) for image in self.images], dtype=np.intp)
        if all(image.lesion_id is None for image in self.images):
            return Scored(self.probabilities, truth)
        # Pairs, so that an image name can never be taken for a lesion's.
        names = [(image.lesion_id, image.lesion_id or image.image_id) for image in self.images]
        numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
        lesions = np.array([numbers[name] for name in names], dtype=np.intp)
        return Scored(self.probabilities, truth, lesions)


def predict(
    predictor: Predictor,
    *,
    images: Sequence[LabelledImage],
    codes: Sequence[str],
    progress: Callable[[int], None],
) -> Predictions:
    """Ask `predictor` about every image.

    Parameters
    ----------
    predictor : Predictor
        The model.
    images : sequence of LabelledImage
        What to ask about.
    codes : sequence of str
        The model's class codes, in order.
    progress : callable
        Told the number of images done after each.

    Raises
    ------
    AnswerMissing
        If the model passes over an image.
    NothingMeasured
        If it could answer for none.
    """
    answers: dict[object, AnswerLike | LentigoError] = {}
    for reply in predictor.analyse_many([image.path for image in images]):
        answers[reply.source] = reply.outcome
        progress(len(answers))
    absent = [image.image_id for image in images if image.path not in answers]
    if absent:
        sentence = f"The model gave neither an answer nor an error for {len(absent)} images."
        raise AnswerMissing(sentence, value=absent)
    return _collect([(image, answers[image.path]) for image in images], tuple(codes))


def _collect(
    answers: Sequence[tuple[LabelledImage, AnswerLike | LentigoError]], codes: tuple[str, ...]
) -> Predictions:
    images, rows, failed, given = [], [], [], []
    for image, answer in answers:
        if isinstance(answer, LentigoError):
            failed.append(Failure(image.image_id, answer.kind, answer.message))
        else:
            images.append(image)
            given.append(answer)
            rows.append([answer.probabilities[code] for code in codes])
    if not images:
        sentence = (
            f"None of the {len(answers)} images gave an answer; the first: {failed[0].message}"
        )
        raise NothingMeasured(sentence, value=len(answers))
    shares = np.array(rows, dtype=np.float64)
    return Predictions(tuple(images), shares, codes, tuple(failed), tuple(given))
