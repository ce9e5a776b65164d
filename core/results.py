"""What Lentigo says about one image, the same for the window, the command line and a report."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.explain.hidden import Hidden
    from core.images import Placement
    from core.trust.evidence import Record
    from core.trust.verdicts import Certainty, Decision, Novelty, QualityFinding


class Engine(StrEnum):
    """The runtime that executed the network."""

    TENSORFLOW = "tensorflow"
    ONNXRUNTIME = "onnxruntime"


class Device(StrEnum):
    """The kind of processor that executed the network."""

    CPU = "cpu"
    GPU = "gpu"


class Precision(StrEnum):
    """In what kind of numbers the network was computed."""

    FLOAT32 = "float32"
    BFLOAT16 = "bfloat16"
    INT8 = "int8"


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """Which model answered.

    Parameters
    ----------
    name, version : str
        As on its card.
    sha256 : str
        Checksum of its weights file, 64 hexadecimal digits.
    """

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Caution:
    """Something that a reader of the finding should know.

    Parameters
    ----------
    code : str
        Stable name, for machines.
    message : str
        One sentence for the user.
    """

    code: str
    message: str


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """The finding of one image, with its explanation.

    Parameters
    ----------
    probabilities : Mapping of str to float
        Probability by class code, in the card's order; they sum to 1.
    logits : ndarray of float32
        Raw scores, (classes,), before temperature.
    malignant : float
        Sum of the probabilities of all malignant classes, 0 to 1.
    heat_maps : ndarray of float32
        Signed evidence for each class at each place of the network's input, (classes, rows,
        columns), in logit units; the positive part is Grad-CAM.
    embedding : ndarray of float32
        Pooled features, (channels,), by which images are compared.
    placement : Placement
        Which part of the image the network saw, to map heat back.
    cautions : tuple of Caution
        What a reader should know about this answer.
    model : ModelIdentity
        Which model answered.
    engine : Engine
        The runtime that executed it.
    device : Device
        What it ran on.
    milliseconds : float
        From decoded pixels to this answer.
    prevalence : mapping of str to float, optional
        The stated case mix to which the probabilities were moved, by class code; None where they
        are as calibrated.
    spread : float, optional
        Standard deviation of the finding's probability over turned and mirrored views; None where
        one view was analysed.
    certainty : Certainty, optional
        Of the finding; None where the card has no rule for it. The same for the next three.
    prediction_set : tuple of str, optional
        Codes of the classes that are still possible, the most probable first.
    decision : Decision, optional
        Whether this counts as malignant, at the chosen operating point.
    novelty : Novelty, optional
        How unlike the images that the model knows this one is.
    quality : tuple of QualityFinding
        What about the picture makes its finding less reliable.
    hidden : Hidden, optional
        What is found without the lesion, and without all else; None where nobody asked.
    evidence : tuple of Record, optional
        How often such findings, as calibrated, were right on held-out lesions; None where the card
        has no counts.
    precision : Precision
        In what numbers the network was computed; other than float32 for bulk work alone.

    Raises
    ------
    ValueError
        If the numbers contradict each other; no such analysis may reach a screen.
    """

    probabilities: Mapping[str, float]
    logits: NDArray[np.float32]
    malignant: float
    heat_maps: NDArray[np.float32]
    embedding: NDArray[np.float32]
    placement: Placement
    cautions: tuple[Caution, ...]
    model: ModelIdentity
    engine: Engine
    device: Device
    milliseconds: float
    prevalence: Mapping[str, float] | None = None
    spread: float | None = None
    certainty: Certainty | None = None
    prediction_set: tuple[str, ...] | None = None
    decision: Decision | None = None
    novelty: Novelty | None = None
    quality: tuple[QualityFinding, ...] = ()
    hidden: Hidden | None = None
    evidence: tuple[Record, ...] | None = None
    precision: Precision = Precision.FLOAT32

    def __post_init__(self) -> None:
        values = list(self.probabilities.values())
        if not all(0 <= value <= 1 for value in values) or not math.isclose(
            math.fsum(values), 1, abs_tol=1e-5
        ):
            raise ValueError(f"These are not probabilities of all classes: {values}.")
        if not len(values) == len(self.logits) == len(self.heat_maps):
            raise ValueError("Probabilities, logits and heat maps must be of the same classes.")
        if not 0 <= self.malignant <= 1 + 1e-6:
            raise ValueError(f"{self.malignant} is not a probability.")

    @property
    def finding(self) -> str:
        """Code of the most probable class."""
        return max(self.probabilities, key=lambda code: self.probabilities[code])

    def heat_map(self, code: str, *, versus: str | None = None) -> NDArray[np.float32]:
        """Signed heat map of one class, (rows, columns), in logit units.

        Parameters
        ----------
        code : str
            The class.
        versus : str, optional
            Another: the map then says what speaks for the one rather than for the other. That is
            exact: see `core.explain.methods.grad_cam`.

        Raises
        ------
        KeyError
            If there is no such class.
        """
        order = {name: index for index, name in enumerate(self.probabilities)}
        heat_map: NDArray[np.float32] = self.heat_maps[order[code]]
        return heat_map if versus is None else heat_map - self.heat_maps[order[versus]]
