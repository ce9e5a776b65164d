"""An archive, asked in the window: studies are found, pictures fetched, findings sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from core.dicomweb.address import PASSWORD
from core.images import read_image
from desktop.archive.dialog import ArchiveDialog
from desktop.archive.presenter import ArchivePresenter
from desktop.exchange.wish import Whose
from tests.core.dicomweb import orthanc
from tests.core.dicomweb.fake import STUDY, FakeArchive, photo, serving
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.windows import Window

pytestmark = pytest.mark.local_server


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
    window.bot.waitUntil(lambda: not presenter.worker.busy)


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
