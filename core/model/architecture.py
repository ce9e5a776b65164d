"""What has to be known of the network before any machine-learning library is loaded."""

from __future__ import annotations

from dataclasses import dataclass

BLOCKS: tuple[tuple[int, int], ...] = ((2, 64), (2, 128), (3, 256), (3, 512), (3, 512))
"""VGG16's five blocks as (convolutions, channels) [1]_.

References
----------
.. [1] Simonyan, Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition",
   ICLR 2015, doi:10.48550/arXiv.1409.1556.
"""


@dataclass(frozen=True, slots=True)
class Architecture:
    """What has to be known to build the network before its weights are loaded.

    Parameters
    ----------
    height, width : int
        Input size in pixels.
    classes : int
        Number of classes.
    hidden : int, optional
        Units of a ReLU layer between pooling and logits; none by default.
    blocks : tuple of (int, int)
        Convolutions and channels per block. Other than `BLOCKS` only in tests.
    """

    height: int
    width: int
    classes: int
    hidden: int | None = None
    blocks: tuple[tuple[int, int], ...] = BLOCKS
