"""What ``lentigo classify --fhir`` writes, as a receiver reads it."""

from __future__ import annotations

import base64
import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.diagnosticreport import DiagnosticReport
from fhir.resources.R4B.servicerequest import ServiceRequest
from PIL import Image

from core import cli
from core.taxonomy.classes import CodeSystem
from core.taxonomy.ham10000 import HAM10000
from tests.core.tiny import tiny_bundle


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_bundle(tmp_path_factory.mktemp("bundle") / "model").folder


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "lesion.png"
    Image.radial_gradient("L").convert("RGB").save(path)
    return path


def report(photo: Path, model: Path, *options: str) -> dict[str, Any]:
    out = photo.parent / "out"
    given = ["classify", str(photo), "--model", str(model), "--fhir", str(out)]
    assert cli.main([*given, *options]) == 0
    made: dict[str, Any] = json.loads((out / "lesion.fhir.json").read_text())
    return made


def test_a_finding_is_a_preliminary_report(photo: Path, model: Path) -> None:
    made = report(photo, model)
    assert DiagnosticReport.model_validate(made).status == "preliminary"
    assert made["resourceType"] == "DiagnosticReport"
    assert "not a medical device" in made["conclusion"]
    assert "subject" not in made
    observations = {each["id"]: each for each in made["contained"]}
    assert observations.pop("software")["manufacturer"] == "Lentigo project"
    assert [each["reference"] for each in made["result"]] == [f"#{name}" for name in observations]
    together = observations.pop("probability-malignant")["valueQuantity"]["value"]
    shares = [each["valueQuantity"]["value"] for each in observations.values()]
    assert len(shares) == 7
    assert sum(shares) == pytest.approx(100, abs=0.1)
    assert 0 <= together <= 100
    picture = made["presentedForm"][0]
    assert picture["contentType"] == "image/png"
    with Image.open(BytesIO(base64.b64decode(picture["data"]))) as shown:
        assert shown.width == 256


def test_a_pseudonym_stands_in_all_of_it(photo: Path, model: Path) -> None:
    made = report(photo, model, "--patient-id", "P-7KQ")
    subject = {"identifier": {"value": "P-7KQ"}}
    assert made["subject"] == subject
    observed = [each for each in made["contained"] if each["resourceType"] == "Observation"]
    assert all(each["subject"] == subject for each in observed)


@pytest.mark.parametrize("written_as", ["--fhir", "--dicom"])
def test_a_pseudonym_that_would_become_two_is_refused(
    photo: Path, model: Path, written_as: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = photo.parent / "out"
    given = ["classify", str(photo), "--model", str(model), written_as, str(out)]
    assert cli.main([*given, "--patient-id", "P-1\\P-2"]) == 2
    assert "A pseudonym has at most 64 characters, and no backslash." in capsys.readouterr().err
    assert not out.exists()


def test_the_order_that_is_answered_is_contained_in_it(photo: Path, model: Path) -> None:
    order = ("--accession-number", "B-2", "--referring-physician", "Doe^Jane^^Dr")
    made = report(photo, model, "--patient-id", "P-7KQ", *order)
    DiagnosticReport.model_validate(made)
    assert made["basedOn"] == [{"reference": "#order"}]
    (request,) = (each for each in made["contained"] if each["id"] == "order")
    ServiceRequest.model_validate(request)
    assert request["identifier"][0]["value"] == "B-2"
    assert request["identifier"][0]["type"]["coding"][0]["code"] == "ACSN"
    assert request["requester"] == {"display": "Dr Jane Doe"}
    assert request["subject"] == made["subject"]


def test_a_number_alone_is_an_order_of_nobody(photo: Path, model: Path) -> None:
    made = report(photo, model, "--accession-number", "B-2")
    (request,) = (each for each in made["contained"] if each["id"] == "order")
    ServiceRequest.model_validate(request)
    assert "requester" not in request


def test_a_pseudonym_without_files_is_an_error(
    photo: Path, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["classify", str(photo), "--model", str(model), "--patient-id", "P"]) == 2
    assert "--fhir DIR" in capsys.readouterr().err


def test_a_class_of_several_diseases_has_no_code_of_one_of_them() -> None:
    codes = {entry.code: entry.sole_code(CodeSystem.SNOMED_CT) for entry in HAM10000}
    assert {name for name, code in codes.items() if code is not None} == {"bcc", "df", "nv"}
