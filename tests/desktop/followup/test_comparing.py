"""Two images are read, aligned and measured, or it is said why not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.cases.fields import ScaleSource
from core.cases.records import StoredImage
from core.followup.scale import Scale
from core.images import ImageFormat, ImageRecord, Picture
from desktop.followup.comparing import OpenedImage, area_change, compare, open_image
from desktop.followup.content import FollowImage
from desktop.look.thumbnails import to_qimage
from tests.core.followup.warping import phantom

STORED = StoredImage(
    lesion_id="l", visit_id="v", sha256="0" * 64, name="a", size=1, width=1200, height=900
)


def opened(
    pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]],
    *,
    reduction: int = 1,
    spacing: tuple[float, float] | None = None,
    stored: StoredImage = STORED,
) -> OpenedImage:
    record = ImageRecord(
        format=ImageFormat.DICOM, width=reduction * pixels.shape[1],
        height=reduction * pixels.shape[0], byte_count=1, sha256="", mode="RGB", bits=8,
        spacing_mm=spacing,
    )  # fmt: skip
    image = FollowImage(stored=stored, source=Path("a"), day="1 Jan 2026")
    return OpenedImage(image, Picture(pixels, record), to_qimage(pixels))


def test_a_reduced_picture_has_larger_pixels_than_its_file() -> None:
    known = StoredImage(
        lesion_id="l", visit_id="v", sha256="0" * 64, name="a", size=1, width=1200, height=900,
        mm_per_pixel=0.01, scale_source=ScaleSource.RULER,
    )  # fmt: skip
    image = opened(phantom(), reduction=2, stored=known)
    assert image.scale == Scale(0.02, ScaleSource.RULER)
    assert image.stored_scale(Scale(0.02, ScaleSource.RULER)) == Scale(0.01, ScaleSource.RULER)


def test_a_file_states_the_scale_where_the_store_does_not() -> None:
    image = opened(phantom(), reduction=2, spacing=(0.03, 0.03))
    assert image.scale is not None
    assert image.scale.mm_per_pixel == pytest.approx(0.06)
    assert image.scale.source is ScaleSource.DICOM
    assert opened(phantom()).scale is None


def test_the_same_picture_twice_has_not_changed() -> None:
    image = opened(phantom())
    comparison = compare(image, image)
    assert comparison is not None
    assert comparison.refusal == ""
    assert comparison.laid is not None
    assert comparison.alignment is not None
    assert comparison.alignment.scale == pytest.approx(1, abs=1e-3)
    change = area_change(comparison, image, image)
    assert not isinstance(change, str)
    assert change.ratio == pytest.approx(1, abs=0.01)
    assert all(outline is not None for outline in comparison.outlines)


@pytest.mark.parametrize("which", ["older", "newer"])
def test_an_area_that_is_not_known_names_its_image(which: str) -> None:
    lesion, skin = opened(phantom()), opened(np.full((300, 400, 3), 200, np.uint8))
    pair = (skin, lesion) if which == "older" else (lesion, skin)
    comparison = compare(*pair)
    assert comparison is not None
    assert comparison.laid is None
    assert "cannot be aligned" in comparison.refusal
    said = area_change(comparison, *pair)
    assert isinstance(said, str)
    assert said.startswith(f"In the {which} image: ")


def test_a_file_that_is_no_picture_is_said_without_its_checksum(tmp_path: Path) -> None:
    path = tmp_path / STORED.sha256
    path.write_bytes(b"no picture")
    image = open_image(FollowImage(stored=STORED, source=path, day="1 Jan 2026"))
    assert image.missing == "The original of this image cannot be read."
    assert compare(image, opened(phantom())) is None
