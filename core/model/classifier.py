"""From decoded pixels to an analysis."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.errors import InferenceError, LentigoError
from core.images import ImageReader, Picture, Placement, fit
from core.model.bundle import Bundle
from core.model.card import Card
from core.model.cautions import cautions_of
from core.model.runtime import RawAnswer, Runtime
from core.results import Analysis, Caution, Device, Engine, ModelIdentity

BOUNDED_SIDE = 2048
"""Longest side, in pixels, that is decoded for the network: many times its input's."""


class Answer(NamedTuple):
    """What came of one file.

    Parameters
    ----------
    source : Path
        As given.
    outcome : Analysis or LentigoError
        The analysis, or why there is none.
    picture : Picture or None
        The decoded picture, its longest side at most `BOUNDED_SIDE`; None where it could not be
        read.
    label : str
        Full name of the finding's class; empty where there is none.
    """

    source: Path
    outcome: Analysis | LentigoError
    picture: Picture | None
    label: str = ""


class Classifier:
    """A bundle on a runtime.

    Parameters
    ----------
    bundle : Bundle
        The verified model.
    runtime : Runtime
        Executes its network.
    """

    def __init__(self, bundle: Bundle, runtime: Runtime) -> None:
        self.bundle = bundle
        self.runtime = runtime

    def analyse(self, picture: Picture) -> Analysis:
        """Analyse one picture.

        Parameters
        ----------
        picture : Picture
            Decoded, of any size.

        Raises
        ------
        InferenceError
            If the runtime fails, or answers with something that is not a number.
        """
        prepared = prepare(picture, self.bundle.card)
        begun = time.perf_counter()
        answer = self.runtime.run(prepared.pixels[np.newaxis])
        return conclude(
            answer,
            prepared,
            card=self.bundle.card,
            model=self.bundle.identity,
            engine=self.runtime.engine,
            device=self.runtime.choice.device,
            milliseconds=prepared.milliseconds + (time.perf_counter() - begun) * 1e3,
        )

    def analyse_many(
        self, sources: Iterable[Path], *, reader: ImageReader | None = None
    ) -> Iterator[Answer]:
        """Read and analyse files; decoding goes on while the network works.

        Parameters
        ----------
        sources : iterable of Path
            Image files.
        reader : ImageReader, optional
            What reads them; one of its own by default, closed at the end.

        Yields
        ------
        Answer
            In the order of `sources`. A file that cannot be read or analysed carries its error;
            the others go on.
        """
        if reader is not None:
            yield from self._answers(sources, reader)
            return
        with ImageReader() as own:
            yield from self._answers(sources, own)

    def _answers(self, sources: Iterable[Path], reader: ImageReader) -> Iterator[Answer]:
        for path, outcome in reader.read_many(sources, max_side=BOUNDED_SIDE):
            yield self._answer(path, outcome)

    def _answer(self, path: Path, reading: Picture | LentigoError) -> Answer:
        if isinstance(reading, LentigoError):
            return Answer(path, reading, None)
        try:
            analysis = self.analyse(reading)
        except LentigoError as error:
            return Answer(path, error, reading)
        return Answer(path, analysis, reading, self.bundle.card.entry(analysis.finding).name)


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A picture on its way into the network, and what its analysis will need of it.

    Parameters
    ----------
    pixels : ndarray of uint8
        RGB, (height, width, 3) of the network's input.
    placement : Placement
        Where the picture lies in it.
    cautions : tuple of Caution
        What a reader should know about the picture.
    milliseconds : float
        What preparing took.
    """

    pixels: NDArray[np.uint8]
    placement: Placement
    cautions: tuple[Caution, ...]
    milliseconds: float


def prepare(picture: Picture, card: Card) -> Prepared:
    """Bring a picture to the network's input.

    Parameters
    ----------
    picture : Picture
        Decoded, of any size.
    card : Card
        Of the model that will see it.
    """
    begun = time.perf_counter()
    fitted = fit(picture.pixels, card.preprocessing.spec)
    cautions = cautions_of(picture, fitted.placement)
    elapsed = (time.perf_counter() - begun) * 1e3
    return Prepared(fitted.pixels, fitted.placement, cautions, elapsed)


def conclude(
    answer: RawAnswer,
    prepared: Prepared,
    *,
    card: Card,
    model: ModelIdentity,
    engine: Engine,
    device: Device,
    milliseconds: float,
) -> Analysis:
    """Turn what the network says into an analysis.

    Parameters
    ----------
    answer : RawAnswer
        About a batch of one.
    prepared : Prepared
        What the network saw.
    card, model
        Which model answered.
    engine, device
        What executed it.
    milliseconds : float
        What all of it took.

    Raises
    ------
    InferenceError
        If the network answered with something that is not a number.
    """
    probabilities = softmax(answer.logits[0], temperature=card.temperature)
    named = dict(zip(card.codes, probabilities.tolist(), strict=True))
    malignant = sum(named[entry.code] for entry in card.classes if entry.malignant)
    return Analysis(
        probabilities=named,
        logits=answer.logits[0],
        malignant=min(malignant, 1.0),
        heat_maps=answer.heat_maps[0],
        embedding=answer.embedding[0],
        placement=prepared.placement,
        cautions=prepared.cautions,
        model=model,
        engine=engine,
        device=device,
        milliseconds=milliseconds,
    )


def softmax(logits: NDArray[np.float32], *, temperature: float = 1.0) -> NDArray[np.float64]:
    """Turn scores into probabilities [1]_.

    Parameters
    ----------
    logits : ndarray of float32
        (classes,).
    temperature : float
        By which they are divided first.

    Returns
    -------
    ndarray of float64
        Sums to 1, (classes,).

    Raises
    ------
    InferenceError
        If a score is not a finite number.

    References
    ----------
    .. [1] Guo et al., "On Calibration of Modern Neural Networks", ICML 2017,
       doi:10.48550/arXiv.1706.04599.
    """
    if not np.isfinite(logits).all():
        raise InferenceError(
            "The model gave no usable answer for this image: its scores are not numbers.",
            value=logits.tolist(),
        )
    scaled = logits.astype(np.float64) / temperature
    exponentials = np.exp(scaled - scaled.max())
    probabilities: NDArray[np.float64] = exponentials / exponentials.sum()
    return probabilities
