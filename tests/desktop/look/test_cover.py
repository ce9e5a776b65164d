"""What is covered is nowhere in the list of images, until it is lifted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from core.results import ModelIdentity
from desktop.look.cover import Cover, Finding
from desktop.look.entries import EntryState, ImageEntry
from desktop.look.image_list import ImageList
from desktop.look.reading import Reading
from desktop.shell.settings import SettingsStore
from tests.desktop.fakes import IDENTITY, make_analysis, make_card

CARD = make_card()
OTHER = ModelIdentity(name="other", version="2.0", sha256="cd" * 32)


@pytest.fixture
def images(qapp: QObject) -> ImageList:
    del qapp
    images = ImageList()
    images.append([ImageEntry(id=one, source=Path("a.jpg"), name="a.jpg") for one in (1, 2)])
    return images


@pytest.fixture
def cover(images: ImageList) -> Cover:
    cover = Cover(images, reading=Reading(SettingsStore()), parent=images)
    cover.active = True
    return cover


def entry(images: ImageList, image: int = 1) -> ImageEntry:
    found = images.get(image)
    assert found is not None
    return found


def test_a_finding_is_held_back_and_lifted_once(
    images: ImageList, cover: Cover, qtbot: QtBot
) -> None:
    held = Finding(make_analysis(CARD), CARD)
    cover.settle(1, held)
    assert (entry(images).state, entry(images).analysis) == (EntryState.COVERED, None)
    assert entry(images).card is None
    assert cover.held(1) is held
    with qtbot.waitSignal(cover.lifted):
        cover.lift(1)
    assert entry(images).analysis is not None
    assert cover.held(1) is None
    with qtbot.assertNotEmitted(cover.lifted):
        cover.lift(1)


def test_who_has_seen_an_image_is_not_asked_when_it_is_analysed_again(
    images: ImageList, cover: Cover
) -> None:
    cover.settle(1, Finding(make_analysis(CARD), CARD))
    cover.lift(1)
    cover.settle(1, Finding(make_analysis(CARD, finding="nv"), CARD))
    assert entry(images).state is EntryState.DONE
    cover.drop(1)
    cover.settle(1, Finding(make_analysis(CARD), CARD))
    assert entry(images).state is EntryState.COVERED


def test_switched_off_it_covers_nothing(images: ImageList, cover: Cover) -> None:
    cover.active = False
    cover.settle(1, Finding(make_analysis(CARD), CARD))
    assert entry(images).analysis is not None


def test_what_another_model_found_is_outdated_though_it_is_covered(
    images: ImageList, cover: Cover
) -> None:
    cover.settle(1, Finding(make_analysis(CARD), CARD))
    assert cover.is_outdated(entry(images), OTHER)
    assert not cover.is_outdated(entry(images), IDENTITY)
    assert not cover.is_outdated(entry(images, 2), OTHER)  # its analysis is still to come
