"""An archive, asked in the window: studies are found, pictures fetched, findings sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
from pydicom import Dataset, dcmread
from pydicom.uid import UID
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from core.dicomweb.address import PASSWORD
from core.images import read_image
from desktop.archive.dialog import ArchiveDialog
from desktop.archive.presenter import ArchivePresenter
from desktop.exchange.wish import Whose
from tests.core.dicomweb import orthanc
from tests.core.images.dicoms import dataset, written
from tests.desktop.conftest import MakeWindow
from tests.desktop.fakes import FakeEngine
from tests.desktop.windows import Window

STUDY, SERIES, IMAGE = "1.2.3.44", "1.2.3.44.5", "1.2.3.44.5.6"


def photo() -> bytes:
    pixels = np.random.default_rng(3).integers(0, 256, (40, 60, 3), dtype=np.uint8)
    made = dataset(
        pixels,
        Modality="DMS",
        PatientID="P-1",
        PatientName="Somebody^There",
        StudyDate="20261101",
        StudyInstanceUID=STUDY,
        SeriesInstanceUID=SERIES,
    )
    made.file_meta.MediaStorageSOPInstanceUID = made.SOPInstanceUID = UID(IMAGE)
    return written(made)


class FakeArchive(BaseHTTPRequestHandler):
    """Knows one study with one picture; takes what it gets."""

    stored: ClassVar[list[Dataset]] = []
    asked: ClassVar[list[str]] = []
    gate: ClassVar[threading.Event] = threading.Event()

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.gate.wait(20)
        if f"/instances/{IMAGE}" in self.path:
            head = b"--x\r\nContent-Type: application/dicom\r\n\r\n"
            kind = 'multipart/related; type="application/dicom"; boundary=x'
            self._answer(head + photo() + b"\r\n--x--", kind)
        elif "/instances" in self.path:
            said = {"00080060": "DMS", "0020000E": SERIES, "00080018": IMAGE}
            found = {tag: value(one) for tag, one in said.items()}
            self._json([found] if self.path.endswith("offset=0") else [])
        else:
            name = {"vr": "PN", "Value": [{"Alphabetic": "Somebody^There"}]}
            self._json([{"0020000D": value(STUDY), "00100020": value("P-1"), "00100010": name,
                         "00080020": value("20261101"), "00201208": value(1)}])  # fmt: skip

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        start = body.index(b"\r\n\r\n") + 4
        self.stored.append(dcmread(BytesIO(body[start:]), force=True))
        self._json({})

    def _json(self, content: object) -> None:
        self._answer(json.dumps(content).encode(), "application/dicom+json")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def value(one: object) -> dict[str, object]:
    return {"vr": "LO", "Value": [one]}


@contextmanager
def serving() -> Iterator[str]:
    web = HTTPServer(("127.0.0.1", 0), FakeArchive)
    thread = threading.Thread(target=web.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{web.server_port}/dicom-web"
    finally:
        FakeArchive.gate.set()
        web.shutdown()
        thread.join()
        web.server_close()


@pytest.fixture
def url() -> Iterator[str]:
    FakeArchive.stored.clear()
    FakeArchive.asked.clear()
    FakeArchive.gate.set()
    with serving() as address:
        yield address


def opened(window: Window) -> tuple[ArchiveDialog, ArchivePresenter]:
    window.trigger("archive")
    presenter = window.app.exchange.archive
    assert presenter is not None
    return presenter.dialog, presenter


def wait(window: Window, presenter: ArchivePresenter) -> None:
    window.bot.waitUntil(lambda: not presenter.worker.busy, timeout=20_000)


def fetch_and_answer(
    window: Window, dialog: ArchiveDialog, presenter: ArchivePresenter, folder: Path
) -> None:
    """Find, fetch into a folder, and have the engine answer."""
    dialog.search.click()
    wait(window, presenter)
    assert dialog.studies.rowCount() == 1
    folder.mkdir()
    window.dialogs.chosen_folder = folder
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    wait(window, presenter)
    assert "open in Look" in dialog.said.text()
    window.bot.waitUntil(lambda: len(window.app.session.images) == 1)
    (path,) = folder.rglob("*.dcm")
    (job,) = window.engine.client.open
    window.engine.client.decode(job, read_image(path))
    window.engine.client.answer(job)
    window.settle()


def send_as_same(window: Window, dialog: ArchiveDialog, presenter: ArchivePresenter) -> None:
    dialog.send.click()
    asking = presenter.asking
    assert asking is not None
    asking.form.whose[Whose.SAME].setChecked(True)
    asking.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    wait(window, presenter)


def test_a_picture_comes_from_the_archive_and_its_finding_goes_back(
    make_window: MakeWindow, url: str, tmp_path: Path
) -> None:
    window = make_window(engine=FakeEngine())
    dialog, presenter = opened(window)
    dialog.form.address.setText(url.replace("//", "//me@"))
    dialog.form.password.setText("pass-4711")
    dialog.form.patient_id.setText("P-*")
    dialog.form.since.setText("2026-11-01")
    fetch_and_answer(window, dialog, presenter, tmp_path / "fetched")
    assert "PatientID=P-*" in FakeArchive.asked[0]
    assert "StudyDate=20261101-" in FakeArchive.asked[0]
    assert dialog.studies.index(0, 0).data() == "2026-11-01"
    assert dialog.studies.index(0, 2).data() == "Somebody There"
    send_as_same(window, dialog, presenter)
    assert dialog.said.text() == "2 objects sent."
    assert {one.StudyInstanceUID for one in FakeArchive.stored} == {STUDY}
    assert {one.PatientID for one in FakeArchive.stored} == {"P-1"}
    dialog.leave.click()
    settings = window.app.settings.current
    assert settings.archive == url.replace("//", "//me@")
    assert "pass-4711" not in repr(settings)
    again, _ = opened(window)
    assert (again.form.address.text(), again.form.password.text()) == (settings.archive, "")
    again.reject()


def test_what_is_wrong_is_one_sentence(make_window: MakeWindow, url: str) -> None:
    window = make_window(engine=FakeEngine())
    dialog, presenter = opened(window)
    for address, since, words in (
        ("archive", "", "looks like https://"),
        ("http://archive.example.org/x", "", "in clear"),
        ("https://me:pass-4711@archive.example.org/x", "", "must not hold the password"),
        (url, "1 Nov", "is not a day"),
    ):
        dialog.form.address.setText(address)
        dialog.form.since.setText(since)
        dialog.search.click()
        assert words in dialog.said.text()
        assert not presenter.worker.busy
    assert window.app.settings.current.archive == ""
    dialog.send.click()
    dialog.form.since.clear()
    dialog.send.click()
    assert "Choose images with a finding" in dialog.said.text()
    dialog.reject()


def test_nobody_there(make_window: MakeWindow) -> None:
    with serving() as address:
        pass
    window = make_window(engine=FakeEngine())
    dialog, presenter = opened(window)
    dialog.form.address.setText(address)
    dialog.search.click()
    wait(window, presenter)
    assert "does not answer" in dialog.said.text()
    dialog.reject()


def test_a_slow_archive_is_not_waited_for(make_window: MakeWindow, url: str) -> None:
    window = make_window(engine=FakeEngine())
    dialog, presenter = opened(window)
    dialog.form.address.setText(url)
    FakeArchive.gate.clear()
    dialog.search.click()
    window.bot.waitUntil(lambda: bool(FakeArchive.asked))
    assert dialog.stop.isVisible()
    dialog.stop.click()
    assert not presenter.worker.busy
    assert "Cancelled" in dialog.said.text()
    FakeArchive.gate.set()
    dialog.search.click()
    wait(window, presenter)
    assert dialog.said.text() == "1 study"
    dialog.reject()


@pytest.mark.slow
def test_a_real_archive(
    make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if orthanc.program() is None:
        pytest.skip("needs Orthanc: apt-get install orthanc orthanc-dicomweb")
    monkeypatch.delenv(PASSWORD, raising=False)
    (tmp_path / "photo.dcm").write_bytes(photo())
    (tmp_path / "server").mkdir()
    with orthanc.running_archive(tmp_path / "server") as address:
        window = make_window(engine=FakeEngine())
        send_photo(address, tmp_path / "photo.dcm", monkeypatch)
        dialog, presenter = opened(window)
        dialog.form.address.setText(address.replace("//", f"//{orthanc.USER}@"))
        dialog.search.click()
        wait(window, presenter)
        assert "denies access" in dialog.said.text()
        dialog.form.password.setText(orthanc.PASSWORD)
        fetch_and_answer(window, dialog, presenter, tmp_path / "fetched")
        send_as_same(window, dialog, presenter)
        assert dialog.said.text() == "2 objects sent."
        dialog.search.click()
        wait(window, presenter)
        assert dialog.studies.index(0, 5).data() == "3"
        dialog.reject()


def send_photo(address: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from core import cli

    monkeypatch.setenv(PASSWORD, orthanc.PASSWORD)
    url = address.replace("//", f"//{orthanc.USER}@")
    assert cli.main(["dicomweb", "send", str(path), "--url", url]) == 0
    monkeypatch.delenv(PASSWORD)
