"""A supervisor brings labelled images into an atlas, and learns what is wrong with them."""

from __future__ import annotations

import csv
import shutil
from functools import partial
from pathlib import Path

import pytest

from core.atlas import Atlas
from desktop.bringing.asking import Asking
from desktop.bringing.progress_dialog import ProgressDialog
from desktop.bringing.remarks_dialog import RemarksDialog
from desktop.bringing.start_dialog import StartDialog
from desktop.engine.client import EngineRequest
from desktop.shell.settings import SettingsStore
from tests.core.atlas.small import write_image, write_set
from tests.core.datasets.test_dicom_folder import MELANOMA, admitted, write
from tests.core.tiny import tiny_bundle
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window
from tests.training.small_set import write_small_set


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Folders of classes, with a copy, a contradiction, and a file that is no picture."""
    folder = tmp_path / "clinic"
    for number in range(6):
        write_image(folder / ("melanoma", "nevus")[number % 2] / f"{number}.png", seed=number)
    shutil.copy(folder / "melanoma" / "0.png", folder / "nevus" / "same.png")
    shutil.copy(folder / "nevus" / "1.png", folder / "nevus" / "twice.png")
    (folder / "nevus" / "torn.png").write_bytes(b"no picture")
    return folder


def asked(window: Window) -> Asking:
    """The dialog about a new atlas, once it is known what lies in the folder."""
    window.trigger("build_atlas")
    asking = window.app.bringing.building.asking
    assert asking is not None
    window.bot.waitUntil(lambda: asking.settled)
    return asking


def under_way(window: Window) -> ProgressDialog:
    dialog = window.app.bringing.errands.dialog
    assert dialog is not None
    return dialog


def built(window: Window, out: Path) -> None:
    window.bot.waitUntil(lambda: not window.app.bringing.errands.busy)
    window.bot.waitUntil(lambda: window.app.settings.current.atlas == str(out))


def listed(window: Window) -> RemarksDialog:
    window.bot.waitUntil(lambda: window.app.bringing.found.dialog is not None)
    dialog = window.app.bringing.found.dialog
    assert dialog is not None
    return dialog


def rows(dialog: RemarksDialog) -> list[list[str]]:
    model = dialog.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_class_folders_are_brought_in_paused_and_gone_on_with(
    make_window: MakeWindow, data: Path, tmp_path: Path
) -> None:
    window = make_window()
    window.app.engine.request = EngineRequest(tiny_bundle(tmp_path / "model").folder, "cpu")
    window.dialogs.chosen_folder = data
    asking = asked(window)
    assert not asking.dialog.buttons.buttons()[0].isEnabled()
    assert "Folders named after diagnoses" in asking.dialog.about_data.text()
    asking.dialog.choose_folder.click()
    window.bot.waitUntil(lambda: asking.settled)
    assert asking.dialog.about_data.text() == "Folders, each named after a diagnosis."
    assert asking.dialog.columns.isHidden()
    out = tmp_path / "clinic-atlas"
    assert asking.dialog.out.text() == str(out)
    asking.dialog.accept()
    dialog = under_way(window)
    window.bot.waitUntil((out / "draft.sqlite").exists)
    dialog.pause.click()
    window.bot.waitUntil(lambda: dialog.said.text().startswith("Paused."))
    assert not window.app.bringing.errands.process.busy
    window.trigger("build_atlas")
    assert "is being made for an atlas already" in window.app.notice.words
    dialog.pause.click()
    built(window, out)
    assert "The atlas is ready and in use. 1 image could not be used" in window.app.notice.words
    assert Atlas.open(out).searchable
    assert window.app.settings.current.atlas_build == ""


def test_what_was_found_is_read_narrowed_and_saved(
    make_window: MakeWindow, data: Path, tmp_path: Path
) -> None:
    window = make_window()
    asking = asked(window)
    asking.dialog.data.setText(str(data))
    asking.dialog.with_model.setChecked(False)
    asking.dialog.copy.setChecked(True)
    window.bot.waitUntil(lambda: asking.settled)
    asking.dialog.accept()
    built(window, tmp_path / "clinic-atlas")
    dialog = listed(window)
    torn, left, copy = rows(dialog)
    assert torn == [
        "Different diagnoses",
        "melanoma/0.png",
        "nevus/same.png",
        "The same file bears Melanoma here and Melanocytic nevus there.",
    ]
    assert left[:3] == ["Left out", "nevus/torn.png", ""]
    assert left[3].startswith("This is not a picture that Lentigo can read")
    assert copy == ["Shows the same", "nevus/1.png", "nevus/twice.png", "The same file."]
    dialog.kinds.setCurrentIndex(dialog.kinds.findText("Left out (1)"))
    assert [row[0] for row in rows(dialog)] == ["Left out"]
    window.dialogs.chosen_csv = tmp_path / "list.csv"
    dialog.save.click()
    window.bot.waitUntil(lambda: "Saved list.csv" in window.app.notice.words)
    with (tmp_path / "list.csv").open(encoding="utf-8", newline="") as file:
        assert [row["about"] for row in csv.DictReader(file)] == [
            "different diagnoses",
            "left out",
            "shows the same",
        ]
    dialog.reject()
    window.trigger("atlas_found")
    assert len(rows(listed(window))) == 3
    shutil.rmtree(data)  # it has copies of its own
    atlas = Atlas.open(tmp_path / "clinic-atlas")
    assert all(item.path.is_file() for item in atlas.library.every())


def test_what_was_not_finished_is_proposed_after_a_restart(
    make_window: MakeWindow, data: Path, tmp_path: Path
) -> None:
    store = SettingsStore()
    window, out = make_window(settings=store), tmp_path / "elsewhere"
    asking = asked(window)
    asking.dialog.data.setText(str(data))
    asking.dialog.out.setText(str(out))
    asking.dialog.with_model.setChecked(False)
    window.bot.waitUntil(lambda: asking.settled)
    asking.dialog.accept()
    window.bot.waitUntil((out / "draft.sqlite").exists)
    window.close()
    again = make_window(settings=store)
    again.trigger("place_atlas")
    assert "An atlas of clinic is not finished" in again.app.notice.words
    asking = asked(again)
    assert asking.dialog.wish.out == out
    assert not asking.dialog.with_model.isChecked()
    assert "was begun here" in asking.dialog.about_out.text()
    asking.dialog.accept()
    built(again, out)


def test_a_build_that_is_ended_can_be_begun_again(
    make_window: MakeWindow, data: Path, tmp_path: Path
) -> None:
    window = make_window()
    asking = asked(window)
    asking.dialog.data.setText(str(data))
    window.bot.waitUntil(lambda: asking.settled)
    asking.dialog.accept()
    under_way(window).cancel.click()
    window.bot.waitUntil(lambda: "What is done is kept" in window.app.notice.words)
    assert not window.app.bringing.errands.busy
    asking = asked(window)
    assert asking.dialog.wish.data == data
    (tmp_path / "empty").mkdir()
    asking.dialog.data.setText(str(tmp_path / "empty"))
    window.bot.waitUntil(lambda: asking.settled)
    asking.dialog.accept()
    window.bot.waitUntil(lambda: "fewer than two folders of classes" in window.app.notice.words)


def test_columns_of_a_table_are_chosen(make_window: MakeWindow, tmp_path: Path) -> None:
    images = write_set(tmp_path / "data") / "images"
    table = tmp_path / "clinic.csv"
    lines = [f"{images / f'{number}.png'},{code}" for number, code in enumerate(("mel", "nv"))]
    table.write_text("\n".join(["photo,histology", *lines]), encoding="utf-8")
    window = make_window()
    window.dialogs.opened_csv = table
    asking = asked(window)
    asking.dialog.choose_table.click()
    window.bot.waitUntil(lambda: asking.settled)
    form, start = asking.dialog.columns, asking.dialog.buttons.buttons()[0]
    assert form.isVisible()
    assert not start.isEnabled()
    form.choose("histology", "histology")
    assert not start.isEnabled()  # one column cannot be both
    form.choose("photo", "histology")
    assert start.isEnabled()
    asking.dialog.with_model.setChecked(False)
    asking.dialog.accept()
    built(window, tmp_path / "clinic-atlas")
    assert Atlas.open(tmp_path / "clinic-atlas").description.images == 2


def says(dialog: StartDialog, words: str) -> bool:
    return dialog.about_data.text().startswith(words)


def test_each_layout_is_named_and_dicom_files_bring_their_diagnoses(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    dicoms = tmp_path / "dicoms"
    write(dicoms, "1.dcm", **admitted(MELANOMA))
    ham = write_small_set(tmp_path / "ham", per_class=1)
    pixels = tmp_path / "hmnist.csv"
    pixels.write_text("pixel0000,pixel0001,pixel0002,label\n1,2,3,0\n", encoding="utf-8")
    window = make_window()
    dialog = asked(window).dialog
    for place, words in (
        (ham, "HAM10000, as it is published."),
        (pixels, "A table of pixels"),
        (dicoms, "DICOM files that say their diagnoses."),
    ):
        dialog.data.setText(str(place))
        window.bot.waitUntil(partial(says, dialog, words))
    dialog.with_model.setChecked(False)
    dialog.accept()
    built(window, tmp_path / "dicoms-atlas")
    assert list(Atlas.open(tmp_path / "dicoms-atlas").description.classes) == ["mel"]


def test_a_place_that_cannot_be_brought_in_says_why(
    make_window: MakeWindow, data: Path, tmp_path: Path
) -> None:
    window = make_window()
    asking = asked(window)
    dialog = asking.dialog
    dialog.data.setText("/")  # whoever writes a path by hand begins so
    window.bot.waitUntil(lambda: asking.settled)
    assert dialog.out.text() == str(Path("/atlas"))
    dialog.data.setText(str(tmp_path / "nowhere"))
    window.bot.waitUntil(lambda: "There is no data set" in dialog.about_data.text())
    dialog.data.setText(str(data))
    window.bot.waitUntil(lambda: asking.settled)
    dialog.out.setText(str(data / "atlas"))
    assert "lies among the images" in dialog.about_out.text()
    assert not dialog.buttons.buttons()[0].isEnabled()
    dialog.reject()
    window.bot.waitUntil(lambda: window.app.bringing.building.asking is None)
