"""A picture that Lentigo drew, as a secondary capture."""

from __future__ import annotations

from datetime import datetime

import numpy as np
from numpy.typing import NDArray
from pydicom import Dataset
from pydicom.uid import SecondaryCaptureImageStorage

from core.dicom.objects import begun
from core.dicom.pixels import add_pixels
from core.dicom.subject import Subject


def capture(pixels: NDArray[np.uint8], subject: Subject, *, title: str, made: datetime) -> Dataset:
    """Return the picture as a DICOM object.

    Parameters
    ----------
    pixels : ndarray of uint8
        sRGB, (height, width, 3).
    subject : Subject
        Whose it is.
    title : str
        What it shows.
    made : datetime
        When it was drawn.
    """
    dataset = begun(SecondaryCaptureImageStorage, subject, modality="OT", made=made, series=2)
    dataset.ConversionType = "WSD"  # workstation
    dataset.DateOfSecondaryCapture = dataset.ContentDate
    dataset.TimeOfSecondaryCapture = dataset.ContentTime
    dataset.SeriesDescription = title[:64]
    dataset.ImageType = ["DERIVED", "SECONDARY"]
    add_pixels(dataset, pixels)
    return dataset
