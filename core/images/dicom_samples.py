"""From DICOM's stored samples to the 8 bits that a screen shows.

References
----------
DICOM PS3.3 C.7.6.3 (image pixel), C.11.1 (modality LUT), C.11.2 (VOI LUT).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from pydicom.multival import MultiValue
from pydicom.pixels.processing import apply_color_lut, apply_modality_lut, apply_voi

from core.images.depth import Levels
from core.images.record import Notice, NoticeCode
from core.language import say

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pydicom.dataset import Dataset

_BYTE: Final = 8


def to_8_bit(
    samples: NDArray[np.generic], dataset: Dataset, notices: list[Notice]
) -> NDArray[np.uint8]:
    """Apply palette, rescaling, window and polarity.

    Parameters
    ----------
    samples : NDArray
        Shape (rows, columns) or (rows, columns, 3), RGB where the file had YBR; any integer or
        float type.
    dataset : Dataset
        Where they come from.
    notices : list of Notice
        Grows if black and white had to be guessed.

    Returns
    -------
    NDArray[np.uint8]
        Grey (rows, columns) or RGB (rows, columns, 3).
    """
    if dataset.PhotometricInterpretation == "PALETTE COLOR":
        return _byte_range(apply_color_lut(samples, dataset))
    if samples.ndim > 2:
        return Levels(0, 2 ** int(dataset.BitsStored) - 1).apply(samples)
    grey = _grey(samples, dataset, notices)
    return 255 - grey if dataset.PhotometricInterpretation == "MONOCHROME1" else grey


def _byte_range(colours: NDArray[np.generic]) -> NDArray[np.uint8]:
    # Some writers declare 16-bit palettes and fill in 8 bits.
    deep = colours.dtype.itemsize > 1 and colours.max(initial=0) > 255
    return Levels(0, 65535 if deep else 255).apply(colours)


def _grey(
    samples: NDArray[np.generic], dataset: Dataset, notices: list[Notice]
) -> NDArray[np.uint8]:
    values = apply_modality_lut(samples, dataset)
    if dataset.get("VOILUTSequence"):
        table = dataset.VOILUTSequence[0]
        return Levels(0, 2 ** int(table.LUTDescriptor[2]) - 1).apply(apply_voi(values, dataset))
    if dataset.get("WindowWidth") is not None and dataset.get("WindowCenter") is not None:
        return _windowed(values, dataset)
    if values is samples and int(dataset.BitsStored) <= _BYTE and samples.min() >= 0:
        return Levels(0, 2 ** int(dataset.BitsStored) - 1).apply(samples)
    message = say(
        "The file does not say what black and white are; its darkest and brightest values "
        "were taken."
    )
    notices.append(Notice(NoticeCode.RANGE_STRETCHED, message))
    return Levels(float(values.min()), float(values.max())).apply(values)


def _windowed(values: NDArray[np.generic], dataset: Dataset) -> NDArray[np.uint8]:
    """Apply the first window; its function is linear unless the file says otherwise."""
    centre, width = _first(dataset.WindowCenter), _first(dataset.WindowWidth)
    function = str(dataset.get("VOILUTFunction") or "LINEAR")
    if function == "SIGMOID":
        exponent = -4 * (values.astype(np.float32) - centre) / width
        return Levels(0, 1).apply(1 / (1 + np.exp(exponent.clip(-80, 80))))
    if function == "LINEAR":
        centre, width = centre - 0.5, max(width - 1, 1e-6)
    return Levels(centre - width / 2, centre + width / 2).apply(values)


def _first(value: float | MultiValue[float]) -> float:
    return float(value[0] if isinstance(value, MultiValue) else value)
