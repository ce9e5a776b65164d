"""DICOM files made here, in every transfer syntax that we read."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import gdcm
import numpy as np
from openjpeg.utils import encode_array
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.filewriter import dcmwrite
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGExtended12Bit,
    JPEGLSLossless,
    RLELossless,
    SecondaryCaptureImageStorage,
)

from tests.core.images.samples import encode, gradient

if TYPE_CHECKING:
    from numpy.typing import NDArray

PLAIN = {
    "explicit": ExplicitVRLittleEndian,
    "implicit": ImplicitVRLittleEndian,
    "big-endian": ExplicitVRBigEndian,
    "deflated": DeflatedExplicitVRLittleEndian,
}


def dataset(pixels: NDArray[Any], **attributes: Any) -> FileDataset:
    """An uncompressed secondary capture of grey (rows, columns) or RGB (rows, columns, 3)."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = SecondaryCaptureImageStorage
    meta.MediaStorageSOPInstanceUID = UID("1.2.3.4")
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    made = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    made.SOPClassUID, made.SOPInstanceUID = SecondaryCaptureImageStorage, UID("1.2.3.4")
    made.Rows, made.Columns = pixels.shape[:2]
    colour = pixels.ndim == 3
    made.SamplesPerPixel = 3 if colour else 1
    made.PhotometricInterpretation = "RGB" if colour else "MONOCHROME2"
    if colour:
        made.PlanarConfiguration = 0
    made.BitsAllocated = made.BitsStored = 8 * pixels.dtype.itemsize
    made.HighBit = made.BitsStored - 1
    made.PixelRepresentation = int(pixels.dtype.kind == "i")
    made.PixelData = pixels.tobytes()
    made["PixelData"].VR = "OW"
    for keyword, value in attributes.items():
        setattr(made, keyword, value)
    return made


def written(made: FileDataset, syntax: UID = ExplicitVRLittleEndian) -> bytes:
    """The file of a data set."""
    made.file_meta.TransferSyntaxUID = syntax
    out = BytesIO()
    if syntax == ExplicitVRBigEndian:  # OW: words, whatever the samples are
        made.PixelData = np.frombuffer(made.PixelData, "<u2").astype(">u2").tobytes()
    dcmwrite(
        out,
        made,
        implicit_vr=syntax.is_implicit_VR,
        little_endian=syntax.is_little_endian,
        enforce_file_format=True,
    )
    return out.getvalue()


def dicom(pixels: NDArray[Any], syntax: UID = ExplicitVRLittleEndian, **attributes: Any) -> bytes:
    """An uncompressed DICOM file."""
    return written(dataset(pixels, **attributes), syntax)


def encapsulated(made: FileDataset, syntax: UID, *frames: bytes) -> bytes:
    """A DICOM file around frames that are compressed already."""
    made.PixelData = encapsulate(list(frames))
    made["PixelData"].VR = "OB"
    made["PixelData"].is_undefined_length = True
    return written(made, syntax)


@cache
def compressed_dicoms() -> dict[str, bytes]:
    """RGB `gradient()` in each compression; a JPEG of it where it is lossy."""
    pixels = gradient()
    jpeg = encode(pixels, "JPEG", quality=95, subsampling=0)
    ybr = {"PhotometricInterpretation": "YBR_FULL"}
    return {
        "rle": _by_pydicom(RLELossless),
        "jpeg": encapsulated(dataset(pixels, **ybr), JPEGBaseline8Bit, jpeg),
        "jpeg-extended": encapsulated(dataset(pixels, **ybr), JPEGExtended12Bit, jpeg),
        "jpeg-lossless": by_gdcm(pixels, gdcm.TransferSyntax.JPEGLosslessProcess14_1),
        "jpeg-ls": _by_pydicom(JPEGLSLossless),
        "jpeg-2000": encapsulated(
            dataset(pixels, PhotometricInterpretation="YBR_RCT"),
            JPEG2000Lossless,
            bytes(encode_array(pixels, photometric_interpretation=1, use_mct=True)),
        ),
    }


def _by_pydicom(syntax: UID) -> bytes:
    made = dataset(gradient())
    made.compress(syntax, generate_instance_uid=False)
    return written(made, syntax)


def by_gdcm(pixels: NDArray[Any], syntax: int) -> bytes:
    """A DICOM file compressed by GDCM, which only works from file to file."""
    with TemporaryDirectory() as folder:
        plain, packed = Path(folder) / "plain.dcm", Path(folder) / "packed.dcm"
        plain.write_bytes(dicom(pixels))
        reader = gdcm.ImageReader()
        reader.SetFileName(str(plain))
        assert reader.Read()
        change = gdcm.ImageChangeTransferSyntax()
        change.SetTransferSyntax(gdcm.TransferSyntax(syntax))
        change.SetInput(reader.GetImage())
        assert change.Change()
        writer = gdcm.ImageWriter()
        writer.SetFileName(str(packed))
        writer.SetFile(reader.GetFile())
        writer.SetImage(change.GetOutput())
        assert writer.Write()
        return packed.read_bytes()
