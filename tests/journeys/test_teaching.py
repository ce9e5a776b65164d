"""A supervisor packs what she has put together; a trainee at another computer brings it in."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.learning.package.unpacking import read_package
from core.learning.quiz.plan import Difficulty, QuizPlan
from core.paths import examples_folder
from desktop.quiz.remembered import as_words
from desktop.shell.places import Place
from desktop.shell.settings import SettingsStore
from desktop.teach import folders
from desktop.teach.packer import Packer
from desktop.teach.unpack_dialog import UnpackDialog
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window
from tests.journeys.in_atlas import Browsing
from tests.journeys.test_atlas_collections import Marking

PATIENCE = 30_000
"""Milliseconds for work in other threads, on a machine that does something else as well."""
CODES = ("nv", "nv", "mel", "nv", "bcc", *["nv"] * 5)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where packages are brought in, for whoever learns in this test."""
    place = tmp_path / "hers"
    monkeypatch.setattr(folders, "packages_folder", lambda: place)
    return place


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    return make_atlas(tmp_path / "atlas", CODES)


def enter(make_window: MakeWindow, atlas: Path) -> Marking:
    store = SettingsStore()
    store.change(atlas=str(atlas))
    window = make_window(settings=store)
    window.trigger("place_atlas")
    return Marking(window)


def collect(found: Marking, name: str, count: int) -> None:
    found.choose_first(count)
    asking = found.collect()
    found.add(asking, name)
    asking.dialog.reject()


def begin_packing(found: Marking) -> Packer:
    found.window.trigger("atlas_pack")
    packer = found.window.app.teach.packer
    assert packer is not None
    found.window.bot.waitUntil(lambda: packer.settled, timeout=PATIENCE)
    return packer


def packed(found: Marking, out: Path, *, name: str, quiz: bool = False) -> Path:
    """Pack the first collection as a user does."""
    packer = begin_packing(found)
    form = packer.dialog.form
    form.which.choose(form.which.value_at(1))
    form.author.setText("Dr. Made")
    assert not form.how.isVisible()
    form.quiz.setChecked(quiz)
    assert form.how.isVisible() is quiz
    assert form.how.text().startswith("As chosen last in the place Quiz: ")
    assert form.name.text() == name
    found.window.dialogs.chosen_package = out
    found.window.bot.waitUntil(packer.dialog.begin.isEnabled, timeout=PATIENCE)
    packer.dialog.begin.click()
    found.window.bot.waitUntil(packer.dialog.outcome.isVisible, timeout=PATIENCE)
    packer.dialog.copy.click()
    packer.dialog.reject()
    return out


def looked_into(window: Window) -> UnpackDialog:
    window.bot.waitUntil(
        lambda: (
            window.app.teach.bringer is not None and window.app.teach.bringer.dialog is not None
        ),
        timeout=PATIENCE,
    )
    assert window.app.teach.bringer is not None
    dialog = window.app.teach.bringer.dialog
    assert dialog is not None
    return dialog


