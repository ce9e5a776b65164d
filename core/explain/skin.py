"""What to paint over a place so that nothing is there: the skin around the lesion.

Black or grey, which explanation methods usually paint, would look like pigment or a veil.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from core.explain.methods.interface import View

_FRAME: Final = 0.12  # of the shorter side: lesions are photographed in the middle
_BLACK: Final = 64  # the brightest channel of skin is above this wherever light falls on it
_ENOUGH: Final = 0.05  # share of the frame that must be lit to tell the colour of skin


def surrounding_colour(view: View) -> NDArray[np.uint8]:
    """Estimate the colour of the skin around the lesion.

    Parameters
    ----------
    view : View
        The image as the network sees it.

    Returns
    -------
    ndarray of uint8
        RGB, (3,): the median of a frame along the image's edges, an eighth of its shorter side
        wide, without what a dermatoscope's round field leaves black. A few hairs do not move a
        median.
    """
    image = view.pixels[view.inside]
    width = max(1, round(_FRAME * min(image.shape[:2])))
    frame = np.ones(image.shape[:2], np.bool_)
    frame[width:-width, width:-width] = False
    colours = image[frame]
    lit = colours.max(axis=1) > _BLACK
    chosen = colours[lit] if lit.mean() > _ENOUGH else colours
    return np.asarray(np.rint(np.median(chosen, axis=0)), np.uint8)
