"""The adapter to pydicom and its decoders: photographs, dermoscopy, secondary captures."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image
from pydicom import dcmread
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.pixels.decoders.base import get_decoder
from pydicom.pixels.utils import pixel_array
from pydicom.uid import (
    UID,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEGBaseline8Bit,
    JPEGExtended12Bit,
)

from core.errors import TruncatedImage, UnsupportedFormat
from core.images.dicom_samples import to_8_bit
from core.images.frame import Frame
from core.language import say

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.images.limits import Limits
    from core.images.record import Notice

_PIXELS: Final = ("PixelData", "FloatPixelData", "DoubleFloatPixelData")
# On the patient; ImagerPixelSpacing lies on the sensor, NominalScannedPixelSpacing on a film.
_SPACING: Final = "PixelSpacing"
_SAMPLES: Final = (1, 3)
_JPEG: Final = (JPEGBaseline8Bit, JPEGExtended12Bit)
_BYTE: Final = 8


def read_dicom(data: bytes, *, limits: Limits) -> Frame:
    """Decode the first frame of a DICOM file.

    Parameters
    ----------
    data : bytes
        The whole file, with or without preamble.
    limits : Limits
        Checked before pixels are decoded.

    Returns
    -------
    Frame
        Mode L or RGB.

    Raises
    ------
    UnsupportedFormat
        If the file holds no image, or one in a compression that no decoder here knows.
    TruncatedImage
        If the file ends before its pixels do.
    ImageTooLarge
        If the header claims more than the limits.
    Exception
        Whatever the decoders make of damaged bytes.
    """
    dataset = _parse(data)
    _require_pixels(dataset)
    width, height = int(dataset.Columns), int(dataset.Rows)
    limits.check_size(width, height)
    _require_whole(dataset)
    notices: list[Notice] = []
    samples = to_8_bit(_first_frame(dataset), dataset, notices)
    return Frame(
        Image.fromarray(samples),
        width,
        height,
        mode=str(dataset.PhotometricInterpretation),
        bits=int(dataset.BitsStored),
        profile=_profile(dataset),
        frames=int(dataset.get("NumberOfFrames") or 1),
        spacing_mm=_spacing(dataset),
        notices=notices,
    )


def _parse(data: bytes) -> Dataset:
    dataset = dcmread(BytesIO(data), force=True)
    if "TransferSyntaxUID" not in dataset.file_meta:
        # Old archives write data sets without the file's header. pydicom has then guessed well.
        implicit, _ = dataset.original_encoding
        dataset.file_meta = FileMetaDataset()
        dataset.file_meta.TransferSyntaxUID = (
            ImplicitVRLittleEndian if implicit else ExplicitVRLittleEndian
        )
    return dataset


def _require_pixels(dataset: Dataset) -> None:
    if any(keyword in dataset for keyword in _PIXELS):
        return
    if "Rows" in dataset or _should_have_pixels(dataset):
        raise TruncatedImage(say("The DICOM file ends before its picture begins; copy it again."))
    raise UnsupportedFormat(say("This DICOM file holds no picture, but another kind of document."))


def _should_have_pixels(dataset: Dataset) -> bool:
    kind = dataset.file_meta.get("MediaStorageSOPClassUID") or dataset.get("SOPClassUID")
    # A cut identifier has no name either.
    return kind is None or "Image" in UID(kind).name or not UID(kind).type


def _require_whole(dataset: Dataset) -> None:
    if int(dataset.SamplesPerPixel) not in _SAMPLES:
        count = int(dataset.SamplesPerPixel)
        raise UnsupportedFormat(
            say("DICOM pictures of {count} channels are not supported.", count=count)
        )
    if dataset.file_meta.TransferSyntaxUID.is_encapsulated:
        return
    if "PixelData" in dataset and len(dataset.PixelData) < _expected_bytes(dataset):
        raise TruncatedImage(
            say("The DICOM file ends before its picture is complete; copy it again.")
        )


def _expected_bytes(dataset: Dataset) -> int:
    """Bytes that the first frame takes, uncompressed."""
    samples = int(dataset.Rows) * int(dataset.Columns) * int(dataset.SamplesPerPixel)
    if dataset.PhotometricInterpretation == "YBR_FULL_422":
        samples = samples * 2 // 3
    return samples * int(dataset.BitsAllocated) // 8


def _first_frame(dataset: Dataset) -> NDArray[np.generic]:
    syntax = dataset.file_meta.TransferSyntaxUID
    if syntax.is_encapsulated and not _is_decodable(dataset):
        message = say(
            "Lentigo cannot read DICOM pictures compressed as “{name}”; export the picture "
            "uncompressed.",
            name=syntax.name,
        )
        raise UnsupportedFormat(message, value=str(syntax))
    # pydicom would offer what Pillow finds damaged to GDCM, which then often aborts.
    plugin = "pillow" if syntax in _JPEG else ""
    return pixel_array(dataset, index=0, decoding_plugin=plugin)


def _is_decodable(dataset: Dataset) -> bool:
    syntax = dataset.file_meta.TransferSyntaxUID
    if syntax == JPEGExtended12Bit and int(dataset.BitsStored) > _BYTE:
        return False
    try:
        return get_decoder(syntax).is_available
    except NotImplementedError:
        return False


def _profile(dataset: Dataset) -> bytes | None:
    if int(dataset.SamplesPerPixel) == 1 and dataset.PhotometricInterpretation != "PALETTE COLOR":
        return None
    paths = dataset.get("OpticalPathSequence") or [Dataset()]
    profile = dataset.get("ICCProfile") or paths[0].get("ICCProfile")
    return bytes(profile) if isinstance(profile, bytes) else None


def _spacing(dataset: Dataset) -> tuple[float, float] | None:
    try:
        rows, columns = (float(value) for value in dataset.get(_SPACING) or ())
    except (TypeError, ValueError):
        return None
    return (rows, columns) if rows > 0 and columns > 0 else None
