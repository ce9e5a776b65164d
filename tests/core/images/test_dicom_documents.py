"""DICOM files as documents: frames, profiles, other kinds, damage; no word about the patient."""

from __future__ import annotations

import numpy as np
import pytest
from pydicom.uid import (
    MPEG2MPML,
    UID,
    ImplicitVRLittleEndian,
    JPEGExtended12Bit,
    SecondaryCaptureImageStorage,
)

from core.errors import ImageTooLarge, TruncatedImage, UnreadableImage, UnsupportedFormat
from core.images import NoticeCode, decode
from tests.core.images.dicoms import dataset, dicom, encapsulated, written
from tests.core.images.samples import far, gradient
from tests.core.images.test_profiles import swapped


def test_first_of_many_frames() -> None:
    made = dataset(gradient(), NumberOfFrames=3)
    made.PixelData = gradient().tobytes() + b"\0" * (2 * gradient().size)
    picture = decode(written(made))
    assert far(picture.pixels, gradient()) == 0
    assert picture.record.frames == 3
    assert [notice.code for notice in picture.record.notices] == [NoticeCode.FIRST_FRAME]


def test_profile_and_spacing() -> None:
    red = np.full((8, 8, 3), (200, 40, 40), np.uint8)
    picture = decode(dicom(red, ICCProfile=swapped(), PixelSpacing=[0.02, 0.03]))
    assert np.abs(picture.pixels[4, 4].astype(int) - (40, 200, 40)).max() <= 6
    assert picture.record.spacing_mm == (0.02, 0.03)
    assert decode(dicom(red, PixelSpacing=[0, 0])).record.spacing_mm is None
    # On the sensor, which is not how large anything is on the skin.
    assert decode(dicom(red, ImagerPixelSpacing=[0.02, 0.02])).record.spacing_mm is None


def test_without_preamble() -> None:
    data = dicom(gradient(), ImplicitVRLittleEndian)
    body = data[data.index(b"\x08\x00\x16\x00") :]
    picture = decode(body)
    assert far(picture.pixels, gradient()) == 0
    assert far(decode(data[132:]).pixels, gradient()) == 0


def test_other_documents_and_compressions_are_unsupported() -> None:
    report = dataset(gradient())
    for keyword in ("PixelData", "Rows", "Columns"):
        delattr(report, keyword)
    report.SOPClassUID = UID("1.2.840.10008.5.1.4.1.1.88.11")  # a structured report
    report.file_meta.MediaStorageSOPClassUID = report.SOPClassUID
    with pytest.raises(UnsupportedFormat, match="no picture"):
        decode(written(report))
    for syntax in (MPEG2MPML, JPEGExtended12Bit):
        made = dataset(gradient()[..., 0].astype(np.uint16), BitsStored=12, HighBit=11)
        data = encapsulated(made, syntax, b"\xff\xd8\xff\xd9")
        with pytest.raises(UnsupportedFormat, match="compressed as"):
            decode(data)


def test_damage_has_a_name() -> None:
    missing = dataset(gradient())
    del missing.PixelData
    with pytest.raises(TruncatedImage, match="before its picture begins"):
        decode(written(missing))
    with pytest.raises(TruncatedImage, match="before its picture is complete"):
        decode(dicom(gradient())[:-500])
    bare = dataset(gradient())
    del bare.BitsStored
    with pytest.raises(UnreadableImage):
        decode(written(bare))
    with pytest.raises(UnsupportedFormat, match="4 channels"):
        decode(dicom(gradient(), SamplesPerPixel=4))
    with pytest.raises(ImageTooLarge, match="60000 x 60000"):
        decode(dicom(gradient(), Rows=60000, Columns=60000))


def test_a_patient_is_never_quoted_in_an_error() -> None:
    made = dataset(gradient(), PatientName="Doe^Jane", PatientID="secret")
    made.PhotometricInterpretation = "SECRET"
    with pytest.raises(UnreadableImage) as caught:
        decode(written(made))
    text = f"{caught.value} {caught.value.value}"
    assert "Doe" not in text
    assert "secret" not in text.lower()


def test_the_kind_of_storage_does_not_matter() -> None:
    vl_photographic = UID("1.2.840.10008.5.1.4.1.1.77.1.4")
    for kind in (SecondaryCaptureImageStorage, vl_photographic):
        made = dataset(gradient(), SOPClassUID=kind)
        made.file_meta.MediaStorageSOPClassUID = kind
        assert far(decode(written(made)).pixels, gradient()) == 0
