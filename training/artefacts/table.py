"""All artefacts, by name and degree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.artefacts import camera, geometry, skin

Pixels = NDArray[np.uint8]
Draw = Callable[[Pixels, float, np.random.Generator], Pixels]

SEED = 2018


class ArtefactName(StrEnum):
    """Stable names, for machines."""

    INK = "ink"
    RULER = "ruler"
    HAIR = "hair"
    FRAME = "frame"
    ROTATION = "rotation"
    JPEG = "jpeg"
    DARKER = "darker"
    BRIGHTER = "brighter"
    CAST = "cast"
    BLUR = "blur"
    SHRINKING = "shrinking"


@dataclass(frozen=True, slots=True)
class Artefact:
    """One way of spoiling pictures.

    Parameters
    ----------
    title : str
        For people; ``{}`` stands for the degree.
    degrees : tuple of float
        From slight to severe.
    draw : callable
        Spoils pixels to a degree, with the given source of randomness.
    """

    title: str
    degrees: tuple[float, ...]
    draw: Draw

    def label(self, degree: float) -> str:
        """Say artefact and degree, for people."""
        return self.title.format(f"{degree:g}")


ARTEFACTS: Final[Mapping[ArtefactName, Artefact]] = {
    ArtefactName.INK: Artefact("ink, an arc of {}°", (45, 120, 300), skin.inked),
    ArtefactName.RULER: Artefact("ruler along {} of 4 edges", (1, 2, 4), skin.ruled),
    ArtefactName.HAIR: Artefact("{} hairs", (15, 60, 120), skin.hairy),
    ArtefactName.FRAME: Artefact(
        "black beyond {} of half the width", (1.1, 1.0, 0.85), skin.framed
    ),
    ArtefactName.ROTATION: Artefact("turned by {}°", (10, 45, 90), geometry.turned),
    ArtefactName.JPEG: Artefact("JPEG quality {}", (50, 25, 10), camera.compressed),
    ArtefactName.DARKER: Artefact("exposure {} stops", (-0.5, -1, -2), camera.exposed),
    ArtefactName.BRIGHTER: Artefact("exposure +{} stops", (0.25, 0.5, 1), camera.exposed),
    ArtefactName.CAST: Artefact("colour cast, a channel by {}", (0.1, 0.2, 0.4), camera.tinted),
    ArtefactName.BLUR: Artefact("blur, {} / 256 of the width", (1, 2, 4), camera.blurred),
    ArtefactName.SHRINKING: Artefact("shorter side of {} pixels", (120, 90, 60), camera.shrunk),
}


def spoiled(
    pixels: Pixels, name: ArtefactName, *, degree: float, number: int, seed: int = SEED
) -> Pixels:
    """Spoil a picture, always in the same way.

    Parameters
    ----------
    pixels : ndarray of uint8
        sRGB, (height, width, 3); left as it is.
    name : ArtefactName
        How.
    degree : float
        How much, in the artefact's own unit.
    number : int
        Of the picture: each is drawn upon differently, but at all degrees alike.
    seed : int
        Of the drawing.
    """
    rng = np.random.default_rng([seed, list(ArtefactName).index(name), number])
    return ARTEFACTS[name].draw(pixels, degree, rng)
