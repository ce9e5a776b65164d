"""The eight patterns, each drawn into skin from the structures a dermatoscopist names.

A phantom is named after its pattern, never after a disease: nobody has diagnosed it.

References
----------
.. [1] Kittler et al., "Standardization of terminology in dermoscopy/dermatoscopy: Results of the
   third consensus conference of the International Society of Dermoscopy", J. Am. Acad. Dermatol.
   74, 1093-1106 (2016), doi:10.1016/j.jaad.2015.12.038.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.phantoms.canvas import Canvas, clods, network
from core.phantoms.noise import honeycomb, smooth_noise, smoothstep, soften
from core.phantoms.skin import Ink

Place = NDArray[np.float64]


class PhantomKind(StrEnum):
    """The pattern a phantom shows."""

    RETICULAR = "reticular"
    GLOBULAR = "globular"
    MULTICOMPONENT = "multicomponent"
    MILIA_CYSTS = "milia-cysts"
    LACUNAE = "lacunae"
    CENTRAL_WHITE = "central-white"
    BRANCHING_VESSELS = "branching-vessels"
    SCALE = "scale"


def _reticular(canvas: Canvas) -> None:
    inside, middle = canvas.mask(0.3), smoothstep(canvas.depth, 0.1, 0.9)
    body = inside * (0.24 + 0.22 * middle + 0.09 * canvas.noise(60))
    lines = network(canvas, cell=9.5, line=0.24, patchy=0.5) * inside * (0.55 - 0.2 * middle)
    dark = 0.55 * smoothstep(canvas.depth + 0.16 * canvas.noise(40), 0.45, 1.0)
    canvas.tissue.melanin += np.maximum(body + lines + dark, 0)
    canvas.tissue.blood += 0.07 * inside


def _globular(canvas: Canvas) -> None:
    inside, middle = canvas.mask(0.16), smoothstep(canvas.depth, 0.0, 0.7)
    body = inside * (0.38 + 0.3 * middle + 0.12 * canvas.noise(60) + 0.05 * canvas.noise(10))
    globules, rank = clods(canvas, cell=12.5, size=0.42, share=0.8)
    canvas.tissue.melanin += np.maximum(body + inside * globules * (0.25 + 0.5 * rank), 0)
    canvas.tissue.blood += 0.1 * inside


def _multicomponent(canvas: Canvas) -> None:
    inside = canvas.mask(0.09)
    blotch = smoothstep(canvas.noise(95), -0.4, 1.4)
    body = inside * (0.34 + 1.15 * blotch + 0.16 * canvas.noise(26))
    lines = network(canvas, cell=13, line=0.3, patchy=0.8) * inside * (0.75 - 0.6 * blotch)
    rim = smoothstep(np.abs(canvas.depth - 0.08), 0.26, 0.02) * smoothstep(canvas.noise(90), 0, 1)
    dots, rank = clods(canvas, cell=11, size=0.36, share=0.5)
    canvas.tissue.melanin += np.maximum(body + lines + dots * rim * (0.6 + 1.1 * rank), 0)
    canvas.tissue.blood += inside * (0.1 + 0.3 * smoothstep(canvas.noise(80), 0.1, 1.6))
    deep = smoothstep(canvas.depth, 0.1, 0.6) * smoothstep(canvas.noise(110), -0.5, 1.2)
    canvas.tissue.veil += 0.8 * deep * np.clip(1 + 0.15 * canvas.noise(14), 0, 1.2)
    regress = smoothstep(canvas.noise(100), 0.3, 1.9) * smoothstep(canvas.depth, 0.0, 0.4)
    canvas.tissue.white += 0.4 * regress * (1 - deep)


def _milia_cysts(canvas: Canvas) -> None:
    inside = canvas.mask(0.04)
    furrow = smoothstep(
        np.abs(smooth_noise(canvas.rng, canvas.shape, scale=38 * canvas.unit)), 0.3, 0
    )
    body = inside * (0.5 + 0.2 * canvas.noise(90) + 0.1 * canvas.noise(14) + 0.26 * furrow)
    pores, deep = clods(canvas, cell=30, size=0.2, share=0.42)
    canvas.tissue.melanin += np.maximum(body + inside * pores * (0.7 + 0.9 * deep), 0)
    cysts, bright = clods(canvas, cell=27, size=0.17, share=0.4)
    glow = soften(cysts, passes=max(1, round(5 * canvas.unit)))
    canvas.tissue.white += inside * (1 - pores) * glow * (0.45 + 0.5 * bright)
    canvas.tissue.white += inside * 0.13 * smoothstep(canvas.noise(22), 0.2, 1.8)


def _lacunae(canvas: Canvas) -> None:
    inside = canvas.mask(0.1)
    lagoons, rank = clods(canvas, cell=34, size=0.47, share=0.95, jitter=0.3)
    lagoons = soften(lagoons, passes=max(1, round(4 * canvas.unit))) * inside
    dark = smoothstep(rank, 0.5, 1.0)
    shade = np.clip(1 + 0.2 * canvas.noise(24), 0.5, 1.5)
    canvas.tissue.blood += inside * (0.5 + 0.08 * canvas.noise(30))
    canvas.tissue.blood += lagoons * shade * (0.45 + 0.7 * dark)
    canvas.tissue.melanin += lagoons * (0.1 + 0.5 * dark) * shade
    canvas.tissue.veil += inside * (0.06 + 0.22 * smoothstep(canvas.noise(70), 0.0, 1.6))
    canvas.tissue.white += inside * 0.2 * smoothstep(canvas.noise(60), 0.2, 1.8)


def _central_white(canvas: Canvas) -> None:
    inside, ring = canvas.mask(0.34), smoothstep(canvas.depth, 0.8, 0.15)
    lines = network(canvas, cell=8.5, line=0.22, patchy=0.4) * inside * ring * 0.26
    body = inside * (0.3 * ring + 0.12 + 0.05 * canvas.noise(50))
    canvas.tissue.melanin += np.maximum(body + lines, 0)
    canvas.tissue.blood += inside * 0.13
    scar = smoothstep(canvas.depth + 0.12 * canvas.noise(40), 0.35, 0.95)
    strands = smoothstep(np.abs(canvas.noise(20)), 0.4, 0.0)
    canvas.tissue.white += scar * (0.3 + 0.4 * strands)


def _branching_vessels(canvas: Canvas) -> None:
    inside = canvas.mask(0.2)
    canvas.tissue.blood += inside * (0.15 + 0.05 * canvas.noise(50))
    canvas.tissue.white += inside * (0.2 + 0.06 * canvas.noise(55))
    ink, middle = Ink(canvas.shape), np.array(canvas.shape[::-1]) / 2
    first = canvas.rng.uniform(0, 2 * np.pi)
    for angle in first + np.arange(5) * 1.3:
        out = np.array([np.cos(angle), np.sin(angle)])
        start = middle + out * canvas.rng.uniform(0.27, 0.33) * min(canvas.shape)
        inward = angle + np.pi + canvas.rng.choice([-1, 1]) * canvas.rng.uniform(0.4, 0.9)
        _grow(canvas, ink, start, inward, width=3.0)
    canvas.tissue.blood += 1.05 * soften(ink.coverage(), passes=1) * canvas.mask(0.3)
    nests, rank = clods(canvas, cell=44, size=0.34, share=0.6)
    nests = soften(nests, passes=max(1, round(8 * canvas.unit)))
    nests *= smoothstep(np.abs(canvas.depth - 0.22), 0.34, 0.08)
    canvas.tissue.veil += nests * (0.6 + 0.3 * np.clip(rank, 0, 1))
    canvas.tissue.melanin += 0.45 * nests


def _grow(canvas: Canvas, ink: Ink, start: Place, angle: float, *, width: float) -> None:
    """Draw one vessel that wanders, and its branches, each thinner than its stem."""
    rng, step = canvas.rng, 3.6 * canvas.unit
    turns = np.cumsum(rng.normal(0, 0.17, max(6, round(11 * width)))) + angle
    path = start + np.cumsum(np.stack([np.cos(turns), np.sin(turns)], 1) * step, 0)
    ink.stroke(path, width=width * canvas.unit)
    if width > 0.9:
        for at in rng.integers(4, len(path) - 1, 2):
            side = rng.choice([-1, 1]) * rng.uniform(0.5, 1.0)
            _grow(canvas, ink, path[at], float(turns[at]) + side, width=width * 0.58)


def _scale(canvas: Canvas) -> None:
    inside = canvas.mask(0.3)
    cells = honeycomb(canvas.rng, canvas.shape, cell=19 * canvas.unit, jitter=0.45, warp=0.4)
    between = smoothstep(cells.nearest, 0.1, 0.6) * np.clip(1 + 0.4 * canvas.noise(50), 0, 2)
    canvas.tissue.blood += inside * (0.2 + 0.24 * between + 0.07 * canvas.noise(40))
    canvas.tissue.melanin += inside * np.maximum(0.1 + 0.1 * canvas.noise(70), 0)
    canvas.tissue.white += 0.16 * inside * smoothstep(cells.nearest, 0.3, 0.1)
    ragged = canvas.noise(34) + 0.55 * canvas.noise(9)
    canvas.tissue.white += 0.55 * inside * smoothstep(ragged, 0.6, 1.9)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a pattern's outline is formed and who draws it (see `lesion_depth`)."""

    draw: Callable[[Canvas], None]
    radius: float
    irregular: float
    rough: float


RECIPES = {
    PhantomKind.RETICULAR: Recipe(_reticular, 0.31, 0.06, 0.045),
    PhantomKind.GLOBULAR: Recipe(_globular, 0.27, 0.06, 0.04),
    PhantomKind.MULTICOMPONENT: Recipe(_multicomponent, 0.31, 0.13, 0.06),
    PhantomKind.MILIA_CYSTS: Recipe(_milia_cysts, 0.33, 0.07, 0.03),
    PhantomKind.LACUNAE: Recipe(_lacunae, 0.27, 0.06, 0.03),
    PhantomKind.CENTRAL_WHITE: Recipe(_central_white, 0.31, 0.05, 0.05),
    PhantomKind.BRANCHING_VESSELS: Recipe(_branching_vessels, 0.32, 0.08, 0.05),
    PhantomKind.SCALE: Recipe(_scale, 0.31, 0.09, 0.08),
}
