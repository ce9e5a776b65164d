from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.errors import FileMissing
from core.images import Picture
from desktop.look.entries import Source
from desktop.look.pictures import PictureStore
from desktop.shell.background import Background
from tests.desktop.fakes import make_picture


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    del qtbot
    background = Background()
    yield background
    background.close()


def test_the_pictures_used_last_are_kept(background: Background) -> None:
    size = make_picture().pixels.nbytes
    store = PictureStore(background, max_bytes=2 * size)
    store.put(1, make_picture())
    store.put(2, make_picture())
    assert store.get(1) is not None
    store.put(3, make_picture())
    assert [store.get(image) is not None for image in (1, 2, 3)] == [True, False, True]
    store.drop(3)
    assert store.get(3) is None


def test_one_picture_is_kept_however_large(background: Background) -> None:
    store = PictureStore(background, max_bytes=1)
    store.put(1, make_picture())
    assert store.get(1) is not None


def test_a_picture_is_read_once_when_it_is_wanted(background: Background, qtbot: QtBot) -> None:
    read: list[Source] = []

    def reader(source: Source) -> Picture:
        read.append(source)
        return make_picture()

    store = PictureStore(background, read=reader)
    with qtbot.waitSignal(store.arrived):
        store.ask(1, b"x")
        store.ask(1, b"x")
    assert store.get(1) is not None
    assert read == [b"x"]


def test_a_picture_that_cannot_be_read_may_be_asked_for_again(
    background: Background, qtbot: QtBot
) -> None:
    attempts: list[Source] = []

    def reader(source: Source) -> Picture:
        attempts.append(source)
        raise FileMissing("It is gone.")

    store = PictureStore(background, read=reader)
    store.ask(1, b"x")

    def asked_again() -> bool:
        store.ask(1, b"x")
        return len(attempts) == 2

    qtbot.waitUntil(asked_again)
    assert store.get(1) is None


def test_a_picture_that_comes_after_its_image_was_closed_is_not_kept(
    background: Background, qtbot: QtBot
) -> None:
    read: list[Picture] = []

    def reader(_: Source) -> Picture:
        read.append(make_picture())
        return read[-1]

    store = PictureStore(background, read=reader)
    store.ask(1, b"x")
    store.drop(1)
    with qtbot.assertNotEmitted(store.arrived):
        qtbot.waitUntil(lambda: bool(read) and not background.busy)
    assert store.get(1) is None
