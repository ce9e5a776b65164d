"""Any picture that a clinic has, as one array of sRGB pixels, or one error that says why not.

`read_image` is the way in. Decoding happens in worker processes with limits on time and memory;
`fit` brings pixels to the network's input and its heat maps back. Importing this package loads no
DICOM or HEIC library.
"""

from __future__ import annotations

from core.images.decoding import decode
from core.images.find import find_images
from core.images.fit import Fitted, fit
from core.images.formats import ImageFormat
from core.images.heat import map_back
from core.images.limits import Limits
from core.images.placement import Box, FitMode, FitSpec, Placement, place
from core.images.reader import ImageReader, Reading
from core.images.record import ImageRecord, Notice, NoticeCode, Picture
from core.images.shared import close_shared_reader, read_image, read_metadata

__all__ = [
    "Box",
    "FitMode",
    "FitSpec",
    "Fitted",
    "ImageFormat",
    "ImageReader",
    "ImageRecord",
    "Limits",
    "Notice",
    "NoticeCode",
    "Picture",
    "Placement",
    "Reading",
    "close_shared_reader",
    "decode",
    "find_images",
    "fit",
    "map_back",
    "place",
    "read_image",
    "read_metadata",
]
