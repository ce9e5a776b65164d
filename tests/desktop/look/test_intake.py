from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.images import ImageFormat
from core.images.formats import identify
from desktop.look.intake import NO_IMAGE, NO_IMAGES, NOTHING_FETCHED, Intake, offer_of
from desktop.shell.background import Background


@pytest.fixture
def intake(qtbot: QtBot) -> Iterator[Intake]:
    del qtbot
    background = Background()
    yield Intake(background)
    background.close()


def picture() -> QImage:
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(0x884422)
    return image


def test_files_come_before_the_picture_that_comes_with_them(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg"))])
    data.setImageData(picture())
    assert offer_of(data).paths == (tmp_path / "a.jpg",)
    assert offer_of(data).image is None


def test_a_browser_offers_the_picture_with_its_address() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.jpg")])
    data.setImageData(picture())
    assert offer_of(data).image is not None


@pytest.mark.parametrize(
    ("words", "said"), [("https://example.org/a.jpg", NOTHING_FETCHED), ("a sentence", NO_IMAGE)]
)
def test_what_is_no_picture_is_refused_with_a_reason(
    intake: Intake, qtbot: QtBot, words: str, said: str
) -> None:
    data = QMimeData()
    data.setText(words)
    with qtbot.waitSignal(intake.refused) as refused:
        intake.take(data)
    assert refused.args == [said]


def test_a_pasted_picture_becomes_the_content_of_a_file(intake: Intake, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setImageData(picture())
    with qtbot.waitSignal(intake.found) as found:
        intake.take(data)
    [(source, name)] = found.args[0]
    assert identify(source) is ImageFormat.PNG
    assert name == "Pasted picture 1"


def test_folders_are_walked(intake: Intake, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b.jpg", "a.png", "deep/c.dcm", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    with qtbot.waitSignal(intake.found) as found:
        intake.take_paths([tmp_path])
    assert sorted(name for _, name in found.args[0]) == ["a.png", "b.jpg", "c.dcm"]


def test_an_empty_folder_is_said(intake: Intake, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(intake.refused) as refused:
        intake.take_paths([tmp_path])
    assert refused.args == [NO_IMAGES]
