"""A picture as a Dermoscopic Photography or VL Photographic image object.

References
----------
.. [1] NEMA, DICOM PS3.3, A.32.4 (VL Photographic Image IOD) and A.32.11 (Dermoscopic Photography
   Image IOD), https://dicom.nema.org/medical/dicom/current/output/html/part03.html.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pydicom import Dataset
from pydicom.sequence import Sequence
from pydicom.sr.codedict import codes
from pydicom.uid import (
    DermoscopicPhotographyImageStorage,
    VLPhotographicImageStorage,
    generate_uid,
)

from core.dicom.kinds import Kind
from core.dicom.objects import begun, coded
from core.dicom.pixels import add_pixels
from core.dicom.subject import Subject

_CLASSES: Final = {
    Kind.DERMOSCOPIC: (DermoscopicPhotographyImageStorage, "DMS"),
    Kind.PHOTOGRAPHIC: (VLPhotographicImageStorage, "XC"),
}


def photograph(
    pixels: NDArray[np.uint8],
    subject: Subject,
    *,
    kind: Kind,
    made: datetime,
    compression: float | None = None,
    spacing_mm: tuple[float, float] | None = None,
) -> Dataset:
    """Return the picture as a DICOM object; no patient data comes from the picture's file.

    Parameters
    ----------
    pixels : ndarray of uint8
        sRGB, (height, width, 3).
    subject : Subject
        Whose it is.
    kind : Kind
        Through a dermatoscope, or not.
    made : datetime
        When the object is written.
    compression : float, optional
        To which fraction the picture was once compressed with loss, which stays lost; None where
        it was not.
    spacing_mm : (float, float), optional
        Distance between rows and between columns, millimetres.
    """
    sop_class, modality = _CLASSES[kind]
    dataset = begun(sop_class, subject, modality=modality, made=made, series=1)
    dataset.ImageType = ["ORIGINAL", "PRIMARY"]
    dataset.AcquisitionContextSequence = Sequence()
    dataset.LossyImageCompression = "00" if compression is None else "01"
    if compression is not None:
        dataset.LossyImageCompressionRatio = round(compression, 2)
        dataset.LossyImageCompressionMethod = "ISO_10918_1"
    if spacing_mm is not None:
        dataset.PixelSpacing = list(spacing_mm)
    if kind is Kind.DERMOSCOPIC:
        _add_dermoscopy(dataset)
    add_pixels(dataset, pixels)
    return dataset


def _add_dermoscopy(dataset: Dataset) -> None:
    """Add what a dermoscopic image must say; what nobody has told is empty."""
    dataset.RecognizableVisualFeatures = "NO"  # skin at ten times its size shows no face
    del dataset.Laterality  # ImageLaterality says it
    dataset.FrameOfReferenceUID = generate_uid(prefix=None)
    dataset.PositionReferenceIndicator = None
    for untold in ("LightSourcePolarization", "EmitterColorTemperature", "ContactMethod"):
        setattr(dataset, untold, None)
    dataset.OpticalMagnificationFactor = None
    dataset.AnatomicRegionSequence = Sequence([coded(codes.SCT.Skin)])
    dataset.ImageLaterality = "U"
