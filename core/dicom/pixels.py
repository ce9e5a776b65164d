"""Pixels of an object: uncompressed RGB, which every reader shows in the right colours."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import ImageCms
from pydicom import Dataset


def add_pixels(dataset: Dataset, pixels: NDArray[np.uint8]) -> None:
    """Put pixels into an object.

    Parameters
    ----------
    dataset : Dataset
        The object.
    pixels : ndarray of uint8
        sRGB, (height, width, 3).
    """
    dataset.Rows, dataset.Columns = pixels.shape[:2]
    dataset.SamplesPerPixel = 3
    dataset.PhotometricInterpretation = "RGB"
    dataset.PlanarConfiguration = 0
    dataset.BitsAllocated = dataset.BitsStored = 8
    dataset.HighBit = 7
    dataset.PixelRepresentation = 0
    # The standard asks whether what is burned in identifies the patient; words of a legend do not.
    dataset.BurnedInAnnotation = "NO"
    dataset.ICCProfile = _srgb()
    dataset.ColorSpace = "SRGB"
    content = np.ascontiguousarray(pixels).tobytes()
    dataset.PixelData = content + b"\0" * (len(content) % 2)
    dataset["PixelData"].VR = "OB"


def _srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
