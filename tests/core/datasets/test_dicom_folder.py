"""DICOM files that say their own diagnoses."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydicom import Dataset as Item
from pydicom.uid import ExplicitVRLittleEndian

from core.atlas.build import build_atlas
from core.datasets import Dataset, Sample, read_dataset
from core.errors import DatasetError
from tests.core.images.dicoms import dicom
from tests.core.images.samples import gradient

MELANOMA = ("SCT", "93655004", "Malignant melanoma of skin")


def code(scheme: str, value: str, meaning: str) -> Item:
    item = Item()
    item.CodingSchemeDesignator, item.CodeValue, item.CodeMeaning = scheme, value, meaning
    return item


def admitted(*codes: tuple[str, str, str]) -> dict[str, object]:
    return {"AdmittingDiagnosesCodeSequence": [code(*one) for one in codes]}


def noted(about: str, what: tuple[str, str, str]) -> dict[str, object]:
    item = Item()
    item.ConceptNameCodeSequence = [code("SCT", "439401001", about)]
    item.ConceptCodeSequence = [code(*what)]
    return {"AcquisitionContextSequence": [item]}


def write(folder: Path, name: str, **attributes: object) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(dicom(gradient(), ExplicitVRLittleEndian, **attributes))
    return path


def read(folder: Path) -> Dataset:
    return read_dataset(folder, cache=folder / "cache")


def only(folder: Path) -> Sample:
    (sample,) = read(folder).samples
    return sample


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        (admitted(MELANOMA), "mel"),
        (admitted(("SCT", "254701007", "whatever it says")), "bcc"),
        (admitted(("I10", "D03", "Melanoma in situ")), "mel"),
        (admitted(("99OURS", "7", "Psoriasis")), "psoriasis"),
        (admitted(("SCT", "999999999", "Granuloma annulare")), "granuloma_annulare"),
        (admitted(("I10", "C44", "Basal cell carcinoma")), "bcc"),  # the code means two classes
        (noted("Diagnosis", MELANOMA), "mel"),
        ({"AdmittingDiagnosesDescription": "nevus melanositik"}, "nv"),
    ],
)
def test_a_code_or_words_name_the_class(
    tmp_path: Path, attributes: dict[str, object], expected: str
) -> None:
    write(tmp_path, "a.dcm", **attributes)
    assert only(tmp_path).code == expected


def test_all_that_the_file_says_is_kept(tmp_path: Path) -> None:
    write(
        tmp_path,
        "p1/s1/image",
        PatientAge="045Y",
        PatientSex="F",
        Modality="DMS",
        AnatomicRegionSequence=[code("SCT", "77568009", "Back")],
        **admitted(MELANOMA),
    )
    sample = only(tmp_path)
    assert sample.image_id == "p1/s1/image"
    assert (sample.age, sample.sex, sample.site) == (45.0, "female", "back")
    assert (sample.diagnosis, sample.image_type) == ("Malignant melanoma of skin", "dermoscopic")


def test_files_that_say_nothing_are_told_of(tmp_path: Path) -> None:
    write(tmp_path / "set", "a.dcm", **admitted(MELANOMA))
    write(tmp_path / "set", "b.dcm", **noted("Skin type", ("SCT", "403155006", "Type I")))
    built = build_atlas(read(tmp_path / "set"), None, out=tmp_path / "atlas")
    assert built.atlas.description.images == 1
    (skipped,) = built.skipped
    assert (skipped.path.name, skipped.message) == ("b.dcm", "Nothing says what it shows.")


def test_folders_named_after_classes_are_believed_first(tmp_path: Path) -> None:
    write(tmp_path, "nevus/a.dcm", **admitted(MELANOMA))
    write(tmp_path, "melanoma/b.dcm")
    assert [sample.code for sample in read(tmp_path).samples] == ["mel", "nv"]


def test_other_folders_say_it_where_no_file_does(tmp_path: Path) -> None:
    write(tmp_path, "one/a.dcm")
    write(tmp_path, "two/b.dcm")
    assert [sample.code for sample in read(tmp_path).samples] == ["one", "two"]


def test_no_diagnosis_at_all_is_said(tmp_path: Path) -> None:
    write(tmp_path, "a.dcm")
    with pytest.raises(DatasetError, match=r"None of the DICOM files in .* says a diagnosis"):
        read(tmp_path)
