"""How far a share that was counted can be from the one that is meant."""

from __future__ import annotations

import math
from typing import Final

Z95: Final = 1.959964
"""Standard deviations on either side that hold 95 % of a normal distribution."""


def wilson(right: float, count: int) -> tuple[float, float]:
    """Return Wilson's 95 % score interval of a share [1]_.

    Unlike the usual one it stays between 0 and 1 and says something where all or none are right.

    Parameters
    ----------
    right : float
        How many of the trials were right, 0 to `count`.
    count : int
        Independent trials, 1 or more.

    Returns
    -------
    tuple of float
        Low and high end, 0 to 1.

    References
    ----------
    .. [1] Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
       J. Am. Stat. Assoc. 22(158), 1927, doi:10.1080/01621459.1927.10502953.
    """
    share, squared = right / count, Z95**2
    centre = share + squared / (2 * count)
    half = Z95 * math.sqrt(share * (1 - share) / count + squared / (4 * count**2))
    whole = 1 + squared / count
    low, high = (centre - half) / whole, (centre + half) / whole
    # Where all or none are right, rounding would leave the share itself outside.
    return max(0.0, min(share, low)), min(1.0, max(share, high))
