"""How far a view of an image may differ from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AugmentationSettings:
    """How far a view may differ from its image.

    Parameters
    ----------
    rotation : float
        Largest rotation to either side, degrees. A dermoscopic image has no "up".
    zoom : tuple of float
        Least and largest side of the shown region, as a share of the image's.
    stretch : float
        Largest relative change of the aspect ratio.
    shift : float
        Largest shift to either side, as a share of the image's size.
    brightness, contrast, saturation : float
        Largest relative change.
    hue : float
        Largest relative change of one colour channel against the others (white balance).
    flips : tuple of bool
        Whether images are mirrored left to right, and top to bottom, every second time each.
    erasing : float
        Probability that a rectangle of an image is painted over with its mean colour [1]_.
    mixup, cutmix : float
        Probability that an image is blended with another of its batch [2]_, or gets a rectangle of
        it [3]_; the label goes along by its share.

    References
    ----------
    .. [1] Zhong et al., "Random Erasing Data Augmentation", AAAI 2020,
       doi:10.1609/aaai.v34i07.7000.
    .. [2] Zhang et al., "mixup: Beyond Empirical Risk Minimization", ICLR 2018,
       doi:10.48550/arXiv.1710.09412.
    .. [3] Yun et al., "CutMix", ICCV 2019, doi:10.1109/ICCV.2019.00612.
    """

    rotation: float = 180.0
    zoom: tuple[float, float] = (0.7, 1.05)
    stretch: float = 0.1
    shift: float = 0.08
    brightness: float = 0.15
    contrast: float = 0.2
    saturation: float = 0.2
    hue: float = 0.06
    flips: tuple[bool, bool] = (True, True)
    erasing: float = 0.0
    mixup: float = 0.0
    cutmix: float = 0.0


STILL = AugmentationSettings(
    rotation=0.0,
    zoom=(1.0, 1.0),
    stretch=0.0,
    shift=0.0,
    brightness=0.0,
    contrast=0.0,
    saturation=0.0,
    hue=0.0,
    flips=(False, False),
)
"""Images as they are."""
