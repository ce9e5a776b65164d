"""An image is kept with what its file says of its scale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.fields import ScaleSource
from core.cases.records import Lesion, Patient
from core.cases.store import CaseStore
from core.errors import LentigoError
from core.images import ImageFormat, ImageRecord
from desktop.cases.keeping import Arrival, Destination, keep_image


@pytest.mark.parametrize(
    ("spacing", "kept"),
    [
        ((0.02, 0.02), (0.02, ScaleSource.DICOM)),
        ((0.02, 0.05), (None, None)),
        (None, (None, None)),
    ],
)
def test_the_spacing_of_a_dicom_file_is_kept(
    tmp_path: Path,
    spacing: tuple[float, float] | None,
    kept: tuple[float | None, ScaleSource | None],
) -> None:
    path = tmp_path / "a.dcm"
    path.write_bytes(b"pixels")
    record = ImageRecord(
        format=ImageFormat.DICOM, width=4, height=3, byte_count=6, sha256="", mode="RGB", bits=8,
        spacing_mm=spacing,
    )  # fmt: skip
    arrival = Arrival(source=path, name="a.dcm", record=record, analysis=None, label="")
    store = CaseStore.open(CaseAddress.of("", folder=tmp_path / "cases"))
    patient = Patient()
    destination = Destination(lesion=Lesion(patient_id=patient.id, label="L"), patient=patient)
    keep_image(store, arrival, destination, today=date(2026, 1, 1))
    (image,) = store.file_of(patient).images
    store.close()
    assert (image.mm_per_pixel, image.scale_source) == (
        pytest.approx(kept[0]) if kept[0] else None,
        kept[1],
    )


def test_a_remark_is_not_kept_without_its_image(tmp_path: Path) -> None:
    record = ImageRecord(
        format=ImageFormat.DICOM, width=4, height=3, byte_count=6, sha256="", mode="RGB", bits=8
    )
    lost = tmp_path / "lost.dcm"
    arrival = Arrival(source=lost, name="lost.dcm", record=record, analysis=None, label="")
    store = CaseStore.open(CaseAddress.of("", folder=tmp_path / "cases"))
    patient, lesion = Patient(), Lesion(patient_id="", label="L")
    lesion = replace(lesion, patient_id=patient.id)
    store.add_all([patient, lesion])
    destination = Destination(lesion_id=lesion.id)
    with pytest.raises(LentigoError):
        keep_image(store, arrival, destination, today=date(2026, 1, 1), remark="A-1")
    assert store.file_of(patient).notes == ()
    lost.write_bytes(b"pixels")
    keep_image(store, arrival, destination, today=date(2026, 1, 1), remark="A-1")
    (note,) = store.file_of(patient).notes
    assert (note.lesion_id, note.text) == (lesion.id, "A-1")
    store.close()
