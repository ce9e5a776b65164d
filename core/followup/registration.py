"""Lays the newer image of a lesion onto the older, or says that it cannot be done.

Measured on HAM10000, which has several images of many lesions: `docs/followup.md` has the figures.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.errors import NotRegistrable
from core.followup.alignment import Alignment
from core.followup.drawing import reduced, warped
from core.followup.matching import common_points, details_of
from core.followup.outline import lesion_mask
from core.followup.similarity import best_similarity
from core.language import counted, marked, say

Pixels = NDArray[np.uint8]
Points = NDArray[np.float64]

FEWEST_POINTS: Final = 12
"""Agreeing details from which on an alignment is believed; images of two lesions share up to 5."""
LARGEST_SCALE: Final = 4.0
"""Nobody photographs a lesion four times as large, or a quarter as large, as before."""

FEWEST_ELSEWHERE: Final = 4
"""So many of these lie off any one line; images of two lesions with one label share up to 2."""

_LINE: Final = 0.03  # of the shorter side: letters of a label lie within it of its middle
_LOOKED_AT: Final = 100  # points; their pairs are many enough
_RIM: Final = 0.06  # of the shorter side: pale borders of the lesion move with it
_ELSEWHERE: Final = marked("Compare the images side by side instead.")


def register(older: Pixels, newer: Pixels) -> Alignment:
    """Find how the newer image lies on the older.

    The skin around the lesion decides, if it shows enough: details of the lesion itself would fit
    its growth away. Only where it does not, they count as well.

    Parameters
    ----------
    older, newer : ndarray of uint8
        sRGB, (height, width, 3), of any sizes.

    Raises
    ------
    NotRegistrable
        If too few details agree, or only at a scale at which nobody photographs.
    """
    before = details_of(older)
    source, target = common_points(details_of(newer), before)
    side = min(older.shape[:2])
    skin = _outside(newer, source) & _outside(older, target)
    try:
        return _fit(source[skin], target[skin], longer=before.side, side=side, on_skin=True)
    except NotRegistrable:
        return _fit(source, target, longer=before.side, side=side, on_skin=False)


def laid_onto(older: Pixels, newer: Pixels, alignment: Alignment) -> Pixels:
    """Draw the newer image as it lies on the older.

    Returns
    -------
    ndarray of uint8
        RGBA, (height, width, 4) of the older; transparent where the newer does not reach.
    """
    picture, matrix = newer, alignment.matrix.copy()
    if alignment.scale < 0.5:  # else most pixels would be skipped
        picture = reduced(newer, alignment.scale)
        matrix[:, 0] *= newer.shape[1] / picture.shape[1]
        matrix[:, 1] *= newer.shape[0] / picture.shape[0]
    whole = np.full(picture.shape[:2], 255, np.uint8)
    return warped(np.dstack([picture, whole]), matrix, size=older.shape[:2])


def _outside(pixels: Pixels, points: Points) -> NDArray[np.bool_]:
    """Tell which points, (count, 2), lie well outside of the lesion."""
    mask = lesion_mask(pixels, margin=_RIM)
    columns, rows = np.floor(points).astype(int).T
    height, width = mask.shape
    return np.asarray(~mask[rows.clip(0, height - 1), columns.clip(0, width - 1)])


def _fit(source: Points, target: Points, *, longer: int, side: int, on_skin: bool) -> Alignment:
    best = best_similarity(source, target, side=longer)
    if best is None:
        raise _too_few(0)
    matrix, agreeing = best
    # One detail that many others resemble is still only one.
    count = len(np.unique(target[agreeing].round(), axis=0))
    if count < FEWEST_POINTS:
        raise _too_few(count)
    error = _error(matrix, source[agreeing], target[agreeing])
    found = Alignment(matrix, count, len(source), error, on_skin)
    _require_plausible(found, target[agreeing], side)
    return found


def _error(matrix: Points, source: Points, target: Points) -> float:
    gaps = source @ matrix[:, :2].T + matrix[:, 2] - target
    return float(np.sqrt((gaps**2).sum(axis=1).mean()))


def _require_plausible(found: Alignment, points: Points, side: int) -> None:
    if not 1 / LARGEST_SCALE <= found.scale <= LARGEST_SCALE:
        raise NotRegistrable(
            say(
                "These images cannot be aligned: they only fit with one enlarged {times} "
                "times, which is not plausible. {elsewhere}",
                times=_times(found),
                elsewhere=say(_ELSEWHERE),
            ),
            value=found.scale,
        )
    # Along a line lie the letters of a label or the marks of a ruler, which are not the lesion; a
    # few details that happen to agree with them do not make it one.
    if _off_any_line(points, width=_LINE * side) < FEWEST_ELSEWHERE:
        raise NotRegistrable(
            say(
                "These images cannot be aligned: what they share lies on one line or spot. "
                "{elsewhere}",
                elsewhere=say(_ELSEWHERE),
            ),
            value=found.points,
        )


def _off_any_line(points: Points, *, width: float) -> int:
    """Count the points that are farther than `width` from the line near which most lie."""
    several = np.unique(points.round(), axis=0)
    several = several[:: -(-len(several) // _LOOKED_AT)]
    first, second = np.triu_indices(len(several), 1)
    along = several[second] - several[first]
    across = np.column_stack([-along[:, 1], along[:, 0]]) / np.hypot(*along.T)[:, None]
    places = across @ several.T - (across * several[first]).sum(axis=1)[:, None]
    return len(several) - int((np.abs(places) <= width).sum(axis=1).max())


def _times(found: Alignment) -> str:
    return f"{max(found.scale, 1 / max(found.scale, 1e-3)):.0f}"


def _too_few(count: int) -> NotRegistrable:
    return NotRegistrable(_too_few_words(count), value=count)


def _too_few_words(count: int) -> str:
    if not count:
        return say(
            "These images cannot be aligned: no details were found in both, and {fewest} are "
            "needed. {elsewhere}",
            fewest=FEWEST_POINTS,
            elsewhere=say(_ELSEWHERE),
        )
    return counted(
        "These images cannot be aligned: {count} detail was found in both, and {fewest} are "
        "needed. {elsewhere}",
        "These images cannot be aligned: {count} details were found in both, and {fewest} are "
        "needed. {elsewhere}",
        count=count,
        fewest=FEWEST_POINTS,
        elsewhere=say(_ELSEWHERE),
    )
