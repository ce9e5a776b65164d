"""An archive, asked as a user asks it; a real one where Debian's Orthanc is installed."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import numpy as np
import pytest
from pydicom.uid import UID

from core import cli
from core.dicomweb.address import PASSWORD, ArchiveAddress
from core.errors import ArchiveAddressError
from tests.core.dicomweb import orthanc
from tests.core.images.dicoms import dataset, written
from tests.core.tiny import tiny_bundle

STUDY, IMAGE = "1.2.3.44", "1.2.3.44.5.6"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if orthanc.program() is None:
        pytest.skip("needs Orthanc: apt-get install orthanc orthanc-dicomweb")
    with orthanc.running_archive(tmp_path_factory.mktemp("orthanc")) as url:
        yield url


@pytest.fixture
def archive(server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv(PASSWORD, orthanc.PASSWORD)
    return server.replace("//", f"//{orthanc.USER}@")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    pixels = np.random.default_rng(3).integers(0, 256, (40, 60, 3), dtype=np.uint8)
    made = dataset(
        pixels,
        Modality="DMS",
        PatientID="P-1",
        PatientName="Somebody",
        StudyDate="20261101",
        StudyInstanceUID=STUDY,
        SeriesInstanceUID="1.2.3.44.5",
    )
    made.file_meta.MediaStorageSOPInstanceUID = made.SOPInstanceUID = UID(IMAGE)
    path = tmp_path / "photo.dcm"
    path.write_bytes(written(made))
    return path


@pytest.mark.slow
def test_sent_found_fetched_and_answered(
    archive: str, photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["dicomweb", "send", str(photo), "--url", archive]) == 0
    assert f"in study {STUDY}" in capsys.readouterr().out

    assert cli.main(["dicomweb", "find", "--patient-id", "P-*", "--json", "--url", archive]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["uid"] == STUDY
    assert found["patient_name"] == "Somebody"
    assert found["objects"] == 1
    assert cli.main(["dicomweb", "find", "--since", "2026-11-02", "--url", archive]) == 0
    assert "no such study" in capsys.readouterr().err

    out = tmp_path / "fetched"
    for said in (f"{IMAGE}.dcm", "(was there)"):
        assert cli.main(["dicomweb", "fetch", STUDY, "--out", str(out), "--url", archive]) == 0
        assert said in capsys.readouterr().out
    model = tiny_bundle(tmp_path / "model").folder
    given = ["classify", str(out / f"{IMAGE}.dcm"), "--model", str(model), "--same-patient"]
    assert cli.main([*given, "--dicom", str(tmp_path / "findings")]) == 0
    findings = [str(path) for path in (tmp_path / "findings").iterdir()]
    assert cli.main(["dicomweb", "send", *findings, "--url", archive]) == 0
    capsys.readouterr()
    cli.main(["dicomweb", "find", "--json", "--url", archive])
    joined = json.loads(capsys.readouterr().out)
    assert joined["uid"] == STUDY
    assert joined["objects"] == 3


@pytest.mark.slow
def test_a_study_that_is_not_there(
    archive: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["dicomweb", "fetch", "1.9.9", "--out", str(tmp_path), "--url", archive]) == 2
    assert "no pictures of study 1.9.9" in capsys.readouterr().err


@pytest.mark.slow
def test_whoever_has_no_password_is_told_where_it_goes(
    server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["dicomweb", "find", "--url", server]) == 2
    assert PASSWORD in capsys.readouterr().err


@contextmanager
def answering(status: int, body: bytes = b"") -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/dicom+json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    web = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=web.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{web.server_port}"
    finally:
        web.shutdown()
        thread.join()
        web.server_close()


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (401, b"", "denies access"),
        (500, b"", "the error 500"),
        (200, b"<html>", "not answer as DICOMweb"),
        (200, b'[{"0020000D": 5}]', "not answer as DICOMweb"),
        (200, b'{"a": 1}', "not answer as DICOMweb"),
    ],
)
def test_odd_answers_have_a_name(
    capsys: pytest.CaptureFixture[str], status: int, body: bytes, words: str
) -> None:
    with answering(status, body) as url:
        assert cli.main(["dicomweb", "find", "--url", url]) == 2
    assert words in capsys.readouterr().err


def test_nobody_there(capsys: pytest.CaptureFixture[str]) -> None:
    with answering(200) as url:
        pass
    assert cli.main(["dicomweb", "find", "--url", url]) == 2
    assert "does not answer" in capsys.readouterr().err


def test_what_is_no_dicom_file_is_not_sent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "text.dcm"
    text.write_text("no")
    with answering(200) as url:
        assert cli.main(["dicomweb", "send", str(text), "--url", url]) == 1
    assert "not a DICOM file" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "archive", "ftp://a/b", "https://", "https://a:b:c/"])
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(ArchiveAddressError, match=r"looks like https://"):
        ArchiveAddress.of(text)


def test_patients_do_not_travel_in_clear() -> None:
    with pytest.raises(ArchiveAddressError, match="in clear"):
        ArchiveAddress.of("http://archive.example.org/dicom-web")
    assert ArchiveAddress.of("http://a.example.org/", plain_http=True).url == "http://a.example.org"


def test_a_password_neither_stands_in_the_address_nor_in_its_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(ArchiveAddressError, match=PASSWORD):
        ArchiveAddress.of("https://me:hidden@a.example.org/")
    monkeypatch.setenv(PASSWORD, "hidden")
    address = ArchiveAddress.of("https://me@a.example.org/dicom-web/")
    assert (address.url, address.user) == ("https://a.example.org/dicom-web", "me")
    assert address.password == "hidden"
    assert "hidden" not in repr(address)


def test_an_archive_has_to_be_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("LENTIGO_DICOMWEB", raising=False)
    assert cli.main(["dicomweb", "find"]) == 2
    assert "--url URL" in capsys.readouterr().err
