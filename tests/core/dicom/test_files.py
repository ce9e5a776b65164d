"""What ``lentigo classify --dicom`` writes, as other programs read it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from pydicom import Dataset, dcmread
from pydicom.uid import (
    Comprehensive3DSRStorage,
    DermoscopicPhotographyImageStorage,
    SecondaryCaptureImageStorage,
    VLPhotographicImageStorage,
)

from core import cli
from core.images import ImageReader
from tests.core.images.dicoms import dicom
from tests.core.tiny import tiny_bundle

Run = Callable[..., int]
NAME, IDENTIFIER = "Marked^Nomen", "ID-4711"
WORDS = ("image", "heatmap", "report")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_bundle(tmp_path_factory.mktemp("bundle") / "model").folder


@pytest.fixture
def run(model: Path, tmp_path: Path) -> Run:
    def call(source: Path, *options: str) -> int:
        given = ["classify", str(source), "--model", str(model), *options]
        return cli.main([*given, "--dicom", str(tmp_path / "out")])

    return call


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "lesion.jpg"
    Image.fromarray(pixels()).save(path, quality=95)
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.dcm"
    said: dict[str, Any] = {"PatientName": NAME, "PatientID": IDENTIFIER, "AccessionNumber": "A-1"}
    said["ReferringPhysicianName"] = "Roe^Richard"
    uids: dict[str, Any] = {"StudyInstanceUID": "1.2.3.44", "SeriesInstanceUID": "1.2.3.44.5"}
    path.write_bytes(dicom(pixels(), **said, **uids))
    return path


@pytest.fixture
def nameless(tmp_path: Path) -> Path:
    path = tmp_path / "nameless.dcm"
    path.write_bytes(dicom(pixels()))
    return path


def pixels() -> NDArray[np.uint8]:
    return np.random.default_rng(5).integers(60, 200, (90, 121, 3), dtype=np.uint8)


def written(tmp_path: Path, stem: str, word: str) -> Dataset:
    return dcmread(tmp_path / "out" / f"{stem}.{word}.dcm")


@pytest.mark.parametrize(
    ("kind", "sop_class"),
    [
        ("dermoscopic", DermoscopicPhotographyImageStorage),
        ("photographic", VLPhotographicImageStorage),
    ],
)
def test_a_photograph_becomes_three_objects_of_one_study(
    run: Run, photo: Path, tmp_path: Path, kind: str, sop_class: str
) -> None:
    assert run(photo, "--dicom-kind", kind, "--patient-id", "P-7KQ") == 0
    image, heat, report = (written(tmp_path, "lesion", word) for word in WORDS)
    assert [image.SOPClassUID, heat.SOPClassUID, report.SOPClassUID] == [
        sop_class,
        SecondaryCaptureImageStorage,
        Comprehensive3DSRStorage,
    ]
    assert len({each.StudyInstanceUID for each in (image, heat, report)}) == 1
    assert len({each.SeriesInstanceUID for each in (image, heat, report)}) == 3
    assert {each.PatientID for each in (image, heat, report)} == {"P-7KQ"}
    assert image.LossyImageCompression == "01"
    with ImageReader() as reader:
        original = reader.read(photo).pixels
        back = reader.read(tmp_path / "out" / "lesion.image.dcm").pixels
    np.testing.assert_array_equal(back, original)


def test_the_report_holds_finding_probabilities_and_heat_map(
    run: Run, photo: Path, tmp_path: Path
) -> None:
    run(photo)
    report, heat, image = (written(tmp_path, "lesion", word) for word in reversed(WORDS))
    assert report.PreliminaryFlag == "PRELIMINARY"
    assert report.VerificationFlag == "UNVERIFIED"
    group = contents(contents(report, "126010"), "125007")
    found = {item.ConceptNameCodeSequence[0].CodeValue: item for item in group.ContentSequence}
    assert found["121071"].ConceptCodeSequence[0].CodeMeaning
    shares = [
        float(item.MeasuredValueSequence[0].NumericValue)
        for value, item in found.items()
        if value.startswith("P-")
    ]
    assert len(shares) == 7
    assert sum(shares) == pytest.approx(100, abs=0.1)
    shown = found["130401"].ReferencedSOPSequence[0]
    assert shown.ReferencedSOPInstanceUID == heat.SOPInstanceUID
    looked_at = found["121112"].ReferencedSOPSequence[0]
    assert looked_at.ReferencedSOPInstanceUID == image.SOPInstanceUID
    comments = [
        item.TextValue
        for item in group.ContentSequence
        if item.ConceptNameCodeSequence[0].CodeValue == "121106"
    ]
    assert any("not a medical device" in comment for comment in comments)


def contents(item: Dataset, code: str) -> Dataset:
    """Return the part of a report of that name."""
    found: Dataset = next(
        part for part in item.ContentSequence if part.ConceptNameCodeSequence[0].CodeValue == code
    )
    return found


def test_nothing_is_taken_over_from_a_patient_unless_asked(
    run: Run, source: Path, tmp_path: Path
) -> None:
    assert run(source) == 0
    for word in WORDS:
        data = (tmp_path / "out" / f"source.{word}.dcm").read_bytes()
        assert NAME.encode() not in data
        assert IDENTIFIER.encode() not in data
        assert b"A-1" not in data
        assert b"Roe" not in data
        assert dcmread(source).StudyInstanceUID.encode() not in data


def test_an_order_stands_in_all_objects_when_it_is_stated(
    run: Run, source: Path, tmp_path: Path
) -> None:
    order = ("--accession-number", "B-2", "--referring-physician", "Doe^Jane")
    assert run(source, "--patient-id", "P-7KQ", *order) == 0
    for word in WORDS:
        made = written(tmp_path, "source", word)
        assert (made.AccessionNumber, made.ReferringPhysicianName) == ("B-2", "Doe^Jane")


def test_an_order_that_no_file_can_hold_is_an_error(
    run: Run, photo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(photo, "--accession-number", "B" * 17) == 2
    assert "at most 16 characters" in capsys.readouterr().err


def test_findings_go_into_the_study_of_the_source_when_asked(
    run: Run, source: Path, tmp_path: Path
) -> None:
    assert run(source, "--same-patient") == 0
    original = dcmread(source)
    assert not (tmp_path / "out" / "source.image.dcm").exists()
    for word in WORDS[1:]:
        made = written(tmp_path, "source", word)
        assert made.PatientName == NAME
        assert made.AccessionNumber == "A-1"
        assert made.ReferringPhysicianName == "Roe^Richard"
        assert made.StudyInstanceUID == original.StudyInstanceUID
        assert made.SeriesInstanceUID != original.SeriesInstanceUID
    group = contents(contents(written(tmp_path, "source", "report"), "126010"), "125007")
    looked_at = contents(group, "121112").ReferencedSOPSequence[0]
    assert looked_at.ReferencedSOPInstanceUID == original.SOPInstanceUID


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--patient-id", "x", "--same-patient"], "leave the others out"),
        (["--dicom-kind", "photographic", "--same-patient"], "leave the others out"),
        (["--accession-number", "B-2", "--same-patient"], "leave the others out"),
    ],
)
def test_options_that_contradict_each_other(
    run: Run, photo: Path, capsys: pytest.CaptureFixture[str], options: list[str], words: str
) -> None:
    assert run(photo, *options) == 2
    assert words in capsys.readouterr().err


def test_options_of_dicom_need_it(
    photo: Path, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["classify", str(photo), "--model", str(model), "--same-patient"]
    assert cli.main(given) == 2
    assert "--dicom DIR" in capsys.readouterr().err


def test_a_photograph_has_no_patient_to_take_over(
    run: Run, photo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(photo, "--same-patient") == 1
    assert "not a DICOM file" in capsys.readouterr().out


def test_an_image_of_no_study_has_none_to_add_to(
    run: Run, nameless: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(nameless, "--same-patient") == 1
    assert "to which DICOM study it belongs" in capsys.readouterr().out


def test_a_picture_larger_than_what_is_analysed_keeps_its_size(run: Run, tmp_path: Path) -> None:
    large = tmp_path / "large.png"
    Image.new("RGB", (2600, 1200), (180, 120, 110)).save(large)
    assert run(large) == 0
    image = written(tmp_path, "large", "image")
    assert (image.Columns, image.Rows) == (2600, 1200)
    assert image.LossyImageCompression == "00"


@pytest.mark.skipif(shutil.which("dciodvfy") is None, reason="dciodvfy (dicom3tools) is not here")
@pytest.mark.parametrize("options", [(), ("--dicom-kind", "photographic"), ("--same-patient",)])
def test_objects_conform_to_the_standard(
    run: Run, photo: Path, source: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    assert run(source if "--same-patient" in options else photo, *options) == 0
    files = sorted((tmp_path / "out").iterdir())
    assert files
    for file in files:
        said = subprocess.run(
            ["dciodvfy", "-new", file], capture_output=True, text=True, check=False
        )
        assert "Error" not in said.stderr, said.stderr