def dropped(window: Window, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.app.window.dropped.emit(data)


def test_a_quiz_goes_from_one_home_to_another(
    make_window: MakeWindow,
    atlas: Path,
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    teacher = enter(make_window, atlas)
    collect(teacher, "Difficult ones", 4)
    plan = QuizPlan(count=10, difficulty=Difficulty.HARD, seconds=30, ask_malignant=True)
    teacher.window.app.settings.change(quiz=as_words(plan))
    file = packed(teacher, tmp_path / "quiz.lentigo", name="Difficult ones", quiz=True)
    told = QApplication.clipboard().text()
    assert len(told) == 64
    teacher.window.close()
    monkeypatch.setenv("LENTIGO_LEARNING", str(tmp_path / "hers" / "learning.sqlite3"))
    trainee = make_window()
    dropped(trainee, file)  # in the place that is seen first
    dialog = looked_into(trainee)
    assert dialog.title.text() == "Difficult ones"
    assert dialog.kind.text().startswith("A quiz of 4 questions, made by Dr. Made on ")
    assert "4 images: Melanocytic nevus (3), Melanoma (1)" in dialog.inside.text()
    assert "Licence: CC0 (4)" in dialog.inside.text()
    assert "With embeddings by the model try-out 1.0" in dialog.inside.text()
    dialog.told.setText("0" * 64)
    assert not dialog.begin.isEnabled()
    assert "another file" in dialog.remark.text()
    dialog.told.setText(told.upper())
    assert dialog.folder == home / "difficult-ones"
    QTest.keyClick(dialog.begin, Qt.Key.Key_Space)
    trainee.bot.waitUntil(lambda: trainee.app.places.current is Place.QUIZ)
    place = trainee.app.quiz.place
    assert place is not None
    trainee.bot.waitUntil(lambda: place.begin.title.text() == "Quiz about Difficult ones")
    assert place.begin.number.value == 4  # as the one who made it wanted
    trainee.trigger("place_atlas")
    found = Browsing(trainee)
    found.settle()
    assert found.place.title.text() == "Difficult ones"
    assert len(found.ids) == 4
    brought = found.presenter.atlas
    assert brought is not None
    assert brought.searchable  # similar images are found in it
    assert "“Difficult ones” is in use: 4 images." in trainee.app.notice.words
    manifest = read_package(home / "difficult-ones")
    assert manifest is not None
    assert manifest.plan is not None
    assert manifest.plan == plan.model_copy(update={"count": 4})


def test_a_package_that_the_desktop_opens_is_looked_into(
    make_window: MakeWindow, atlas: Path, home: Path, tmp_path: Path
) -> None:
    teacher = enter(make_window, atlas)
    collect(teacher, "Two", 2)
    file = packed(teacher, tmp_path / "two.lentigo", name="Two", quiz=False)
    teacher.window.close()
    trainee = make_window()
    trainee.app.start([file])  # as the command line does
    dialog = looked_into(trainee)
    assert dialog.title.text() == "Two"
    assert dialog.folder == home / "two"
    assert not trainee.app.session.images
    dialog.reject()


def test_what_may_not_be_passed_on_stays_unless_the_rights_are_held(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    folder = make_atlas(tmp_path / "atlas", CODES)
    description = folder / "atlas.json"
    words = json.loads(description.read_text("utf-8"))
    description.write_text(json.dumps({**words, "licence": "All rights reserved"}), "utf-8")
    found = enter(make_window, folder)
    packer = begin_packing(found)
    form = packer.dialog.form
    assert form.source.words == "All that the grid shows: 10 images"
    assert not packer.dialog.begin.isEnabled()
    assert packer.dialog.remark.text() == "Name the package."
    form.name.setText("Mine")
    assert "10 pictures stay" in form.licences.text()
    assert form.rights.isVisible()
    form.rights.click()
    assert "You confirm to hold the rights" in form.licences.text()
    form.pictures.click()
    assert not form.rights.isVisible()
    found.window.dialogs.chosen_package = tmp_path / "labels.lentigo"
    packer.dialog.begin.click()
    found.window.bot.waitUntil(packer.dialog.outcome.isVisible, timeout=PATIENCE)
    packer.dialog.reject()
    with zipfile.ZipFile(tmp_path / "labels.lentigo") as archive:
        assert sorted(archive.namelist()) == ["manifest.json", "manifest.sha256"]
    found.window.dialogs.opened_package = tmp_path / "labels.lentigo"
    found.window.trigger("atlas_unpack")
    dialog = looked_into(found.window)
    assert "the open atlas has 10 of these" in dialog.inside.text()
    assert dialog.begin.isEnabled()
    dialog.reject()


def test_a_package_and_an_image_that_are_dropped_together_are_both_opened(
    make_window: MakeWindow, atlas: Path, tmp_path: Path
) -> None:
    found = enter(make_window, atlas)
    collect(found, "Difficult ones", 2)
    file = packed(found, tmp_path / "good.lentigo", name="Difficult ones")
    image = next(examples_folder().glob("*.jpg"))
    window = make_window()
    dropped(window, image, file)
    dialog = looked_into(window)
    assert dialog.title.text() == "Difficult ones"
    window.bot.waitUntil(lambda: len(window.app.session.images) == 1)
    assert [entry.source for entry in window.app.session.images] == [image]
    dialog.reject()


def test_altered_and_hostile_files_are_refused_by_one_sentence(
    make_window: MakeWindow, atlas: Path, home: Path, tmp_path: Path
) -> None:
    found = enter(make_window, atlas)
    collect(found, "Difficult ones", 2)
    good = packed(found, tmp_path / "good.lentigo", name="Difficult ones")
    window, notice = found.window, found.window.app.notice
    slip = tmp_path / "slip.lentigo"
    with zipfile.ZipFile(slip, "w") as archive:
        archive.writestr("../../evil.txt", b"x")
    dropped(window, slip)
    window.bot.waitUntil(lambda: "would lie elsewhere" in notice.words, timeout=PATIENCE)
    bomb = tmp_path / "bomb.lentigo"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", b"0" * (64 << 20))
    dropped(window, bomb)
    window.bot.waitUntil(lambda: "would be too large" in notice.words, timeout=PATIENCE)
    content = bytearray(good.read_bytes())
    content[200] ^= 0xFF  # within the first picture
    altered = tmp_path / "altered.lentigo"
    altered.write_bytes(content)
    dropped(window, altered)
    dialog = looked_into(window)
    dialog.begin.click()
    window.bot.waitUntil(lambda: "have it sent again" in dialog.remark.text(), timeout=PATIENCE)
    assert not home.exists() or not list(home.iterdir())
    assert dialog.begin.isEnabled()
    dialog.reject()
    assert found.place.title.text() == "Drawn set"  # what was open stays so


def test_labels_without_their_images_are_not_brought_in(
    make_window: MakeWindow, atlas: Path, tmp_path: Path
) -> None:
    found = enter(make_window, atlas)
    packer = begin_packing(found)
    packer.dialog.form.name.setText("Labels")
    packer.dialog.form.pictures.click()
    found.window.dialogs.chosen_package = tmp_path / "labels.lentigo"
    packer.dialog.begin.click()
    found.window.bot.waitUntil(packer.dialog.outcome.isVisible, timeout=PATIENCE)
    packer.dialog.reject()
    other = make_window()
    dropped(other, tmp_path / "labels.lentigo")
    dialog = looked_into(other)
    assert not dialog.begin.isEnabled()
    assert "only labels" in dialog.remark.text()
    dialog.reject()
