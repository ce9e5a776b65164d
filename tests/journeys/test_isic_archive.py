"""A trainee fetches images of the ISIC archive, which here is a server of the tests."""

from __future__ import annotations

import csv
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.atlas import Atlas
from core.isic.address import VARIABLE
from core.isic.wanted import Licence
from desktop.bringing.isic_dialog import IsicDialog
from desktop.bringing.wish import BuildWish
from desktop.shell.settings import SettingsStore
from tests.core.isic.archive import Answer, Archive, image, serving
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window

pytestmark = pytest.mark.local_server


@pytest.fixture
def archive(monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    melanomas = [
        image(number, diagnosis_3="Melanoma", diagnosis_1="Malignant") for number in (1, 2)
    ]
    with serving(Archive([*melanomas, *(image(number) for number in range(3, 9))])) as found:
        monkeypatch.setenv(VARIABLE, found.api)
        yield found


def entered(window: Window, folder: Path) -> IsicDialog:
    window.trigger("isic_atlas")
    dialog = window.app.bringing.isic.dialog
    assert dialog is not None
    dialog.form.folder.setText(str(folder))
    return dialog


def counted(window: Window, dialog: IsicDialog) -> None:
    dialog.count.click()
    assert window.app.bringing.isic.asking
    window.bot.waitUntil(lambda: not window.app.bringing.isic.asking)


def done(window: Window) -> None:
    window.bot.waitUntil(lambda: not window.app.bringing.errands.busy)


def test_images_are_counted_fetched_and_brought_in(
    make_window: MakeWindow, archive: Archive, tmp_path: Path
) -> None:
    window, folder = make_window(), tmp_path / "isic"
    window.trigger("place_atlas")
    dialog = entered(window, folder)
    dialog.form.diagnoses["nv"].setChecked(True)
    dialog.form.number.setValue(4)
    assert not archive.asked  # nothing but the user's own act
    assert not dialog.fetch.isEnabled()
    counted(window, dialog)
    assert dialog.said.text() == "8 images fit."
    assert dialog.fetch.isEnabled()
    assert 'diagnosis_3:"Nevus*"' in archive.queries[0]
    assert 'copyright_license:"CC-0"' in archive.queries[0]
    assert "CC-BY-NC" not in archive.queries[0]
    assert len(archive.asked) == 1
    dialog.form.diagnoses["mel"].setChecked(True)
    assert not dialog.fetch.isEnabled()  # that was not counted
    dialog.form.diagnoses["mel"].setChecked(False)
    dialog.fetch.click()
    done(window)
    assert "4 images are there, 4 of them new" in window.app.notice.words
    with (folder / "isic.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["attribution"] for row in rows} == {f"Hospital {number}" for number in range(3, 7)}
    asking = window.app.bringing.building.asking
    assert asking is not None
    window.bot.waitUntil(lambda: asking.settled)
    asking.dialog.with_model.setChecked(False)
    asking.dialog.accept()
    done(window)
    items = Atlas.open(tmp_path / "isic-atlas").library.every()
    assert next((item.licence, item.attribution) for item in items) == ("CC-0", "Hospital 3")


def test_fetching_is_paused_and_goes_on_after_a_restart(
    make_window: MakeWindow, archive: Archive, tmp_path: Path
) -> None:
    store, folder = SettingsStore(), tmp_path / "isic"
    window, hold = make_window(settings=store), threading.Event()
    archive.odd["/files/5"] = lambda: after(hold)
    dialog = entered(window, folder)
    dialog.form.number.setValue(8)
    counted(window, dialog)
    dialog.fetch.click()
    window.bot.waitUntil(lambda: "/files/5" in archive.asked)
    progress = window.app.bringing.errands.dialog
    assert progress is not None
    progress.pause.click()
    window.bot.waitUntil(lambda: progress.said.text().startswith("Paused."))
    hold.set()
    window.close()
    asked = len(archive.asked)
    again = make_window(settings=store)
    dialog = entered(again, folder)
    assert dialog.form.number.value() == 8
    counted(again, dialog)
    dialog.fetch.click()
    done(again)
    assert "8 images are there, 4 of them new" in again.app.notice.words
    assert again.app.bringing.building.asking is None  # the user is in Look
    assert again.app.bringing.building.unfinished == BuildWish(
        data=folder, out=tmp_path / "isic-atlas"
    )
    assert "/files/1" not in archive.asked[asked:]  # what came is kept


def after(hold: threading.Event) -> Answer | None:
    hold.wait(30)
    return None


def test_offline_is_one_sentence(
    make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(Archive([])) as gone:
        monkeypatch.setenv(VARIABLE, gone.api)
    window = make_window()
    dialog = entered(window, tmp_path / "isic")
    counted(window, dialog)
    assert dialog.said.text() == (
        "127.0.0.1 does not answer. Check the network and ask again: what came is kept."
    )
    assert not dialog.fetch.isEnabled()
    assert dialog.count.isEnabled()
    dialog.reject()
    window.bot.waitUntil(lambda: window.app.bringing.isic.dialog is None)


def test_without_licence_or_folder_nothing_is_asked(
    make_window: MakeWindow, archive: Archive, tmp_path: Path
) -> None:
    window = make_window()
    dialog = entered(window, tmp_path / "isic")
    assert [one for one, box in dialog.form.licences.items() if box.isChecked()] == [
        Licence.CC_0,
        Licence.CC_BY,
    ]
    for box in dialog.form.licences.values():
        box.setChecked(False)
    assert not dialog.count.isEnabled()
    assert "Choose a licence" in dialog.said.text()
    dialog.form.licences[Licence.CC_BY_NC].setChecked(True)
    window.dialogs.chosen_folder = tmp_path / "other"
    dialog.form.choose.click()
    wish = dialog.form.wish
    assert wish is not None
    assert (wish.folder, wish.licences) == (tmp_path / "other", (Licence.CC_BY_NC,))
    dialog.reject()
    assert not archive.asked
