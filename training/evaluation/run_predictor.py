"""A run's network as something that answers for image files, whatever its architecture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import keras
import numpy as np
from numpy.typing import NDArray

from core.errors import ImageError, LentigoError
from core.images import FitMode, FitSpec, ImageReader, fit
from core.model.conclusion import softmax
from training.calibrate import fit_temperature
from training.logits import predict_logits
from training.material import Material
from training.networks import finished_network
from training.run import Run

_AT_ONCE = 64


class Answer(NamedTuple):
    """What a network says of one image.

    Parameters
    ----------
    probabilities : mapping of str to float
        By class code.
    """

    probabilities: Mapping[str, float]


class Reply(NamedTuple):
    """What came of one file.

    Parameters
    ----------
    source : Path
        As given.
    outcome : Answer or LentigoError
        The answer, or why there is none.
    """

    source: Path
    outcome: Answer | LentigoError


@dataclass(frozen=True, slots=True)
class RunPredictor:
    """A finished run's network, calibrated on its validation images.

    Parameters
    ----------
    network : keras.Model
        Gives a dict with ``logits``.
    spec : FitSpec
        Its input.
    codes : tuple of str
        Its classes.
    temperature : float
        By which its logits are divided.
    """

    network: keras.Model
    spec: FitSpec
    codes: tuple[str, ...]
    temperature: float

    @classmethod
    def of(cls, run: Run, material: Material) -> RunPredictor:
        """Load a run's network and fit its temperature, as a bundle's is fitted.

        Raises
        ------
        RunError
            If the run is not finished.
        """
        experiment, network = finished_network(run, material)
        height, width = experiment.input_size
        rows = material.rows(material.split.validation)
        logits = predict_logits(network, np.asarray(material.pixels((height, width))[rows]))
        return cls(
            network=network,
            spec=FitSpec(height, width, FitMode.CROP),
            codes=material.codes,
            temperature=fit_temperature(logits, material.labels[rows]),
        )

    def analyse_many(self, sources: Iterable[Path], /) -> Iterator[Reply]:
        """Yield one reply per source, in order."""
        with ImageReader() as reader:
            readings = reader.read_many(sources)
            while part := list(islice(readings, _AT_ONCE)):
                readable = [path for path, found in part if not isinstance(found, ImageError)]
                pixels = [
                    fit(found.pixels, self.spec).pixels
                    for _, found in part
                    if not isinstance(found, ImageError)
                ]
                answers = dict(zip(readable, self._answers(pixels), strict=True))
                for path, found in part:
                    outcome = found if isinstance(found, ImageError) else answers[path]
                    yield Reply(path, outcome)

    def _answers(self, pixels: list[NDArray[np.uint8]]) -> list[Answer]:
        if not pixels:
            return []
        logits = predict_logits(self.network, np.stack(pixels), batch_size=_AT_ONCE)
        rows = [softmax(row, temperature=self.temperature) for row in logits]
        return [Answer(dict(zip(self.codes, row.tolist(), strict=True))) for row in rows]
